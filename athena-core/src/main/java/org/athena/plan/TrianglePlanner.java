package org.athena.plan;

import static org.jooq.impl.DSL.coalesce;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.sum;
import static org.jooq.impl.DSL.val;
import static org.jooq.impl.DSL.when;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.athena.breakage.EventKind;
import org.athena.breakage.Role;
import org.athena.query.TriangleQuery;
import org.athena.spi.Capability;
import org.athena.sql.Series;
import org.athena.sql.SqlTypes;
import org.jooq.CommonTableExpression;
import org.jooq.Condition;
import org.jooq.DataType;
import org.jooq.Field;
import org.jooq.Select;
import org.jooq.Table;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;

/** Plans a triangle: cells that occur, laid on a dense grid, summed up by age. */
final class TrianglePlanner {

  private static final List<String> MEASURES =
      List.of("issued", "redeemed", "exited", "cards", "redemptions");

  private final Planning planning;
  private final TriangleQuery question;
  private final CardEvents events;
  private final Cohorts cohorts;
  private final List<String> keys = new ArrayList<>();

  TrianglePlanner(Planning planning, TriangleQuery question) {
    this.planning = planning;
    this.question = question;
    planning
        .engine()
        .require(Capability.SERIES, "lay a triangle on a dense grid", "Choose another engine.");
    CalendarGuard.check(question.cards(), question.asOf(), question.cohorts());
    CalendarGuard.check(question.cards(), question.asOf(), question.ages());
    events = new CardEvents(planning, question.cards(), question.asOf(), question.by()).guarded();
    cohorts =
        Cohorts.of(
            planning,
            question.cards(),
            events,
            question.cohorts(),
            question.by(),
            Cohorts.Use.COUNTED);
    CalendarGuard.add(planning, question.cards(), events, question.cohorts());
    CalendarGuard.add(planning, question.cards(), events, question.ages());
    if (question.cards().role(Role.CURRENCY).isPresent()) {
      keys.add("currency");
    }
    question.by().forEach(column -> keys.add(column.name()));
  }

  Select<?> plan() {
    boolean shared = planning.terms().sharesTables();
    planning.note(
        shared
            ? "triangle: cells that occur, laid on a dense grid, summed up by age"
            : "triangle: cells that occur, each filled up to the next, summed up by age");
    List<CommonTableExpression<?>> tables = new ArrayList<>(cohorts.with());
    tables.add(name("cells").as(cells()));
    if (shared) {
      tables.add(name("spine").as(spine()));
    }
    List<Field<?>> order = new ArrayList<>();
    question.columns().forEach(column -> order.add(field(name(column.name()))));
    int leading = keys.size() + 2;
    return DSL.with(tables)
        .select(order)
        .from((shared ? unionAll(dense(), unknown()) : cumulated(filled())).asTable(name("t")))
        .orderBy(order.subList(0, leading).stream().map(f -> f.asc().nullsLast()).toList());
  }

  @SuppressWarnings("unchecked")
  static Select<?> unionAll(Select<?> one, Select<?> two) {
    return ((Select<org.jooq.Record>) one).unionAll((Select<org.jooq.Record>) two);
  }

