package org.athena.sql;

import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.inline;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
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
import org.jooq.DataType;
import org.jooq.Field;
import org.jooq.QueryPart;
import org.jooq.SortField;
import org.jooq.Table;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;

/** The terms as Trino says them. */
final class TrinoTerms implements SqlTerms {

  /** A timestamp that is not told its digits has three of them. */
  private static final DataType<LocalDateTime> MICROS = SQLDataType.LOCALDATETIME(6);

  private static final String EPOCH = "timestamp '1970-01-01 00:00:00.000000'";

  private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm:ss.SSS");

  private static final long DAY = Duration.ofDays(1).toMillis();

  /** The longest sequence that the engine makes. */
  private static final int CHUNK = 10_000;

  @Override
  public boolean sharesTables() {
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

  private static Field<LocalDate> start(Grain grain, Field<LocalDate> day) {
    return field("date_trunc({0}, {1})", SQLDataType.LOCALDATE, part(grain), day);
  }

  /** Only whole units are counted, so both ends are moved to the start of their period. */
  @Override
  public Field<Long> periodsBetween(Calendar calendar, Field<LocalDate> from, Field<LocalDate> to) {
    return switch (calendar) {
      case Grain grain ->
          field(
              "date_diff({0}, {1}, {2})",
              SQLDataType.BIGINT, part(grain), start(grain, from), start(grain, to));
      case PeriodTable table -> PeriodCases.index(table, to).minus(PeriodCases.index(table, from));
    };
  }

  private static Field<String> part(Grain grain) {
    return inline(grain.name().toLowerCase(Locale.ROOT));
  }

  @Override
  public Field<LocalDate> dayOf(Field<LocalDateTime> utc, ZoneId zone) {
    return dayOfLocal(TrinoZones.local(utc, zone));
  }

  @Override
  public Field<LocalDate> dayOfLocal(Field<LocalDateTime> local) {
    return field("cast({0} as date)", SQLDataType.LOCALDATE, local);
  }

  @Override
  public Field<LocalDateTime> utcOfLocal(Field<LocalDateTime> local, ZoneId zone) {
    return TrinoZones.utc(local, zone);
  }

  /** Milliseconds are floored, also before 1970. */
  @Override
  public Field<LocalDateTime> bucket(Duration length, Field<LocalDateTime> utc) {
    Field<Long> millis =
        field(
            "date_diff('millisecond', " + EPOCH + ", date_trunc('millisecond', {0}))",
            SQLDataType.BIGINT,
            utc);
    return field(
        "date_add('millisecond', {0} - mod(mod({0}, {1}) + {1}, {1}), " + EPOCH + ")",
        MICROS,
        millis,
        inline(millis("group into buckets of", length)));
  }

  @Override
  public Field<LocalDateTime> shift(Field<LocalDateTime> utc, Duration by) {
    return field(
        "date_add('millisecond', {0}, {1})",
        MICROS, inline(millis("shift an instant by", by)), utc);
  }

  private static long millis(String what, Duration length) {
    if (length.getNano() % 1_000_000 != 0) {
      throw new UnsupportedByEngineException(
          "Cannot %s %s: the durations of this engine have whole milliseconds. Choose such a duration."
              .formatted(what, length));
    }
    return length.toMillis();
  }

  /**
   * Where a result would have over 38 digits the engine takes some behind the point away, without a
   * word. So sums have operands of one scale, and the digits of factors are 38 together.
   */
  @Override
  public DataType<BigDecimal> operand(Expr.Operation operation, Type<?> type, Type<?> other) {
    if (operation != Expr.Operation.TIMES) {
      return SQLDataType.DECIMAL(Type.MAX_PRECISION, Math.max(type.scale(), other.scale()));
    }
    int spare = Type.MAX_PRECISION - type.scale() - other.scale();
    int otherWhole = other.precision() - other.scale();
    int whole = Math.min(type.precision() - type.scale(), Math.max(spare / 2, spare - otherWhole));
    return SQLDataType.DECIMAL(Math.max(1, type.scale() + whole), type.scale());
  }

  /**
   * Rounded by hand: to what the division of decimals rounds depends on the server's version and
   * settings, but a quotient without remainder is exact under all of them.
   */
  @Override
  public Field<BigDecimal> ratio(
      Field<?> numerator,
      int numeratorScale,
      Field<?> denominator,
      int denominatorScale,
      int scale) {
    int common = Math.max(numeratorScale, denominatorScale);
    int digits = Type.MAX_PRECISION - 2;
    String toEven =
        "cast(x.q + case when abs(x.r) > abs(x.b) - abs(x.r)"
            + " or (abs(x.r) = abs(x.b) - abs(x.r) and mod(x.q, 2) <> 0)"
            + " then sign(x.r) * sign(x.b) else 0 end as varchar)";
    return field(
        "cast(element_at(transform(transform("
            + "array[cast(row({0} * {2}, nullif({1}, 0)) as row(a decimal(37, {3}), b decimal(36, {3})))],"
            + " x -> cast(row((x.a - mod(x.a, x.b)) / x.b, mod(x.a, x.b), x.b)"
            + " as row(q decimal(38, 0), r decimal(36, {3}), b decimal(36, {3})))), x -> "
            + toEven
            + "), 1) || {4} as decimal(38, {5}))",
        SQLDataType.DECIMAL(Type.MAX_PRECISION, scale),
        numerator.cast(SQLDataType.DECIMAL(digits - scale, common)),
        denominator.cast(SQLDataType.DECIMAL(digits, common)),
        decimal(BigDecimal.TEN.pow(scale)),
        inline(common),
        inline("e-" + scale),
        inline(scale));
  }

  private static Field<BigDecimal> decimal(BigDecimal value) {
    return field("decimal '" + value.toPlainString() + "'", SQLDataType.DECIMAL);
  }

  @Override
  public Field<Boolean> textMatch(Field<String> text, Predicate.Position position, String sought) {
    String call =
        switch (position) {
          case ANYWHERE -> "(strpos({0}, {1}) > 0)";
          case START -> "starts_with({0}, {1})";
          case END -> "starts_with(reverse({0}), reverse({1}))";
        };
    return field(call, SQLDataType.BOOLEAN, text, DSL.val(sought));
  }

  @Override
  public Field<?> typed(Field<?> value, Type<?> type) {
    return value.cast(dataType(type));
  }

  private static DataType<?> dataType(Type<?> type) {
    return switch (type.kind()) {
      case INSTANT, LOCAL_TIMESTAMP -> MICROS;
      default -> SqlTypes.of(type);
    };
  }

  /** Text is trimmed, and a T may stand before the time of day. */
  @Override
  public Field<?> cast(Field<?> value, Expr<?> source, Type<?> target) {
    Type.Kind from = source.type().kind();
    if (target.kind() == Type.Kind.STRING && isTime(from)) {
      return field("regexp_replace(cast({0} as varchar), '\\.?0*$')", SQLDataType.VARCHAR, value);
    }
    if (from != Type.Kind.STRING || target.kind() == Type.Kind.STRING) {
      return typed(value, target);
    }
    String text = isTime(target.kind()) ? "replace(trim({0}), 'T', ' ')" : "trim({0})";
    return DSL.tryCast(field(text, SQLDataType.VARCHAR, value), dataType(target));
  }

  private static boolean isTime(Type.Kind kind) {
    return kind == Type.Kind.INSTANT || kind == Type.Kind.LOCAL_TIMESTAMP;
  }

  @Override
  public Field<String> samples(
      Field<String> text, Field<Boolean> condition, Field<Long> place, int most) {
    return field(
        "array_join(min({0}, {1}) filter (where {2}), chr(10))",
        SQLDataType.VARCHAR, text, inline(most), condition);
  }

  /** A sequence of the starts of chunks, and one within each. */
  @Override
  public Series series(Table<?> rows, Field<Long> last, String alias, String name) {
    Table<?> numbers =
        DSL.table(
            "unnest(case when {0} >= 0 then sequence(bigint '0', {0}, {1}) end) as {2} (chunk)"
                + " cross join unnest(sequence({2}.chunk, least({0}, {2}.chunk + {1} - 1))) as {3} ({4})",
            last, inline(CHUNK), DSL.name(alias + "_chunk"), DSL.name(alias), DSL.name(name));
    return new Series(rows.crossJoin(numbers), field(DSL.name(alias, name), SQLDataType.BIGINT));
  }

  @Override
  public Table<?> rowsOf(List<List<Field<?>>> rows, String alias, List<String> names) {
    List<QueryPart> parts = new ArrayList<>();
    rows.forEach(row -> parts.add(DSL.sql("row({0})", DSL.list(row))));
    return DSL.table(
        "unnest(array[{0}]) as {1} ({2})",
        DSL.list(parts), DSL.name(alias), DSL.list(names.stream().map(DSL::name).toList()));
  }

  @Override
  public <T> Field<T> overPast(
      Field<T> aggregate, List<Field<?>> keys, SortField<?> order, Duration length) {
    QueryPart partition =
        keys.isEmpty() ? DSL.sql("") : DSL.sql("partition by {0}", DSL.list(keys));
    long millis = millis("roll over", length);
    String past =
        "interval '%d %s' day to second"
            .formatted(
                length.toDays(), TIME.format(LocalTime.ofNanoOfDay(millis % DAY * 1_000_000)));
    return field(
        "{0} over ({1} order by {2} range between {3} preceding and current row)",
        aggregate.getDataType(), aggregate, partition, order, DSL.raw(past));
  }
}
