package org.athena.model;

/**
 * A named value of a row: a column as it is, or an expression or aggregate under a name.
 *
 * @param <T> the Java type of the value
 */
public sealed interface Output<T> permits Column, Aliased, Measure {

  /** The column in which the value is read from the outcome. */
  Column<T> column();
}
