package org.athena.model;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * One value computed from many rows, optionally only from those that meet a condition.
 *
 * <p>There is no average: it is a {@linkplain Expressions#ratio ratio} of a sum and a count at a
 * scale that the caller states, since engines round averages differently.
 *
 * @param <T> the Java type of the value
 * @param function what is computed
 * @param value what it is computed from; null for {@link Function#COUNT} of rows
 * @param condition the rows taken; null for all
 * @param type the type of the outcome
 */
public record Aggregate<T>(
    Function function, @Nullable Expr<?> value, @Nullable Predicate condition, Type<T> type) {

  /** The aggregate functions; over no row COUNT and COUNT_DISTINCT give 0, the others null. */
  public enum Function {
    COUNT,
    COUNT_DISTINCT,
    SUM,
    MIN,
    MAX
  }

  /** How many rows there are. */
  public static Aggregate<Long> count() {
    return new Aggregate<>(Function.COUNT, null, null, Type.INTEGER);
  }

  /** How many different values there are, null not counted. */
  public static Aggregate<Long> countDistinct(Expr<?> value) {
    return new Aggregate<>(Function.COUNT_DISTINCT, value, null, Type.INTEGER);
  }

  /** The exact sum of decimals, with 38 digits. */
  public static Aggregate<BigDecimal> sum(Expr<BigDecimal> value) {
    return new Aggregate<>(
        Function.SUM, value, null, Type.decimal(Type.MAX_PRECISION, value.type().scale()));
  }

  /** The sum of whole numbers; an engine error if it does not fit into 64 bits. */
  public static Aggregate<Long> sumOf(Expr<Long> value) {
    return new Aggregate<>(Function.SUM, value, null, Type.INTEGER);
  }

  /** The smallest value. */
  public static <T> Aggregate<T> min(Expr<T> value) {
    return new Aggregate<>(Function.MIN, value, null, value.type());
  }

  /** The largest value. */
  public static <T> Aggregate<T> max(Expr<T> value) {
    return new Aggregate<>(Function.MAX, value, null, value.type());
  }

  /** The same over the rows that meet a condition, and an earlier one if there is one. */
  public Aggregate<T> where(Predicate condition) {
    Predicate both = this.condition == null ? condition : this.condition.and(condition);
    return new Aggregate<>(function, value, both, type);
  }

  /** This aggregate under a name. */
  public Measure<T> as(String name) {
    return new Measure<>(this, name);
  }
}