  /** What happened, by currency, segment, cohort and age; null cohorts are unknown. */
  private Select<?> cells() {
    CardFields e = new CardFields(question.cards(), "e");
    Field<LocalDate> cohort = cohorts.cohort();
    Field<Long> age = planning.terms().periodsBetween(question.ages(), cohort, e.day());
    List<Field<?>> fields = keyFields(e);
    fields.add(cohort.as("cohort"));
    fields.add(when(age.lt(inline(0L)), inline(0L)).otherwise(age).as("age"));
    List<Field<?>> groups = new ArrayList<>();
    for (int i = 1; i <= fields.size(); i++) {
      groups.add(inline(i));
    }
    fields.add(sum(e.effect(EventKind::issued)).as("issued"));
    fields.add(sum(e.effect(EventKind::redeemed)).as("redeemed"));
    fields.add(sum(e.effect(EventKind::exited)).as("exited"));
    return switch (cohorts) {
      case StampedCohorts stamped -> {
        fields.add(sum(e.cardCount()).cast(SQLDataType.BIGINT).as("cards"));
        fields.add(redemptions(e).as("redemptions"));
        yield DSL.select(fields).from(stamped.withEvents()).where(taken(e)).groupBy(groups);
      }
      case WindowCohorts told -> {
        fields.add(count(told.countedHere()).as("cards"));
        fields.add(redemptions(e).as("redemptions"));
        yield DSL.select(fields).from(told.withEvents()).where(taken(e)).groupBy(groups);
      }
      case CardCohorts found -> {
        boolean split = found.tellsActivations();
        fields.add((split ? inline(0L) : count(found.onlyActivation())).as("cards"));
        fields.add(redemptions(e).as("redemptions"));
        Table<?> rows = split ? found.withOtherEvents() : found.withEvents();
        Select<?> moved = DSL.select(fields).from(rows).where(taken(e)).groupBy(groups);
        yield unionAll(moved, split ? activated(found) : activatedAgain(found));
      }
    };
  }

  private static Field<Long> count(Field<Long> ones) {
    return sum(ones).cast(SQLDataType.BIGINT);
  }

  /** The value and number of the cards activated, by the row that did so. */
  private Select<?> activated(CardCohorts found) {
    CardFields k = new CardFields(question.cards(), "k");
    List<Field<?>> fields = activationKeys(k);
    List<Field<?>> groups = new ArrayList<>();
    for (int i = 1; i <= fields.size(); i++) {
      groups.add(inline(i));
    }
    Field<BigDecimal> zero = inline(BigDecimal.ZERO).cast(moneyType());
    fields.add(sum(k.effect(EventKind::issued)).as("issued"));
    fields.addAll(List.of(zero.as("redeemed"), zero.as("exited")));
    fields.add(field("count(*)", SQLDataType.BIGINT).as("cards"));
    fields.add(inline(0L).as("redemptions"));
    return DSL.select(fields).from(found.activations()).where(taken(k)).groupBy(groups);
  }

  /** The cards with several activations, each by the first of them. */
  private Select<?> activatedAgain(CardCohorts found) {
    CardFields k = new CardFields(question.cards(), "k");
    List<Field<?>> fields = activationKeys(k);
    Field<BigDecimal> zero = inline(BigDecimal.ZERO).cast(moneyType());
    fields.addAll(List.of(zero.as("issued"), zero.as("redeemed"), zero.as("exited")));
    fields.add(inline(1L).as("cards"));
    fields.add(inline(0L).as("redemptions"));
    return DSL.select(fields)
        .from(found.activations())
        .where(found.isActivatedAgain())
        .and(taken(k));
  }

  private List<Field<?>> activationKeys(CardFields k) {
    List<Field<?>> keys = new ArrayList<>();
    if (question.cards().role(Role.CURRENCY).isPresent()) {
      keys.add(k.currency().as("currency"));
    }
    question.by().forEach(c -> keys.add(k.segmentOf(c).as(name(c.name()))));
    Field<LocalDate> cohort = k.cohort();
    Field<Long> age = planning.terms().periodsBetween(question.ages(), cohort, k.day());
    keys.add(cohort.as("cohort"));
    keys.add(when(age.lt(inline(0L)), inline(0L)).otherwise(age).as("age"));
    return keys;
  }

  private List<Field<?>> keyFields(CardFields e) {
    List<Field<?>> fields = new ArrayList<>();
    if (question.cards().role(Role.CURRENCY).isPresent()) {
      fields.add(e.currency().as("currency"));
    }
    question.by().forEach(c -> fields.add(cohorts.segment(c).as(name(c.name()))));
    return fields;
  }

