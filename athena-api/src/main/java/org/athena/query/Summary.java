package org.athena.query;

import java.util.ArrayList;
import java.util.List;
import org.athena.error.InvalidQuestionException;
import org.athena.model.Aliased;
import org.athena.model.Column;
import org.athena.model.Measure;
import org.athena.model.Output;
import org.athena.model.Relation;

/**
 * Aggregates of a relation's rows by keys.
 *
 * @shape one row for each combination of key values that occurs, null being a value; without keys
 *     one row, also over no rows
 * @param source the relation
 * @param keys columns or computed values
 * @param measures what is computed
 */
public record Summary(Relation source, List<Output<?>> keys, List<Measure<?>> measures)
    implements Query {

  /** Checks every column named, and that names differ. */
  public Summary {
    keys = List.copyOf(keys);
    measures = List.copyOf(measures);
    if (keys.isEmpty() && measures.isEmpty()) {
      throw new InvalidQuestionException(
          "Cannot aggregate %s: there is neither a key nor a measure. Give one."
              .formatted(source.name()));
    }
    for (Output<?> key : keys) {
      switch (key) {
        case Column<?> column -> source.require(column, "aggregate by");
        case Aliased<?> aliased -> source.requireAll(aliased.expr(), "aggregate by");
        case Measure<?> measure ->
            throw new InvalidQuestionException(
                "Cannot aggregate by aggregate '%s'. Give it to measure(...)."
                    .formatted(measure.name()));
      }
    }
    for (Measure<?> measure : measures) {
      if (measure.aggregate().value() != null) {
        source.requireAll(measure.aggregate().value(), "aggregate");
      }
      if (measure.aggregate().condition() != null) {
        source.requireAll(measure.aggregate().condition(), "aggregate where");
      }
    }
    OutputColumns.requireDistinct("aggregate into", columns(keys, measures));
  }

  private static List<Column<?>> columns(List<Output<?>> keys, List<Measure<?>> measures) {
    List<Column<?>> columns = new ArrayList<>(OutputColumns.of(keys));
    columns.addAll(OutputColumns.of(measures));
    return List.copyOf(columns);
  }

  @Override
  public String name() {
    return "summary of " + source.name();
  }

  @Override
  public List<Column<?>> columns() {
    return columns(keys, measures);
  }
}
