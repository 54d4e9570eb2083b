package org.athena.model;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import org.athena.model.Expr.Operation;
import org.athena.model.Expr.TextFunction;
import org.athena.model.Predicate.Position;

/** The functions that build expressions; meant for static import. */
public final class Expressions {

  private Expressions() {}

  /** A constant of a type. */
  public static <T> Expr<T> literal(Type<T> type, T value) {
    return new Expr.Literal<>(value, type);
  }

  /** The null of a type. */
  public static <T> Expr<T> nullOf(Type<T> type) {
    return new Expr.Literal<>(null, type);
  }

  /** A text constant. */
  public static Expr<String> literal(String value) {
    return literal(Type.STRING, value);
  }

  /** A whole-number constant. */
  public static Expr<Long> literal(long value) {
    return literal(Type.INTEGER, value);
  }

  /** A decimal constant at the value's own scale. */
  public static Expr<BigDecimal> literal(BigDecimal value) {
    return literal(Type.decimal(Type.MAX_PRECISION, Math.max(value.scale(), 0)), value);
  }

  /** The sum of two decimals, at the larger of the two scales. */
  public static Expr<BigDecimal> plus(Expr<BigDecimal> left, Expr<BigDecimal> right) {
    return new Expr.Arithmetic<>(Operation.PLUS, left, right, widest(left, right));
  }

  /** The difference of two decimals, at the larger of the two scales. */
  public static Expr<BigDecimal> minus(Expr<BigDecimal> left, Expr<BigDecimal> right) {
    return new Expr.Arithmetic<>(Operation.MINUS, left, right, widest(left, right));
  }

  /**
   * The exact product of two decimals, at the sum of the two scales.
   *
   * @throws IllegalArgumentException if that scale is over 38
   */
  public static Expr<BigDecimal> times(Expr<BigDecimal> left, Expr<BigDecimal> right) {
    int scale = left.type().scale() + right.type().scale();
    return new Expr.Arithmetic<>(
        Operation.TIMES, left, right, Type.decimal(Type.MAX_PRECISION, scale));
  }

  /** The sum of two whole numbers. */
  public static Expr<Long> add(Expr<Long> left, Expr<Long> right) {
    return new Expr.Arithmetic<>(Operation.PLUS, left, right, Type.INTEGER);
  }

  /** The difference of two whole numbers. */
  public static Expr<Long> subtract(Expr<Long> left, Expr<Long> right) {
    return new Expr.Arithmetic<>(Operation.MINUS, left, right, Type.INTEGER);
  }

  /** The product of two whole numbers. */
  public static Expr<Long> multiply(Expr<Long> left, Expr<Long> right) {
    return new Expr.Arithmetic<>(Operation.TIMES, left, right, Type.INTEGER);
  }

  /** One number divided by another at a scale, half-even; null where the denominator is 0. */
  public static Expr<BigDecimal> ratio(
      Expr<? extends Number> numerator, Expr<? extends Number> denominator, int scale) {
    return new Expr.Ratio(numerator, denominator, scale);
  }

  private static Type<BigDecimal> widest(Expr<BigDecimal> left, Expr<BigDecimal> right) {
    return Type.decimal(Type.MAX_PRECISION, Math.max(left.type().scale(), right.type().scale()));
  }

  /**
   * Starts a case: {@code when(condition, value).otherwise(value)}; of decimals, in a type that
   * holds each of them.
   */
  public static <T> CaseStart<T> when(Predicate condition, Expr<T> then) {
    return new CaseStart<>(List.of(new Expr.Case.Branch<>(condition, then)));
  }

  /**
   * The branches of a case before its last value.
   *
   * @param <T> the Java type of the values
   * @param branches those given so far
   */
  public record CaseStart<T>(List<Expr.Case.Branch<T>> branches) {

    /** Adds a branch, looked at when the earlier ones are not true. */
    public CaseStart<T> when(Predicate condition, Expr<T> then) {
      var more = new java.util.ArrayList<>(branches);
      more.add(new Expr.Case.Branch<>(condition, then));
      return new CaseStart<>(List.copyOf(more));
    }