  private Field<?> redemptions(CardFields e) {
    boolean counted = question.cards().role(Role.EVENTS).isPresent();
    Field<Long> events = counted ? e.eventCount() : inline(1L);
    return sum(when(e.isKind(kind -> kind == EventKind.REDEEM), events)
            .when(e.isKind(kind -> kind == EventKind.REDEEM_REVERSAL), events.neg())
            .otherwise(inline(0L)))
        .cast(SQLDataType.BIGINT);
  }

  private Condition taken(CardFields f) {
    if (question.cards().role(Role.VALUE_CLASS).isEmpty()) {
      return DSL.noCondition();
    }
    return f.valueClass()
        .in(question.classes().stream().map(Enum::name).sorted().map(DSL::inline).toList());
  }

  /** Every age of every cohort that occurs, up to the as-of. */
  private Select<?> spine() {
    List<Field<?>> fields = named("o", keys);
    Field<LocalDate> cohort = field(name("o", "cohort"), SQLDataType.LOCALDATE);
    fields.add(cohort);
    List<Field<?>> distinct = named("cells", keys);
    Field<LocalDate> found = field(name("cells", "cohort"), SQLDataType.LOCALDATE);
    distinct.add(found);
    Table<?> origins =
        DSL.selectDistinct(distinct)
            .from(name("cells"))
            .where(found.isNotNull())
            .asTable(name("o"));
    Series ages = planning.terms().series(origins, last(cohort), "a", "age");
    fields.add(ages.number().as("age"));
    return DSL.select(fields).from(ages.table());
  }

  /** The age at the as-of. */
  private Field<Long> last(Field<LocalDate> cohort) {
    LocalDate day = question.asOf().day(question.cards().rules().zone());
    return planning.terms().periodsBetween(question.ages(), cohort, val(day));
  }

  private Select<?> dense() {
    Table<?> grid = DSL.table(name("spine")).as(name("s")).leftJoin(totals()).on(matches("s", "c"));
    List<Field<?>> inner = named("s", keys);
    inner.add(field(name("s", "cohort"), SQLDataType.LOCALDATE));
    inner.add(field(name("s", "age"), SQLDataType.BIGINT));
    for (String measure : MEASURES) {
      Field<BigDecimal> cell = field(name("c", measure), SQLDataType.DECIMAL(38, scale(measure)));
      inner.add(coalesce(cell, zero(measure)).cast(type(measure)).as(measure));
    }
    return cumulated(DSL.select(inner).from(grid).asTable(name("g")));
  }

  /** Each cell, and empty ones behind it up to the next; the unknown cohort has one cell. */
  private Table<?> filled() {
    TriangleFill fill = new TriangleFill(planning.terms(), keys, totals());
    List<Field<?>> fields = named("w", keys);
    fields.add(field(name("w", "cohort"), SQLDataType.LOCALDATE));
    fields.add(fill.age().as("age"));
    for (String measure : MEASURES) {
      Field<BigDecimal> cell = field(name("w", measure), SQLDataType.DECIMAL(38, scale(measure)));
      fields.add(
          when(fill.isCell(), cell).otherwise(zero(measure)).cast(type(measure)).as(measure));
    }
    return DSL.select(fields).from(fill.table(this::last)).asTable(name("g"));
  }

  /** With the digits of a sum: engines may give a bare 0 and a sum together fewer than that has. */
  private Field<BigDecimal> zero(String measure) {
    return inline(BigDecimal.ZERO).cast(SQLDataType.DECIMAL(38, scale(measure)));
  }

  /** The sums up to each age. */
  private Select<?> cumulated(Table<?> g) {
    List<Field<?>> fields = named("g", keys);
    Field<LocalDate> cohort = field(name("g", "cohort"), SQLDataType.LOCALDATE);
    Field<Long> age = field(name("g", "age"), SQLDataType.BIGINT);
    fields.add(cohort);
    fields.add(age);
    for (String measure : MEASURES) {
      fields.add(cumulative(measure, cohort, age).cast(type(measure)).as(measure));
    }
    for (String measure : List.of("issued", "redeemed", "exited")) {
      fields.add(field(name("g", measure), moneyType()).as(measure + "_increment"));
    }
    fields.add(complete(cohort, age).as("complete"));
    return DSL.select(fields).from(g);
  }

