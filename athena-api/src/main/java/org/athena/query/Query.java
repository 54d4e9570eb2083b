package org.athena.query;

import java.util.List;
import org.athena.model.Aggregate;
import org.athena.model.Measure;
import org.athena.model.On;
import org.athena.model.Order;
import org.athena.model.Output;
import org.athena.model.Predicate;
import org.athena.model.Relation;
import org.athena.model.Row;

/**
 * A generic question: select, filter, join, union, aggregate, order and limit over any relation.
 *
 * <p>Each method returns a new question about this one's outcome.
 */
public sealed interface Query extends Question<List<Row>>
    permits Select, Join, Union, Summary, Unreadable {

  /** All rows and columns of a relation: where a query starts. */
  static Select from(Relation relation) {
    return Select.of(relation);
  }

  @Override
  default List<Row> answer(List<Row> rows) {
    return rows;
  }

  /** The rows for which a condition is true. */
  default Select where(Predicate condition) {
    return Select.of(this).where(condition);
  }

  /** These columns and computed values only. */
  default Select select(Output<?>... outputs) {
    return Select.of(this).select(outputs);
  }

  /** In this order; the first key counts most, nulls last. */
  default Select orderBy(Order... order) {
    return Select.of(this).orderBy(order);
  }

  /** At most so many rows, the first in the order stated. */
  default Select limit(long rows) {
    return Select.of(this).limit(rows);
  }

  /** Each row with each matching row of the other relation. */
  default Join join(Relation other, On<?>... on) {
    return new Join(this, other, Join.Kind.INNER, List.of(on));
  }

  /** The same, and rows without a match once, with nulls for the other's columns. */
  default Join leftJoin(Relation other, On<?>... on) {
    return new Join(this, other, Join.Kind.LEFT, List.of(on));
  }

  /** The rows that have a match in the other relation, each once. */
  default Join having(Relation other, On<?>... on) {
    return new Join(this, other, Join.Kind.SEMI, List.of(on));
  }

  /** The rows that have no match in the other relation. */
  default Join lacking(Relation other, On<?>... on) {
    return new Join(this, other, Join.Kind.ANTI, List.of(on));
  }

  /** These rows and those of the others, which have the same columns; equal rows are all kept. */
  default Union union(Relation... others) {
    return Union.of(this, others);
  }

  /** Groups by columns or computed values; {@link Grouping#measure} says what is computed. */
  default Grouping by(Output<?>... keys) {
    return new Grouping(this, List.of(keys));
  }

  /** One row with aggregates of all rows. */
  default Summary measure(Measure<?>... measures) {
    return new Summary(this, List.of(), List.of(measures));
  }

  /** Each different row once, null being a value. */
  default Summary distinct() {
    return new Summary(this, List.copyOf(columns()), List.of());
  }

  /** How many rows there are, as one row with the column {@code count}. */
  default Summary count() {
    return measure(Aggregate.count().as("count"));
  }

  /**
   * A relation and the keys by which it is to be aggregated.
   *
   * @param source the relation
   * @param keys the keys
   */
  record Grouping(Relation source, List<Output<?>> keys) {

    /** One row for each combination of the keys' values, null being a value, with aggregates. */
    public Summary measure(Measure<?>... measures) {
      return new Summary(source, keys, List.of(measures));
    }
  }
}
