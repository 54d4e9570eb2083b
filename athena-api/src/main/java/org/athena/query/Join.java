package org.athena.query;

import java.util.ArrayList;
import java.util.List;
import org.athena.error.InvalidQuestionException;
import org.athena.model.Column;
import org.athena.model.On;
import org.athena.model.Relation;

/**
 * Rows of two relations that agree in pairs of columns.
 *
 * <p>The outcome has the left columns, then the right ones; a right column of a pair whose left
 * column has the same name is left out, any other name that both have is an error.
 *
 * @param left the left relation
 * @param right the right relation
 * @param kind which rows are kept
 * @param on the pairs of columns
 */
public record Join(Relation left, Relation right, Kind kind, List<On<?>> on) implements Query {

  /** Which rows a join keeps. */
  public enum Kind {
    /** Pairs. */
    INNER,
    /** Pairs, and left rows without a match. */
    LEFT,
    /** Left rows with a match, each once, left columns only. */
    SEMI,
    /** Left rows without a match, left columns only. */
    ANTI
  }

  /** Checks the pairs and the names of the outcome. */
  public Join {
    on = List.copyOf(on);
    if (on.isEmpty()) {
      throw new InvalidQuestionException(
          "Cannot join %s with %s: no pair of columns is given. Write on(left, right)."
              .formatted(left.name(), right.name()));
    }
    for (On<?> pair : on) {
      left.require(pair.left(), "join on");
      right.require(pair.right(), "join on");
    }
    OutputColumns.requireDistinct("join", outcome(left, right, kind, on));
  }

  private static List<Column<?>> outcome(Relation left, Relation right, Kind kind, List<On<?>> on) {
    List<Column<?>> columns = new ArrayList<>(left.columns());
    if (kind == Kind.INNER || kind == Kind.LEFT) {
      columns.addAll(rightColumns(right, on));
    }
    return columns;
  }

  private static List<Column<?>> rightColumns(Relation right, List<On<?>> on) {
    List<Column<?>> kept = new ArrayList<>();
    for (Column<?> column : right.columns()) {
      boolean sameAsLeft =
          on.stream()
              .anyMatch(pair ->
                  pair.right().equals(column) && pair.left().name().equals(pair.right().name()));
      if (!sameAsLeft) {
        kept.add(column);
      }
    }
    return kept;
  }

  /** The right relation's columns that the outcome has. */
  public List<Column<?>> rightColumns() {
    return kind == Kind.INNER || kind == Kind.LEFT ? rightColumns(right, on) : List.of();
  }

  @Override
  public String name() {
    return left.name() + " with " + right.name();
  }

  @Override
  public List<Column<?>> columns() {
    return List.copyOf(outcome(left, right, kind, on));
  }
}