    /** Closes the case with the value for all other rows. */
    public Expr<T> otherwise(Expr<T> value) {
      return new Expr.Case<>(branches, value);
    }
  }

  /** The first value that is not null; of decimals, in a type that holds each of them. */
  @SafeVarargs
  public static <T> Expr<T> coalesce(Expr<T>... values) {
    return new Expr.Coalesce<>(Arrays.asList(values));
  }

  /** The value in another type; null where text cannot be read as that type. */
  public static <T> Expr<T> cast(Expr<?> value, Type<T> type) {
    return new Expr.Cast<>(value, type);
  }

  /** Text in lower case. */
  public static Expr<String> lower(Expr<String> text) {
    return new Expr.TextCall(TextFunction.LOWER, text);
  }

  /** Text in upper case. */
  public static Expr<String> upper(Expr<String> text) {
    return new Expr.TextCall(TextFunction.UPPER, text);
  }

  /** Text without the spaces at both ends. */
  public static Expr<String> trim(Expr<String> text) {
    return new Expr.TextCall(TextFunction.TRIM, text);
  }

  /** The number of characters of a text. */
  public static Expr<Long> length(Expr<String> text) {
    return new Expr.Length(text);
  }

  /** {@code length} characters of a text from position {@code start}, the first being 1. */
  public static Expr<String> substring(Expr<String> text, int start, int length) {
    return new Expr.Substring(text, start, length);
  }

  /** Texts joined end to end. */
  @SafeVarargs
  public static Expr<String> concat(Expr<String>... texts) {
    return new Expr.Concat(Arrays.asList(texts));
  }

  /** True where the text holds the sought one, letter by letter. */
  public static Predicate contains(Expr<String> text, String sought) {
    return new Predicate.TextMatch(text, Position.ANYWHERE, sought);
  }

  /** True where the text starts with the sought one. */
  public static Predicate startsWith(Expr<String> text, String sought) {
    return new Predicate.TextMatch(text, Position.START, sought);
  }

  /** True where the text ends with the sought one. */
  public static Predicate endsWith(Expr<String> text, String sought) {
    return new Predicate.TextMatch(text, Position.END, sought);
  }

  /** The truth value of a column, as a condition. */
  public static Predicate isTrue(Expr<Boolean> value) {
    return new Predicate.IsTrue(value);
  }

  /** The day of an instant in UTC. */
  public static Expr<LocalDate> dayOf(Expr<Instant> time) {
    return dayOf(time, ZoneOffset.UTC);
  }

  /** The day of an instant in a business time zone. */
  public static Expr<LocalDate> dayOf(Expr<Instant> time, ZoneId zone) {
    return new Expr.DayOf(time, zone);
  }

  /** The day of a wall-clock time. */
  public static Expr<LocalDate> dayOfLocal(Expr<LocalDateTime> time) {
    return new Expr.DayOf(time, ZoneOffset.UTC);
  }

  /** The first day of the period in which a day lies; the time grain of an aggregate. */
  public static Expr<LocalDate> startOf(Calendar calendar, Expr<LocalDate> day) {
    return new Expr.PeriodStart(calendar, day);
  }

  /** How many periods {@code to} lies after {@code from}. */
  public static Expr<Long> periodsBetween(
      Calendar calendar, Expr<LocalDate> from, Expr<LocalDate> to) {
    return new Expr.PeriodsBetween(calendar, from, to);
  }

  /** The start of the bucket of a fixed length, such as an hour, in which an instant lies. */
  public static Expr<Instant> bucket(Duration length, Expr<Instant> time) {
    return new Expr.TimeBucket(length, time);
  }

  /** An instant moved by a duration. */
  public static Expr<Instant> shift(Expr<Instant> time, Duration by) {
    return new Expr.TimeShift(time, by);
  }
}
