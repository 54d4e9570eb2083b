package org.athena.model;

/**
 * An expression under a name.
 *
 * @param <T> the Java type of its values
 * @param expr what is computed
 * @param name the column's name in the outcome
 */
public record Aliased<T>(Expr<T> expr, String name) implements Output<T> {

  @Override
  public Column<T> column() {
    return new Column<>(name, expr.type());
  }
}
