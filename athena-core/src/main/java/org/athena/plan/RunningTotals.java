package org.athena.plan;

import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.when;

import java.math.BigDecimal;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import org.athena.model.Aggregate;
import org.athena.model.Column;
import org.athena.model.Measure;
import org.athena.model.Type;
import org.athena.query.Rolling;
import org.athena.sql.SqlTypes;
import org.jooq.CommonTableExpression;
import org.jooq.DataType;
import org.jooq.Field;
import org.jooq.Select;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;

/**
 * Rolling counts and sums at every event without frames over a range of time.
 *
 * <p>What an event adds at its time is taken off again after its window has passed, by a row of its
 * own at that time, behind the events of the same instant; the running total at the last event of
 * an instant is the sum over the window. Rows of an instant get the total of the last of them.
 */
final class RunningTotals {

  private static final Field<LocalDateTime> TIME = field(name("time"), SQLDataType.LOCALDATETIME);
  private static final Field<Integer> PASSED = field(name("passed"), SQLDataType.INTEGER);
  private static final Field<Long> PLACE = field(name("place"), SQLDataType.BIGINT);

  private final Planning planning;
  private final Rolling rolling;
  private final Source source;
  private final AggregateLowering aggregates;
  private final List<Total> totals = new ArrayList<>();

  /** One measure of a window; {@code number} names its columns. */
  private record Total(int number, Rolling.Window window, Measure<?> measure) {

    boolean isSum() {
      return measure.aggregate().function() == Aggregate.Function.SUM;
    }

    String countName() {
      return "n_" + number;
    }

    String sumName() {
      return "s_" + number;
    }

    DataType<?> sumType() {
      Type<?> type = measure.aggregate().type();
      return type.kind() == Type.Kind.DECIMAL
          ? SQLDataType.DECIMAL(Type.MAX_PRECISION, type.scale())
          : SqlTypes.of(type);
    }
  }

  RunningTotals(Planning planning, Rolling rolling, Source source) {
    planning.note(
        "rolling per event: running totals, off which events are taken after their window");
    this.planning = planning;
    this.rolling = rolling;
    this.source = source;
    this.aggregates = new AggregateLowering(new ExprLowering(planning.terms(), source));
    for (Rolling.Window window : rolling.windows()) {
      for (Measure<?> measure : window.measures()) {
        totals.add(new Total(totals.size(), window, measure));
      }
    }
  }

  Select<?> plan() {
    String events = planning.alias("events");
    String moves = planning.alias("moves");
    String placed = planning.alias("placed");
    String running = planning.alias("running");
    List<CommonTableExpression<?>> tables = new ArrayList<>();
    tables.add(name(events).as(events()));
    tables.add(name(moves).as(moves(events)));
    tables.add(name(placed).as(placed(moves)));
    tables.add(name(running).as(running(placed)));
    return DSL.with(tables).select(answer()).from(atEvents(running).asTable(name("r")));
  }

  private Select<?> events() {
    List<Field<?>> fields = new ArrayList<>();
    for (int i = 0; i < columns().size(); i++) {
      fields.add(source.col(columns().get(i)).as(name(columnName(i))));
    }
    fields.add(source.col(rolling.at()).as(TIME.getUnqualifiedName()));
    for (Total total : totals) {
      Field<?> taken = aggregates.taken(total.measure().aggregate());
      Field<Integer> one = when(taken.isNotNull(), inline(1)).otherwise(inline(0));
      fields.add(one.cast(SQLDataType.BIGINT).as(name(total.countName())));
      if (total.isSum()) {
        fields.add(
            DSL.coalesce(taken.cast(total.sumType()), zero(total)).as(name(total.sumName())));
      }
    }
    return DSL.select(fields).from(source.table()).where(source.col(rolling.at()).isNotNull());
  }

  /** Each event, and for each window a row that takes it off. */
  private Select<?> moves(String events) {
    List<Field<?>> happened = columnsOf(events);
    happened.add(field(name(events, "time"), SQLDataType.LOCALDATETIME));
    happened.add(inline(0).as(PASSED.getUnqualifiedName()));
    for (Total total : totals) {
      values(total).forEach(value -> happened.add(field(name(events, value))));
    }
    Select<?> all = DSL.select(happened).from(name(events));
    for (Rolling.Window window : rolling.windows()) {
      all = TrianglePlanner.unionAll(all, passed(events, window));
    }
    return all;
  }

