package org.athena.model;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import org.athena.error.InvalidQuestionException;
import org.jspecify.annotations.Nullable;

/** One row of a relation: a value for each column, read by the column. */
public final class Row {

  private final List<Column<?>> columns;
  private final @Nullable Object[] values;

  /**
   * A row.
   *
   * @param columns the columns of its relation
   * @param values a value for each, of the column's Java type, or null
   */
  public Row(List<Column<?>> columns, List<? extends @Nullable Object> values) {
    this.columns = columns;
    this.values = values.toArray();
    if (columns.size() != this.values.length) {
      throw new IllegalArgumentException(
          "Cannot make a row: it has %d values for %d columns."
              .formatted(this.values.length, columns.size()));
    }
  }

  /** The columns, in order. */
  public List<Column<?>> columns() {
    return columns;
  }

  /** The values in the order of the columns; they may be null. */
  public List<@Nullable Object> values() {
    return Collections.unmodifiableList(Arrays.asList(values));
  }

  /**
   * The value of a column, or null.
   *
   * @throws InvalidQuestionException when the row has no such column
   */
  public <T> @Nullable T get(Column<T> column) {
    for (int i = 0; i < values.length; i++) {
      Column<?> own = columns.get(i);
      if (own == column || own.equals(column)) {
        return column.type().javaType().cast(values[i]);
      }
    }
    throw new InvalidQuestionException(
        MissingColumn.message(new OfColumns(columns), column, "read"));
  }

  /**
   * The value of a column that is never null.
   *
   * @throws IllegalStateException when it is null
   */
  public <T> T require(Column<T> column) {
    T value = get(column);
    if (value == null) {
      throw new IllegalStateException(
          "Cannot read column " + column.name() + ": it is null. Use get(column) where it may be.");
    }
    return value;
  }

  /** The value of the column of a name, or null. */
  @Nullable Object get(String name) {
    for (int i = 0; i < values.length; i++) {
      if (columns.get(i).name().equals(name)) {
        return values[i];
      }
    }
    throw new IllegalArgumentException(
        "Cannot read column '%s': the row has %s.".formatted(name, columns));
  }

  /**
   * The row as a record whose components are named as the columns, in camel case for snake case.
   *
   * @throws IllegalArgumentException when names or types do not match; the message says which
   */
  public <R extends Record> R as(Class<R> record) {
    return RecordShape.read(this, record);
  }

  private record OfColumns(List<Column<?>> columns) implements Relation {
    @Override
    public String name() {
      return "the row";
    }
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Row row
        && columns.equals(row.columns)
        && Arrays.equals(values, row.values);
  }

  @Override
  public int hashCode() {
    return Objects.hash(columns, Arrays.hashCode(values));
  }

  /** The values by name; meant for people. */
  @Override
  public String toString() {
    StringBuilder text = new StringBuilder("{");
    for (int i = 0; i < values.length; i++) {
      text.append(i == 0 ? "" : ", ").append(columns.get(i).name()).append('=').append(values[i]);
    }
    return text.append('}').toString();
  }
}
