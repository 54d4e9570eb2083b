package org.athena.sql;

import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.inline;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.athena.error.UnsupportedByEngineException;
import org.athena.model.Calendar;
import org.athena.model.Expr;
import org.athena.model.Grain;
import org.athena.model.PeriodTable;
import org.athena.model.Predicate;
import org.athena.model.Type;
import org.jooq.CaseConditionStep;
import org.jooq.DataType;
import org.jooq.Field;
import org.jooq.SortField;
import org.jooq.Table;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;
import org.jspecify.annotations.Nullable;

/**
 * The terms as Redshift says them, out of what PostgreSQL understands in the same sense, so that
 * the same text can be run there.
 *
 * <p>Months are counted by their numbers and never added; a duration is an interval of days or
 * seconds; every product and quotient is cast to the digits that it may have.
 */
final class RedshiftTerms implements SqlTerms {

  /** The days of Monday weeks. */
  private static final int WEEK = 7;

  @Override
  public boolean sharesTables() {
    return true;
  }

  @Override
  public boolean hasRangeFrames() {
    return false;
  }

  @Override
  public Field<LocalDate> periodStart(Calendar calendar, Field<LocalDate> day) {
    return switch (calendar) {
      case Grain grain when grain == Grain.DAY -> day;
      case Grain grain -> start(grain, day);
      case PeriodTable table -> PeriodCases.start(table, day);
    };
  }

  /** A day is made a timestamp first: PostgreSQL would take it for an instant in its own zone. */
  private static Field<LocalDate> start(Grain grain, Field<LocalDate> day) {
    return field(
        "cast(date_trunc({0}, cast({1} as timestamp)) as date)",
        SQLDataType.LOCALDATE, inline(grain.name().toLowerCase(Locale.ROOT)), day);
  }

  @Override
  public Field<Long> periodsBetween(Calendar calendar, Field<LocalDate> from, Field<LocalDate> to) {
    return switch (calendar) {
      case Grain grain ->
          switch (grain) {
            case DAY -> between("cast(({1} - {0}) as bigint)", from, to);
            case WEEK ->
                field(
                    "cast(({1} - {0}) / {2} as bigint)",
                    SQLDataType.BIGINT, start(grain, from), start(grain, to), inline(WEEK));
            case MONTH -> years(12, "month", from, to);
            case QUARTER -> years(4, "quarter", from, to);
            case YEAR ->
                between(
                    "cast(extract(year from {1}) - extract(year from {0}) as bigint)", from, to);
          };
      case PeriodTable table -> PeriodCases.index(table, to).minus(PeriodCases.index(table, from));
    };
  }

  private static Field<Long> years(
      int parts, String part, Field<LocalDate> from, Field<LocalDate> to) {
    return between(
        "cast(cast((extract(year from {1}) - extract(year from {0})) * %1$d as bigint) + extract(%2$s from {1}) - extract(%2$s from {0}) as bigint)"
            .formatted(parts, part),
        from,
        to);
  }

  private static Field<Long> between(String text, Field<LocalDate> from, Field<LocalDate> to) {
    return field(text, SQLDataType.BIGINT, from, to);
  }

  @Override
  public Field<LocalDate> dayOf(Field<LocalDateTime> utc, ZoneId zone) {
    return dayOfLocal(RedshiftTimes.local(utc, zone));
  }

  @Override
  public Field<LocalDate> dayOfLocal(Field<LocalDateTime> local) {
    return field("cast({0} as date)", SQLDataType.LOCALDATE, local);
  }

  @Override
  public Field<LocalDateTime> utcOfLocal(Field<LocalDateTime> local, ZoneId zone) {
    return RedshiftTimes.utc(local, zone);
  }

  /** Whole seconds are floored first, also before 1970, since an epoch with a part may be cut. */
  @Override
  public Field<LocalDateTime> bucket(Duration length, Field<LocalDateTime> utc) {
    Field<Long> seconds =
        field(
            "cast(extract(epoch from date_trunc('second', {0})) as bigint)",
            SQLDataType.BIGINT, utc);
    return field(
        "(timestamp '1970-01-01 00:00:00' + cast({0} - mod(mod({0}, {1}) + {1}, {1}) as bigint) * interval '1' second)",
        SQLDataType.LOCALDATETIME, seconds, inline(length.toSeconds()));
  }

  @Override
  public Field<LocalDateTime> shift(Field<LocalDateTime> utc, Duration by) {
    return RedshiftTimes.plus(utc, by);
  }

  /** The digits are shared out so that the result has no more than there can be. */
  @Override
  public DataType<BigDecimal> operand(Expr.Operation operation, Type<?> type, Type<?> other) {
    RedshiftDecimal own = operand(operation, RedshiftDecimal.of(type), RedshiftDecimal.of(other));
    RedshiftDecimal others =
        operand(operation, RedshiftDecimal.of(other), RedshiftDecimal.of(type));
    boolean isProduct = operation == Expr.Operation.TIMES;
    if (!(isProduct ? own.times(others) : own.plus(others)).isExact()) {
      throw new UnsupportedByEngineException(
          "Cannot %s numbers with %d and %d digits after the point: decimals have %d digits in all. Cast them to fewer digits."
              .formatted(
                  isProduct ? "multiply" : "add", type.scale(), other.scale(), Type.MAX_PRECISION));
    }
    return own.dataType();
  }

