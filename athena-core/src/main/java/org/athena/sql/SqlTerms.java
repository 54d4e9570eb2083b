package org.athena.sql;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import org.athena.model.Calendar;
import org.athena.model.Expr;
import org.athena.model.Predicate;
import org.athena.model.Type;
import org.athena.spi.EngineProfile;
import org.jooq.DataType;
import org.jooq.Field;
import org.jooq.SortField;
import org.jooq.Table;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

/** The terms that families of SQL say differently, or not at all in jOOQ's vocabulary. */
public interface SqlTerms {

  /** The terms of an engine: those of its family, or its own. */
  static SqlTerms of(EngineProfile engine) {
    return switch (engine.family()) {
      case DUCKDB -> new DuckDbTerms();
      case TRINO -> new TrinoTerms();
      case REDSHIFT -> new RedshiftTerms();
      case OWN -> OwnSql.of(engine);
    };
  }

  /**
   * Whether a common table is computed once however often it is read; else every mention of it is
   * planned and computed anew.
   */
  boolean sharesTables();

  /**
   * Whether a window frame can reach over a range of time; else sums over the past are differences
   * of running totals.
   */
  default boolean hasRangeFrames() {
    return true;
  }

  /**
   * Whether a table of a from clause can be made of columns of those before it; else {@link
   * #rowsOf} is not asked.
   */
  default boolean hasLateralTables() {
    return true;
  }

  /** The first day of the period in which a day lies. */
  Field<LocalDate> periodStart(Calendar calendar, Field<LocalDate> day);

  /** How many periods after that of {@code from} the period of {@code to} is. */
  Field<Long> periodsBetween(Calendar calendar, Field<LocalDate> from, Field<LocalDate> to);

  /** The day of an instant, held as a timestamp in UTC, in a zone. */
  Field<LocalDate> dayOf(Field<LocalDateTime> utc, ZoneId zone);

  /** The day of a wall-clock time. */
  Field<LocalDate> dayOfLocal(Field<LocalDateTime> local);

  /** The instant, as a timestamp in UTC, of a wall-clock time in a zone. */
  Field<LocalDateTime> utcOfLocal(Field<LocalDateTime> local, ZoneId zone);

  /** The start of the bucket of an instant. */
  Field<LocalDateTime> bucket(Duration length, Field<LocalDateTime> utc);

  /** An instant moved by a duration. */
  Field<LocalDateTime> shift(Field<LocalDateTime> utc, Duration by);

  /**
   * The type to which a decimal operand is brought so that the engine's result is exact: it ends
   * with an error where it would have too many digits.
   *
   * @param operation what is done
   * @param type the type of the operand
   * @param other the type of the other operand
   */
  DataType<BigDecimal> operand(Expr.Operation operation, Type<?> type, Type<?> other);

  /** An exact quotient, half-even at a scale; null where the denominator is 0. */
  Field<BigDecimal> ratio(
      Field<?> numerator,
      int numeratorScale,
      Field<?> denominator,
      int denominatorScale,
      int scale);

  /**
   * The first value that is not null.
   *
   * @param values the values, each of the type; at least one
   * @param type the type
   */
  default Field<?> firstOf(List<Field<?>> values, Type<?> type) {
    Field<?>[] others = values.subList(1, values.size()).toArray(Field<?>[]::new);
    return DSL.coalesce(values.get(0), others);
  }

  /** Whether a text holds another. */
  Field<Boolean> textMatch(Field<String> text, Predicate.Position position, String sought);

  /** A value in the engine's type for a type of the vocabulary, which keeps microseconds. */
  Field<?> typed(Field<?> value, Type<?> type);

  /** A value in another type; null where text cannot be read as that type. */
  Field<?> cast(Field<?> value, Expr<?> source, Type<?> target);

  /**
   * The place of a row among those of its group that meet a condition, where {@link #samples} picks
   * by places; else null.
   */
  default @Nullable Field<Long> samplePlace(
      List<Field<?>> groups, Field<Boolean> condition, Field<String> text) {
    return null;
  }

  /**
   * The smallest few of a text's values, parted by line feeds, of the rows that meet a condition.
   *
   * @param place the column of {@link #samplePlace}, read where that is not null
   */
  Field<String> samples(Field<String> text, Field<Boolean> condition, Field<Long> place, int most);

  /**
   * Rows beside each whole number from 0 to a last one that the row tells; no row where that is
   * null or less than 0.
   *
   * @param alias the alias of the numbers
   * @param name the name of their column
   */
  Series series(Table<?> rows, Field<Long> last, String alias, String name);

  /**
   * A table made of a few rows out of columns of the tables before it in the from clause.
   *
   * @param rows the values of each row
   * @param names the names of the columns
   */
  Table<?> rowsOf(List<List<Field<?>>> rows, String alias, List<String> names);

  /** An aggregate over the rows of the keys in [t - length, t], ties included. */
  <T> Field<T> overPast(
      Field<T> aggregate, List<Field<?>> keys, SortField<?> order, Duration length);
}