  /** The moved values and the activated cards of a cell are two rows until here. */
  private Table<?> totals() {
    List<Field<?>> fields = named("cells", keys);
    fields.add(field(name("cells", "cohort")));
    fields.add(field(name("cells", "age")));
    List<Field<?>> groups = List.copyOf(fields);
    for (String measure : MEASURES) {
      fields.add(
          sum(field(name("cells", measure), SQLDataType.DECIMAL(38, scale(measure)))).as(measure));
    }
    return DSL.select(fields).from(name("cells")).groupBy(groups).asTable(name("c"));
  }

  private Field<BigDecimal> cumulative(String measure, Field<?> cohort, Field<Long> age) {
    List<Field<?>> partition = named("g", keys);
    partition.add(cohort);
    return sum(field(name("g", measure), SQLDataType.DECIMAL(38, scale(measure))))
        .over()
        .partitionBy(partition)
        .orderBy(age)
        .rowsBetweenUnboundedPreceding()
        .andCurrentRow();
  }

  private Field<Boolean> complete(Field<LocalDate> cohort, Field<Long> age) {
    Field<Boolean> over =
        CalendarGuard.lastPeriodIsOver(question.cards(), question.asOf(), question.ages())
            ? inline(true)
            : field(age.lt(last(cohort)));
    return planning.terms().sharesTables()
        ? over
        : when(cohort.isNull(), inline(false)).otherwise(over);
  }

  private Condition matches(String left, String right) {
    Condition all =
        field(name(left, "cohort"))
            .eq(field(name(right, "cohort")))
            .and(field(name(left, "age")).eq(field(name(right, "age"))));
    for (String key : keys) {
      all = all.and(field(name(left, key)).isNotDistinctFrom(field(name(right, key))));
    }
    return all;
  }

  /** The totals of cards whose activation was not seen. */
  private Select<?> unknown() {
    List<Field<?>> fields = named("cells", keys);
    List<Field<?>> groups = List.copyOf(fields);
    fields.add(DSL.castNull(SQLDataType.LOCALDATE).as("cohort"));
    fields.add(DSL.castNull(SQLDataType.BIGINT).as("age"));
    for (String measure : MEASURES) {
      fields.add(
          sum(field(name("cells", measure), SQLDataType.DECIMAL(38, scale(measure))))
              .cast(type(measure))
              .as(measure));
    }
    for (String measure : List.of("issued", "redeemed", "exited")) {
      fields.add(
          sum(field(name("cells", measure), moneyType()))
              .cast(moneyType())
              .as(measure + "_increment"));
    }
    fields.add(inline(false).as("complete"));
    var rows =
        DSL.select(fields).from(name("cells")).where(field(name("cells", "cohort")).isNull());
    return groups.isEmpty()
        ? rows.having(field("count(*)", SQLDataType.BIGINT).gt(inline(0L)))
        : rows.groupBy(groups);
  }

  private static List<Field<?>> named(String table, List<String> names) {
    List<Field<?>> fields = new ArrayList<>();
    names.forEach(n -> fields.add(field(name(table, n))));
    return fields;
  }

  private int scale(String measure) {
    return measure.startsWith("card") || measure.startsWith("redemption")
        ? 0
        : question.cards().money().scale();
  }

  private DataType<?> type(String measure) {
    return measure.equals("cards") || measure.equals("redemptions")
        ? SQLDataType.BIGINT
        : moneyType();
  }

  @SuppressWarnings("unchecked")
  private DataType<BigDecimal> moneyType() {
    return (DataType<BigDecimal>) SqlTypes.of(question.cards().money());
  }
}
