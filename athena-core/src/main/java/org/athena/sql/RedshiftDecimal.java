package org.athena.sql;

import org.athena.model.Type;
import org.jooq.DataType;
import org.jooq.impl.SQLDataType;

/**
 * A decimal type of Redshift, and the types that its results have there.
 *
 * <p>Where a result would have more than 38 digits, an error ends the statement at best; so plans
 * choose operands whose result {@link #isExact}.
 *
 * @param precision digits in all
 * @param scale digits after the point
 * @source https://docs.aws.amazon.com/redshift/latest/dg/r_numeric_computations201.html and, for
 *     aggregates, r_SUM.html and r_AVG.html there
 */
record RedshiftDecimal(int precision, int scale) {

  private static final int MOST = Type.MAX_PRECISION;
  private static final int LEAST_SCALE_OF_QUOTIENT = 4;

  /** Set operations and functions that choose among values give at most so many digits. */
  private static final int MOST_OF_CHOICE = 19;

  /** The type of whole numbers of 64 bits among decimals. */
  static final RedshiftDecimal BIGINT = new RedshiftDecimal(19, 0);

  static RedshiftDecimal of(Type<?> type) {
    return type.kind() == Type.Kind.DECIMAL
        ? new RedshiftDecimal(type.precision(), type.scale())
        : BIGINT;
  }

  /** A sum or difference. */
  RedshiftDecimal plus(RedshiftDecimal other) {
    int common = Math.max(scale, other.scale);
    return new RedshiftDecimal(Math.max(whole(), other.whole()) + 1 + common, common);
  }

  RedshiftDecimal times(RedshiftDecimal other) {
    return new RedshiftDecimal(precision + other.precision + 1, scale + other.scale);
  }

  /** A quotient; where its digits do not fit, those after the point are cut off to four. */
  RedshiftDecimal over(RedshiftDecimal other) {
    int after = Math.max(LEAST_SCALE_OF_QUOTIENT, scale + other.precision - other.scale + 1);
    int all = precision - scale + other.scale + after;
    return all <= MOST
        ? new RedshiftDecimal(all, after)
        : new RedshiftDecimal(MOST, Math.max(MOST + after - all, LEAST_SCALE_OF_QUOTIENT));
  }

  /** The type of a union, or of the first of two values that is not null. */
  RedshiftDecimal or(RedshiftDecimal other) {
    int common = Math.max(scale, other.scale);
    return new RedshiftDecimal(
        Math.min(Math.max(whole(), other.whole()) + common, MOST_OF_CHOICE), common);
  }

  /** A sum over rows; an average has the same type, which cuts off the rest of its digits. */
  RedshiftDecimal total() {
    return new RedshiftDecimal(MOST, scale);
  }

  private int whole() {
    return precision - scale;
  }

  /** Whether every value of the type can be held. */
  boolean isExact() {
    return precision <= MOST && scale <= precision;
  }

  @SuppressWarnings("unchecked")
  <T> DataType<T> dataType() {
    return (DataType<T>) SQLDataType.DECIMAL(precision, scale);
  }
}
