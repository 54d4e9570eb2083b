package org.athena.model;

/**
 * A pair of columns that a join holds equal; nulls match nothing.
 *
 * @param <T> the Java type of both
 * @param left the column of the left relation
 * @param right the column of the right relation
 */
public record On<T>(Column<T> left, Column<T> right) {

  /** Left and right column. */
  public static <T> On<T> on(Column<T> left, Column<T> right) {
    return new On<>(left, right);
  }

  /** A column that both relations have. */
  public static <T> On<T> on(Column<T> both) {
    return new On<>(both, both);
  }
}