  private static RedshiftDecimal operand(
      Expr.Operation operation, RedshiftDecimal type, RedshiftDecimal other) {
    int most = Type.MAX_PRECISION - 1;
    if (operation != Expr.Operation.TIMES) {
      int common = Math.max(type.scale(), other.scale());
      return new RedshiftDecimal(Math.max(most, common), common);
    }
    int spare = most - type.scale() - other.scale();
    int otherWhole = other.precision() - other.scale();
    int whole = Math.min(type.precision() - type.scale(), Math.max(spare / 2, spare - otherWhole));
    return new RedshiftDecimal(Math.max(1, type.scale() + whole), type.scale());
  }

  @Override
  public Field<BigDecimal> ratio(
      Field<?> numerator,
      int numeratorScale,
      Field<?> denominator,
      int denominatorScale,
      int scale) {
    return new RedshiftRatio(numeratorScale, denominatorScale, scale).of(numerator, denominator);
  }

  /** A case where a function of choice would leave too few digits. */
  @Override
  public Field<?> firstOf(List<Field<?>> values, Type<?> type) {
    RedshiftDecimal own = RedshiftDecimal.of(type);
    if (type.kind() != Type.Kind.DECIMAL || own.or(own).equals(own)) {
      return SqlTerms.super.firstOf(values, type);
    }
    Field<BigDecimal> last = decimal(values.get(values.size() - 1));
    @Nullable CaseConditionStep<BigDecimal> step = null;
    for (Field<?> value : values.subList(0, values.size() - 1)) {
      Field<BigDecimal> then = decimal(value);
      step = step == null ? DSL.when(then.isNotNull(), then) : step.when(then.isNotNull(), then);
    }
    return step == null ? last : step.otherwise(last);
  }

  @SuppressWarnings("unchecked")
  private static Field<BigDecimal> decimal(Field<?> value) {
    return (Field<BigDecimal>) value;
  }

  /** By position: comparisons leave blanks at the end of texts out of account, this does not. */
  @Override
  public Field<Boolean> textMatch(Field<String> text, Predicate.Position position, String sought) {
    if (sought.isEmpty()) {
      return field("({0} is not null)", SQLDataType.BOOLEAN, text);
    }
    return switch (position) {
      case ANYWHERE -> field("(strpos({0}, {1}) > 0)", SQLDataType.BOOLEAN, text, DSL.val(sought));
      case START -> field("(strpos({0}, {1}) = 1)", SQLDataType.BOOLEAN, text, DSL.val(sought));
      case END ->
          field(
              "(strpos(reverse({0}), {1}) = 1)",
              SQLDataType.BOOLEAN, text, DSL.val(new StringBuilder(sought).reverse().toString()));
    };
  }

  @Override
  public Field<?> typed(Field<?> value, Type<?> type) {
    return value.cast(SqlTypes.of(type));
  }

  @Override
  @SuppressWarnings("unchecked")
  public Field<?> cast(Field<?> value, Expr<?> source, Type<?> target) {
    Type.Kind from = source.type().kind();
    if (from == Type.Kind.STRING && target.kind() != Type.Kind.STRING) {
      return RedshiftReading.of((Field<String>) value, target);
    }
    if (from == Type.Kind.BOOLEAN && target.kind() == Type.Kind.INTEGER) {
      return field("cast(cast({0} as integer) as bigint)", SQLDataType.BIGINT, value);
    }
    return typed(value, target);
  }

  @Override
  public Field<Long> samplePlace(
      List<Field<?>> groups, Field<Boolean> condition, Field<String> text) {
    List<Field<?>> parts = new ArrayList<>(groups);
    parts.add(DSL.when(DSL.condition(condition), inline(1)).otherwise(inline(0)));
    return field(
        "row_number() over (partition by {0} order by {1})",
        SQLDataType.BIGINT, DSL.list(parts), text);
  }

  /** One maximum for each place, since a list would fail where it grows too long. */
  @Override
  public Field<String> samples(
      Field<String> text, Field<Boolean> condition, Field<Long> place, int most) {
    Field<String> joined = at(text, condition, place, 1);
    for (int i = 2; i <= most; i++) {
      joined =
          field(
              "{0} || coalesce(chr(10) || {1}, '')",
              SQLDataType.VARCHAR, joined, at(text, condition, place, i));
    }
    return joined;
  }

  private static Field<String> at(
      Field<String> text, Field<Boolean> condition, Field<Long> place, int wanted) {
    return DSL.max(DSL.when(DSL.condition(condition).and(place.eq(inline((long) wanted))), text));
  }

  @Override
  public Series series(Table<?> rows, Field<Long> last, String alias, String name) {
    return RedshiftSeries.of(rows, last, alias);
  }

  /** A common table is computed once here, so that no plan asks for this. */
  @Override
  public Table<?> rowsOf(List<List<Field<?>>> rows, String alias, List<String> names) {
    throw new IllegalStateException("rows of columns before them need a lateral join");
  }

  @Override
  public <T> Field<T> overPast(
      Field<T> aggregate, List<Field<?>> keys, SortField<?> order, Duration length) {
    throw new IllegalStateException("there are no frames over a range");
  }
}
