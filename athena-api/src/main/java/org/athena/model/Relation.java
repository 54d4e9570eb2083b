package org.athena.model;

import java.util.List;
import java.util.Optional;
import org.athena.error.InvalidQuestionException;

/**
 * Whatever has rows: a data set, a hand-written query, or the outcome of a question.
 *
 * @shape the rows are a bag: without an order unless the question states one
 */
public interface Relation {

  /** The name by which messages and engines call it. */
  String name();

  /** Its columns, in order; names differ. */
  List<Column<?>> columns();

  /** Whether it has a column of that name and type. */
  default boolean has(Column<?> column) {
    return columns().contains(column);
  }

  /** The column of a name, if there is one. */
  default Optional<Column<?>> find(String columnName) {
    return columns().stream()
        .filter(c -> c.name().equals(columnName))
        .<Column<?>>map(c -> c)
        .findFirst();
  }

  /**
   * Makes sure that a column is here, with its type.
   *
   * @param column the column wanted
   * @param purpose what it is wanted for, as in {@code filter on}
   * @throws InvalidQuestionException when it is not; the message lists what exists and the name
   *     that was probably meant
   */
  default void require(Column<?> column, String purpose) {
    if (!has(column)) {
      throw new InvalidQuestionException(MissingColumn.message(this, column, purpose));
    }
  }

  /**
   * Makes sure that every column of an expression is here, with its type.
   *
   * @param expr the expression
   * @param purpose what it is wanted for, as in {@code filter on}
   * @throws InvalidQuestionException when one is not
   */
  default void requireAll(Expr<?> expr, String purpose) {
    ColumnsIn.of(expr).forEach(column -> require(column, purpose));
  }
}
