package org.athena.model;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A typed value computed from the columns of a row: the closed vocabulary of expressions.
 *
 * <p>Build one from columns and the functions of {@link Expressions}; each kind of node is a record
 * below, each kind of condition a record in {@link Predicate}.
 *
 * @param <T> the Java type of the value
 */
public sealed interface Expr<T>
    permits Column,
        Expr.Literal,
        Expr.Arithmetic,
        Expr.Ratio,
        Expr.Case,
        Expr.Coalesce,
        Expr.Cast,
        Expr.TextCall,
        Expr.Length,
        Expr.Substring,
        Expr.Concat,
        Expr.DayOf,
        Expr.PeriodStart,
        Expr.PeriodsBetween,
        Expr.TimeBucket,
        Expr.TimeShift,
        Predicate {

  /** The type of the value. */
  Type<T> type();

  /** This value under a name. */
  default Aliased<T> as(String name) {
    return new Aliased<>(this, name);
  }

  /** True where both are equal; unknown where one is null. */
  default Predicate eq(T value) {
    return eq(Expressions.literal(type(), value));
  }

  /** True where both are equal; unknown where one is null. */
  default Predicate eq(Expr<T> other) {
    return new Predicate.Comparison(this, Predicate.Comparator.EQUAL, other);
  }

  /** True where the two differ; unknown where one is null. */
  default Predicate ne(T value) {
    return new Predicate.Comparison(
        this, Predicate.Comparator.NOT_EQUAL, Expressions.literal(type(), value));
  }

  /** True where this is less; unknown where one is null. */
  default Predicate lt(T value) {
    return lt(Expressions.literal(type(), value));
  }

  /** True where this is less; unknown where one is null. */
  default Predicate lt(Expr<T> other) {
    return new Predicate.Comparison(this, Predicate.Comparator.LESS, other);
  }

  /** True where this is at most the value; unknown where one is null. */
  default Predicate le(T value) {
    return le(Expressions.literal(type(), value));
  }

  /** True where this is at most the other; unknown where one is null. */
  default Predicate le(Expr<T> other) {
    return new Predicate.Comparison(this, Predicate.Comparator.AT_MOST, other);
  }

  /** True where this is more; unknown where one is null. */
  default Predicate gt(T value) {
    return Expressions.literal(type(), value).lt(this);
  }

  /** True where this is at least the value; unknown where one is null. */
  default Predicate ge(T value) {
    return Expressions.literal(type(), value).le(this);
  }

  /** True where this equals one of the values; unknown where this is null. */
  default Predicate in(Collection<T> values) {
    return new Predicate.In(
        this, values.stream().<Expr<?>>map(v -> Expressions.literal(type(), v)).toList());
  }

  /** True where this is null. */
  default Predicate isNull() {
    return new Predicate.IsNull(this);
  }

  /** True where this is not null. */
  default Predicate isNotNull() {
    return isNull().not();
  }

  /** The type of one of several values; a number that is written has just its digits. */
  private static <T> Type<T> chosen(Expr<T> value) {
    return value instanceof Literal<T> literal ? literal.narrowed() : value.type();
  }

  /** A constant; a null value is the typed null. */
  record Literal<T>(@Nullable T value, Type<T> type) implements Expr<T> {

    /** The type with just the digits of the value, for decimals that have one. */
    @SuppressWarnings("unchecked")
    private Type<T> narrowed() {
      if (!(value instanceof BigDecimal decimal)) {
        return type;
      }
      int scale = Math.max(decimal.scale(), 0);
      int whole = Math.max(decimal.precision() - decimal.scale(), 1);
      return (Type<T>) Type.decimal(whole + scale, scale);
    }
  }

  /** The operations of {@link Arithmetic}. */
  enum Operation {
    PLUS,
    MINUS,
    TIMES
  }

  /** Sum, difference or product; exact, with decimals of up to 38 digits. */
  record Arithmetic<T>(Operation operation, Expr<T> left, Expr<T> right, Type<T> type)
      implements Expr<T> {}

  /** A quotient at a stated scale, rounded half-even; null where the denominator is 0. */
  record Ratio(Expr<?> numerator, Expr<?> denominator, int scale) implements Expr<BigDecimal> {
    @Override
    public Type<BigDecimal> type() {
      return Type.decimal(Type.MAX_PRECISION, scale);
    }
  }

  /** The value of the first branch whose condition is true, else {@code otherwise}. */
  record Case<T>(List<Branch<T>> branches, Expr<T> otherwise) implements Expr<T> {
    /** Keeps its own copy. */
    public Case {
      branches = List.copyOf(branches);
    }

    /** The type that holds the value of every branch. */
    @Override
    public Type<T> type() {
      return Stream.concat(branches.stream().map(Branch::then), Stream.of(otherwise))
          .map(Expr::chosen)
          .reduce(Type::widened)
          .orElseThrow();
    }

    /** One branch. */
    public record Branch<T>(Predicate when, Expr<T> then) {}
  }

  /** The first of the values that is not null. */
  record Coalesce<T>(List<Expr<T>> values) implements Expr<T> {
    /** Keeps its own copy; needs one value. */
    public Coalesce {
      values = List.copyOf(values);
      if (values.isEmpty()) {
        throw new IllegalArgumentException(
            "Cannot coalesce: no value is given. Give at least one.");
      }
    }

    /** The type that holds each of the values. */
    @Override
    public Type<T> type() {
      return values.stream().map(Expr::chosen).reduce(Type::widened).orElseThrow();
    }
  }

  /** The same value in another type; null where text cannot be read as that type. */
  record Cast<T>(Expr<?> value, Type<T> type) implements Expr<T> {}

  /** The functions of {@link TextCall}. */
  enum TextFunction {
    LOWER,
    UPPER,
    TRIM
  }

  /** Text in another form. */
  record TextCall(TextFunction function, Expr<String> text) implements Expr<String> {
    @Override
    public Type<String> type() {
      return Type.STRING;
    }
  }

  /** How many characters a text has. */
  record Length(Expr<String> text) implements Expr<Long> {
    @Override
    public Type<Long> type() {
      return Type.INTEGER;
    }
  }

  /** A part of a text: {@code length} characters from position {@code start}, the first being 1. */
  record Substring(Expr<String> text, int start, int length) implements Expr<String> {
    /** Checks the bounds. */
    public Substring {
      if (start < 1 || length < 0) {
        throw new IllegalArgumentException(
            "Cannot take a substring from %d of length %d: positions start at 1, length is 0 or more."
                .formatted(start, length));
      }
    }

    @Override
    public Type<String> type() {
      return Type.STRING;
    }
  }

  /** Texts joined end to end; null where one is null. */
  record Concat(List<Expr<String>> texts) implements Expr<String> {
    /** Keeps its own copy. */
    public Concat {
      texts = List.copyOf(texts);
    }

    @Override
    public Type<String> type() {
      return Type.STRING;
    }
  }

  /** The calendar day of an instant in a zone, or of a wall-clock time (whose zone is ignored). */
  record DayOf(Expr<?> time, ZoneId zone) implements Expr<LocalDate> {
    @Override
    public Type<LocalDate> type() {
      return Type.DATE;
    }
  }

  /** The first day of the calendar period in which a day lies. */
  record PeriodStart(Calendar calendar, Expr<LocalDate> day) implements Expr<LocalDate> {
    @Override
    public Type<LocalDate> type() {
      return Type.DATE;
    }
  }

  /** How many periods after that of {@code from} the period of {@code to} is. */
  record PeriodsBetween(Calendar calendar, Expr<LocalDate> from, Expr<LocalDate> to)
      implements Expr<Long> {
    @Override
    public Type<Long> type() {
      return Type.INTEGER;
    }
  }

  /** The start of the bucket of a fixed length, counted from 1970-01-01T00:00Z, of an instant. */
  record TimeBucket(Duration length, Expr<Instant> time) implements Expr<Instant> {
    /** Checks that the length is a whole, positive number of seconds. */
    public TimeBucket {
      if (length.isNegative() || length.isZero() || length.getNano() != 0) {
        throw new IllegalArgumentException(
            "Cannot make buckets of %s: the length is a positive number of whole seconds."
                .formatted(length));
      }
    }

    @Override
    public Type<Instant> type() {
      return Type.INSTANT;
    }
  }

  /** An instant moved by a duration, which may be negative. */
  record TimeShift(Expr<Instant> time, Duration by) implements Expr<Instant> {
    @Override
    public Type<Instant> type() {
      return Type.INSTANT;
    }
  }
}
