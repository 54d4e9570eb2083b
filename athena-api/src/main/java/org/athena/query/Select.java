package org.athena.query;

import java.util.ArrayList;
import java.util.List;
import org.athena.error.InvalidQuestionException;
import org.athena.model.Aliased;
import org.athena.model.Column;
import org.athena.model.Measure;
import org.athena.model.Order;
import org.athena.model.Output;
import org.athena.model.Predicate;
import org.athena.model.Relation;
import org.jspecify.annotations.Nullable;

/**
 * Rows of one relation: filtered, with chosen or computed columns, ordered, limited.
 *
 * @param source the relation
 * @param filter the condition on the source's columns; null for all rows
 * @param outputs what each row has; empty for all the source's columns
 * @param order the order, by columns of the outcome; may be empty
 * @param limit the most rows; null for all
 */
public record Select(
    Relation source,
    @Nullable Predicate filter,
    List<Output<?>> outputs,
    List<Order> order,
    @Nullable Long limit)
    implements Query {

  /** Checks every column named against the source or the outcome. */
  public Select {
    outputs = List.copyOf(outputs);
    order = List.copyOf(order);
    if (filter != null) {
      source.requireAll(filter, "filter on");
    }
    for (Output<?> output : outputs) {
      requireOutput(source, output);
    }
    OutputColumns.requireDistinct("select", OutputColumns.of(outputs));
    Relation outcome =
        new OutputColumns(
            source.name(), outputs.isEmpty() ? source.columns() : OutputColumns.of(outputs));
    order.forEach(key -> outcome.require(key.column(), "order by"));
    if (limit != null && limit < 0) {
      throw new IllegalArgumentException(
          "Cannot limit to %d rows: a limit is 0 or more.".formatted(limit));
    }
  }

  private static void requireOutput(Relation source, Output<?> output) {
    switch (output) {
      case Column<?> column -> source.require(column, "select");
      case Aliased<?> aliased -> source.requireAll(aliased.expr(), "compute from");
      case Measure<?> measure ->
          throw new InvalidQuestionException(
              "Cannot select aggregate '%s': a selection computes from one row. Use measure(...)."
                  .formatted(measure.name()));
    }
  }

  static Select of(Relation source) {
    return new Select(source, null, List.of(), List.of(), null);
  }

  @Override
  public String name() {
    return source.name();
  }

  @Override
  public List<Column<?>> columns() {
    return outputs.isEmpty() ? source.columns() : OutputColumns.of(outputs);
  }

  @Override
  public Select where(Predicate condition) {
    if (!outputs.isEmpty() || limit != null) {
      return of(this).where(condition);
    }
    Predicate both = filter == null ? condition : filter.and(condition);
    return new Select(source, both, outputs, order, limit);
  }

  @Override
  public Select select(Output<?>... chosen) {
    if (!outputs.isEmpty() || limit != null || !order.isEmpty()) {
      return of(this).select(chosen);
    }
    return new Select(source, filter, List.of(chosen), order, limit);
  }

  @Override
  public Select orderBy(Order... keys) {
    return limit != null
        ? of(this).orderBy(keys)
        : new Select(source, filter, outputs, List.of(keys), limit);
  }

  @Override
  public Select limit(long rows) {
    Long least = limit == null ? rows : Math.min(rows, limit);
    return new Select(source, filter, outputs, order, least);
  }

  /** The same with one more computed or renamed column after the present ones. */
  public Select and(Output<?> output) {
    List<Output<?>> more = new ArrayList<>(outputs);
    if (more.isEmpty()) {
      more.addAll(source.columns());
    }
    more.add(output);
    return new Select(source, filter, more, order, limit);
  }
}
