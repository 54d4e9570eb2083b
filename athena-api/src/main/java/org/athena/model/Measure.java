package org.athena.model;

/**
 * An aggregate under a name.
 *
 * @param <T> the Java type of its value
 * @param aggregate what is computed
 * @param name the column's name in the outcome
 */
public record Measure<T>(Aggregate<T> aggregate, String name) implements Output<T> {

  @Override
  public Column<T> column() {
    return new Column<>(name, aggregate.type());
  }
}
