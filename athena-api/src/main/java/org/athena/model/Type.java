package org.athena.model;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;

/**
 * The type of a column's values, the same on every engine.
 *
 * <p>An instant is held by engines as a timestamp without time zone in UTC, to the microsecond.
 *
 * @param <T> the Java type in which values are read and written
 * @param kind the kind of value
 * @param javaType the class of {@code T}
 * @param precision decimal digits in all, for decimals; 0 otherwise
 * @param scale decimal digits after the point, for decimals; 0 otherwise
 */
public record Type<T>(Kind kind, Class<T> javaType, int precision, int scale) {

  /** The kinds of values. */
  public enum Kind {
    STRING,
    INTEGER,
    DECIMAL,
    BOOLEAN,
    DATE,
    INSTANT,
    LOCAL_TIMESTAMP
  }

  /** Text of any length. */
  public static final Type<String> STRING = new Type<>(Kind.STRING, String.class, 0, 0);

  /** Whole numbers of 64 bits. */
  public static final Type<Long> INTEGER = new Type<>(Kind.INTEGER, Long.class, 0, 0);

  /** True or false. */
  public static final Type<Boolean> BOOLEAN = new Type<>(Kind.BOOLEAN, Boolean.class, 0, 0);

  /** A day of the calendar. */
  public static final Type<LocalDate> DATE = new Type<>(Kind.DATE, LocalDate.class, 0, 0);

  /** A point in time, to the microsecond. */
  public static final Type<Instant> INSTANT = new Type<>(Kind.INSTANT, Instant.class, 0, 0);

  /** Date and time of day as a clock on the wall shows them, to the microsecond. */
  public static final Type<LocalDateTime> LOCAL_TIMESTAMP =
      new Type<>(Kind.LOCAL_TIMESTAMP, LocalDateTime.class, 0, 0);

  /** The widest decimal that every engine has. */
  public static final int MAX_PRECISION = 38;

  /** Checks precision and scale. */
  public Type {
    if (kind == Kind.DECIMAL
        && (precision < 1 || precision > MAX_PRECISION || scale < 0 || scale > precision)) {
      throw new IllegalArgumentException(
          "Cannot make type decimal(%d,%d): precision is 1 to %d digits, scale 0 to precision."
              .formatted(precision, scale, MAX_PRECISION));
    }
  }

  /**
   * Exact numbers with a fixed count of digits after the point.
   *
   * @param precision digits in all, 1 to 38
   * @param scale digits after the point, 0 to precision
   * @throws IllegalArgumentException outside of these bounds
   */
  public static Type<BigDecimal> decimal(int precision, int scale) {
    return new Type<>(Kind.DECIMAL, BigDecimal.class, precision, scale);
  }

  /**
   * The narrowest type that holds the values of both; of decimals with too many digits for one, the
   * digits after the point are kept.
   */
  @SuppressWarnings("unchecked")
  Type<T> widened(Type<T> other) {
    if (kind != Kind.DECIMAL || equals(other)) {
      return this;
    }
    int after = Math.max(scale, other.scale);
    int before = Math.max(precision - scale, other.precision - other.scale);
    return (Type<T>) decimal(Math.min(before + after, MAX_PRECISION), after);
  }

  /** The type as it is written in declarations, for instance {@code decimal(18,2)}. */
  @Override
  public String toString() {
    String word = kind.name().toLowerCase(java.util.Locale.ROOT).replace('_', ' ');
    return kind == Kind.DECIMAL ? "%s(%d,%d)".formatted(word, precision, scale) : word;
  }
}