  private Select<?> passed(String events, Rolling.Window window) {
    List<Field<?>> fields = new ArrayList<>();
    for (int i = 0; i < columns().size(); i++) {
      Column<?> column = columns().get(i);
      Field<?> value =
          rolling.by().contains(column)
              ? field(name(events, columnName(i)))
              : DSL.castNull(SqlTypes.of(column.type()));
      fields.add(value.as(name(columnName(i))));
    }
    Field<LocalDateTime> time = field(name(events, "time"), SQLDataType.LOCALDATETIME);
    fields.add(planning.terms().shift(time, window.length()).as(TIME.getUnqualifiedName()));
    fields.add(inline(1).as(PASSED.getUnqualifiedName()));
    for (Total total : totals) {
      boolean isOf = total.window().equals(window);
      Field<Long> count = field(name(events, total.countName()), SQLDataType.BIGINT);
      fields.add((isOf ? count.neg() : inline(0L)).cast(SQLDataType.BIGINT).as(total.countName()));
      if (total.isSum()) {
        Field<BigDecimal> sum = field(name(events, total.sumName()), SQLDataType.DECIMAL);
        fields.add(
            (isOf ? sum.neg().cast(total.sumType()) : zero(total)).as(name(total.sumName())));
      }
    }
    return DSL.select(fields).from(name(events));
  }

  private Select<?> placed(String moves) {
    return DSL.select(
            DSL.asterisk(),
            DSL.rowNumber().over().partitionBy(keys()).orderBy(TIME, PASSED).as(name("place")))
        .from(name(moves));
  }

  private Select<?> running(String placed) {
    List<Field<?>> fields = columnsOf(placed);
    fields.addAll(List.of(TIME, PASSED, PLACE));
    for (Total total : totals) {
      for (String value : values(total)) {
        fields.add(
            DSL.sum(field(name(value), SQLDataType.DECIMAL))
                .over()
                .partitionBy(keys())
                .orderBy(PLACE)
                .rowsBetweenUnboundedPreceding()
                .andCurrentRow()
                .as(name(value)));
      }
    }
    return DSL.select(fields).from(name(placed));
  }

  private Select<?> atEvents(String running) {
    List<Field<?>> instant = new ArrayList<>(keys());
    instant.add(TIME);
    List<Field<?>> fields = columnsOf(running);
    for (Total total : totals) {
      for (String value : values(total)) {
        fields.add(
            DSL.firstValue(field(name(value), SQLDataType.DECIMAL))
                .over()
                .partitionBy(instant)
                .orderBy(PLACE.desc())
                .rowsBetweenUnboundedPreceding()
                .andUnboundedFollowing()
                .as(name(value)));
      }
    }
    return DSL.select(fields).from(name(running)).where(PASSED.eq(inline(0)));
  }

  /** Over nothing a count is 0 and a sum is null. */
  private List<Field<?>> answer() {
    List<Field<?>> fields = new ArrayList<>();
    for (int i = 0; i < columns().size(); i++) {
      fields.add(field(name("r", columnName(i))).as(name(columns().get(i).name())));
    }
    for (Total total : totals) {
      Field<BigDecimal> count = field(name("r", total.countName()), SQLDataType.DECIMAL);
      Field<?> value =
          total.isSum()
              ? when(count.gt(inline(BigDecimal.ZERO)), field(name("r", total.sumName())))
              : count;
      fields.add(
          planning
              .terms()
              .typed(value, total.measure().aggregate().type())
              .as(name(total.measure().name())));
    }
    return fields;
  }

  private static Field<?> zero(Total total) {
    return inline(BigDecimal.ZERO).cast(total.sumType());
  }

  private static List<String> values(Total total) {
    return total.isSum() ? List.of(total.countName(), total.sumName()) : List.of(total.countName());
  }

  private List<Column<?>> columns() {
    return rolling.source().columns();
  }

  private static String columnName(int number) {
    return "e_" + number;
  }

  private List<Field<?>> columnsOf(String table) {
    List<Field<?>> fields = new ArrayList<>();
    for (int i = 0; i < columns().size(); i++) {
      fields.add(field(name(table, columnName(i))));
    }
    return fields;
  }

  private List<Field<?>> keys() {
    List<Field<?>> keys = new ArrayList<>();
    for (int i = 0; i < columns().size(); i++) {
      if (rolling.by().contains(columns().get(i))) {
        keys.add(field(name(columnName(i))));
      }
    }
    return keys;
  }
}
