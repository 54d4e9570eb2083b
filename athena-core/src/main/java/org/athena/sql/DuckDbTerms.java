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
import org.athena.model.Calendar;
import org.athena.model.Expr;
import org.athena.model.Grain;
import org.athena.model.PeriodTable;
import org.athena.model.Predicate;
import org.athena.model.Type;
import org.jooq.DataType;
import org.jooq.Field;
import org.jooq.QueryPart;
import org.jooq.SortField;
import org.jooq.Table;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;

/** The terms as DuckDB says them. */
final class DuckDbTerms implements SqlTerms {

  private static final LocalDate FIRST_MONDAY = LocalDate.of(1969, 12, 29);

  @Override
  public boolean sharesTables() {
    return true;
  }

  @Override
  public Field<LocalDate> periodStart(Calendar calendar, Field<LocalDate> day) {
    return switch (calendar) {
      case Grain grain when grain == Grain.DAY -> day;
      case Grain grain ->
          field("cast(date_trunc({0}, {1}) as date)", SQLDataType.LOCALDATE, part(grain), day);
      case PeriodTable table -> PeriodCases.start(table, day);
    };
  }

  @Override
  public Field<Long> periodsBetween(Calendar calendar, Field<LocalDate> from, Field<LocalDate> to) {
    return switch (calendar) {
      case Grain grain when grain == Grain.WEEK -> week(to).minus(week(from));
      case Grain grain ->
          field("datediff({0}, {1}, {2})", SQLDataType.BIGINT, part(grain), from, to);
      case PeriodTable table -> PeriodCases.index(table, to).minus(PeriodCases.index(table, from));
    };
  }

  /** Weeks are counted between Mondays: datediff counts from Sundays or so, by version. */
  private static Field<Long> week(Field<LocalDate> day) {
    return field(
        "datediff('day', {0}, cast(date_trunc('week', {1}) as date)) // 7",
        SQLDataType.BIGINT, inline(FIRST_MONDAY), day);
  }

  private static Field<String> part(Grain grain) {
    return inline(grain.name().toLowerCase(java.util.Locale.ROOT));
  }

  @Override
  public Field<LocalDate> dayOf(Field<LocalDateTime> utc, ZoneId zone) {
    return dayOfLocal(Zones.local(utc, zone));
  }

  @Override
  public Field<LocalDate> dayOfLocal(Field<LocalDateTime> local) {
    return field("cast({0} as date)", SQLDataType.LOCALDATE, local);
  }

  @Override
  public Field<LocalDateTime> utcOfLocal(Field<LocalDateTime> local, ZoneId zone) {
    return Zones.utc(local, zone);
  }

  @Override
  public Field<LocalDateTime> bucket(Duration length, Field<LocalDateTime> utc) {
    return field(
        "time_bucket({0}, {1}, timestamp '1970-01-01')",
        SQLDataType.LOCALDATETIME, interval(length), utc);
  }

  @Override
  public Field<LocalDateTime> shift(Field<LocalDateTime> utc, Duration by) {
    return field("({0} + {1})", SQLDataType.LOCALDATETIME, utc, interval(by));
  }

  private static Field<?> interval(Duration length) {
    return field("to_microseconds({0})", Object.class, inline(micros(length)));
  }

  private static long micros(Duration length) {
    return Math.addExact(
        Math.multiplyExact(length.getSeconds(), 1_000_000L), length.getNano() / 1000);
  }

  /** Operands get all digits, so that a product does not overflow before its result would. */
  @Override
  public DataType<BigDecimal> operand(Expr.Operation operation, Type<?> type, Type<?> other) {
    return SQLDataType.DECIMAL(Type.MAX_PRECISION, type.scale());
  }

  /** The division needs numerator digits, scale and denominator scale together within 38. */
  @Override
  public Field<BigDecimal> ratio(
      Field<?> numerator,
      int numeratorScale,
      Field<?> denominator,
      int denominatorScale,
      int scale) {
    int digits = Type.MAX_PRECISION - scale - denominatorScale;
    return field(
        "decimal_division({0}, nullif({1}, 0), {2})",
        SQLDataType.DECIMAL(Type.MAX_PRECISION, scale),
        numerator.cast(SQLDataType.DECIMAL(Math.max(digits, numeratorScale + 1), numeratorScale)),
        denominator.cast(
            SQLDataType.DECIMAL(Math.max(digits, denominatorScale + 1), denominatorScale)),
        inline(scale));
  }

  @Override
  public Field<Boolean> textMatch(Field<String> text, Predicate.Position position, String sought) {
    String function =
        switch (position) {
          case ANYWHERE -> "contains";
          case START -> "starts_with";
          case END -> "ends_with";
        };
    return field(function + "({0}, {1})", SQLDataType.BOOLEAN, text, DSL.val(sought));
  }

  @Override
  public Field<?> typed(Field<?> value, Type<?> type) {
    return value.cast(SqlTypes.of(type));
  }

  @Override
  public Field<?> cast(Field<?> value, Expr<?> source, Type<?> target) {
    boolean fromText = source.type().kind() == Type.Kind.STRING;
    return fromText ? DSL.tryCast(value, SqlTypes.of(target)) : value.cast(SqlTypes.of(target));
  }

  @Override
  public Field<String> samples(
      Field<String> text, Field<Boolean> condition, Field<Long> place, int most) {
    return field(
        "array_to_string(min({0}, {1}) filter (where {2}), chr(10))",
        SQLDataType.VARCHAR, text, inline(most), condition);
  }

  @Override
  public Series series(Table<?> rows, Field<Long> last, String alias, String name) {
    Table<?> numbers =
        DSL.table(
            "lateral (select unnest(range({0} + 1)) as {1}) as {2}",
            last, DSL.name(name), DSL.name(alias));
    return new Series(rows.crossJoin(numbers), field(DSL.name(alias, name), SQLDataType.BIGINT));
  }

  @Override
  public Table<?> rowsOf(List<List<Field<?>>> rows, String alias, List<String> names) {
    List<QueryPart> parts = new ArrayList<>();
    rows.forEach(row -> parts.add(DSL.sql("({0})", DSL.list(row))));
    return DSL.table(
        "lateral (values {0}) as {1} ({2})",
        DSL.list(parts), DSL.name(alias), DSL.list(names.stream().map(DSL::name).toList()));
  }

  @Override
  public <T> Field<T> overPast(
      Field<T> aggregate, List<Field<?>> keys, SortField<?> order, Duration length) {
    QueryPart partition =
        keys.isEmpty() ? DSL.sql("") : DSL.sql("partition by {0}", DSL.list(keys));
    return field(
        "{0} over ({1} order by {2} range between {3} preceding and current row)",
        aggregate.getDataType(), aggregate, partition, order, interval(length));
  }
}
