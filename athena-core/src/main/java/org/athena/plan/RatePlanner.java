package org.athena.plan;

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
import org.athena.query.RateQuery;
import org.athena.query.TriangleQuery;
import org.athena.sql.SqlTypes;
import org.jooq.CommonTableExpression;
import org.jooq.Condition;
import org.jooq.DataType;
import org.jooq.Field;
import org.jooq.Select;
import org.jooq.SortField;
import org.jooq.Table;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;

/** Plans historical breakage rates. */
final class RatePlanner {

  private final Planning planning;
  private final RateQuery question;
  private final List<String> keys = new ArrayList<>();

  RatePlanner(Planning planning, RateQuery question) {
    this.planning = planning;
    this.question = question;
    if (question.cards().role(Role.CURRENCY).isPresent()) {
      keys.add("currency");
    }
    question.by().forEach(column -> keys.add(column.name()));
  }

  Select<?> plan() {
    return switch (question.basis()) {
      case MATURITY -> byMaturity();
      case COHORT, EXPIRY -> byPeriod();
    };
  }

  /** Sums over the cohorts of a triangle that have completed an age. */
  private Select<?> byMaturity() {
    TriangleQuery triangle =
        new TriangleQuery(
            question.cards(),
            question.asOf(),
            question.periods(),
            question.periods(),
            question.by(),
            question.classes());
    Source cells = planning.source(triangle);
    List<Field<?>> fields = new ArrayList<>();
    keys.forEach(key -> fields.add(field(name(cells.alias(), key)).as(name(key))));
    List<Field<?>> groups = new ArrayList<>();
    keys.forEach(key -> groups.add(field(name(cells.alias(), key))));
    groups.add(cells.col(TriangleQuery.AGE));
    fields.add(DSL.castNull(SQLDataType.LOCALDATE).as("period"));
    fields.add(cells.col(TriangleQuery.AGE).as("age"));
    fields.add(sum(cells.col(TriangleQuery.CARDS)).cast(SQLDataType.BIGINT).as("cards"));
    fields.add(sum(cells.col(triangle.issued())).cast(moneyType()).as("issued"));
    fields.add(sum(cells.col(triangle.redeemed())).cast(moneyType()).as("redeemed"));
    fields.add(sum(cells.col(triangle.exited())).cast(moneyType()).as("exited"));
    Select<?> sums =
        DSL.select(fields)
            .from(cells.table())
            .where(cells.col(TriangleQuery.COMPLETE).eq(inline(true)))
            .and(cells.col(TriangleQuery.AGE).isNotNull())
            .groupBy(groups);
    return rated(List.of(), sums, inline(true));
  }

  private Select<?> byPeriod() {
    CalendarGuard.check(question.cards(), question.asOf(), question.periods());
    CardEvents events =
        new CardEvents(planning, question.cards(), question.asOf(), question.by()).guarded();
    Cohorts cohorts =
        Cohorts.of(
            planning,
            question.cards(),
            events,
            question.periods(),
            question.by(),
            Cohorts.Use.TOLD);
    CalendarGuard.add(planning, question.cards(), events, question.periods());
    CardFields e = new CardFields(question.cards(), "e");
    List<Field<?>> fields = new ArrayList<>();
    if (question.cards().role(Role.CURRENCY).isPresent()) {
      fields.add(e.currency().as("currency"));
    }
    question.by().forEach(c -> fields.add(cohorts.segment(c).as(name(c.name()))));
    Field<LocalDate> period = period(cohorts);
    fields.add(period.as("period"));
    List<Field<?>> groups = new ArrayList<>();
    for (int i = 1; i <= fields.size(); i++) {
      groups.add(inline(i));
    }
    fields.add(DSL.castNull(SQLDataType.BIGINT).as("age"));
    fields.add(cards(e, cohorts).as("cards"));
    fields.add(sum(e.effect(EventKind::issued)).cast(moneyType()).as("issued"));
    fields.add(sum(e.effect(EventKind::redeemed)).cast(moneyType()).as("redeemed"));
    fields.add(sum(e.effect(EventKind::exited)).cast(moneyType()).as("exited"));
    Select<?> sums =
        DSL.select(fields)
            .from(cohorts.withEvents())
            .where(cohorts.isKnown())
            .and(taken(e))
            .groupBy(groups);
    return rated(cohorts.with(), sums, complete(field(name("t", "period"), SQLDataType.LOCALDATE)));
  }

  /** Different activated cards, counted where they have an event in the currency. */
  private Field<?> cards(CardFields e, Cohorts cohorts) {
    if (question.cards().role(Role.CARD).isEmpty()) {
      return sum(e.cardCount()).cast(SQLDataType.BIGINT);
    }
    if (!CardTransfers.areToldBy(question.cards())) {
      return field("count(distinct {0})", SQLDataType.BIGINT, e.card());
    }
    Condition activated =
        switch (cohorts) {
          case CardCohorts found -> found.isActivated();
          case WindowCohorts told -> told.isActivated();
          case StampedCohorts stamped -> DSL.noCondition();
        };
    return field("count(distinct {0})", SQLDataType.BIGINT, when(activated, e.card()));
  }

  private Field<LocalDate> period(Cohorts cohorts) {
    return question.basis() == RateQuery.Basis.EXPIRY
        ? planning.terms().periodStart(question.periods(), cohorts.expiry())
        : cohorts.cohort();
  }

  /** The period was over: the as-of lies in a later one, or on the last day of this. */
  private Field<Boolean> complete(Field<LocalDate> period) {
    LocalDate day = question.asOf().day(question.cards().rules().zone());
    Field<Long> later = planning.terms().periodsBetween(question.periods(), period, val(day));
    boolean over =
        CalendarGuard.lastPeriodIsOver(question.cards(), question.asOf(), question.periods());
    Field<Boolean> passed = field(over ? later.ge(inline(0L)) : later.gt(inline(0L)));
    return DSL.coalesce(passed, inline(false));
  }

  private Condition taken(CardFields f) {
    if (question.cards().role(Role.VALUE_CLASS).isEmpty()) {
      return DSL.noCondition();
    }
    return f.valueClass()
        .in(question.classes().stream().map(Enum::name).sorted().map(DSL::inline).toList());
  }

  /** Adds breakage, rate and whether the period was over to the sums. */
  private Select<?> rated(
      List<CommonTableExpression<?>> tables, Select<?> sums, Field<Boolean> complete) {
    Table<?> t = sums.asTable(name("t"));
    Field<BigDecimal> issued = field(name("t", "issued"), moneyType());
    Field<BigDecimal> breakage =
        issued.minus(field(name("t", "redeemed"), moneyType())).cast(moneyType());
    List<Field<?>> fields = new ArrayList<>();
    List<SortField<?>> order = new ArrayList<>();
    keys.forEach(key -> fields.add(field(name("t", key))));
    fields.add(field(name("t", "period")));
    fields.add(field(name("t", "age")));
    fields.forEach(f -> order.add(f.asc().nullsLast()));
    fields.add(field(name("t", "cards")));
    fields.add(issued);
    fields.add(field(name("t", "redeemed")));
    fields.add(field(name("t", "exited")));
    fields.add(breakage.as("breakage"));
    int scale = question.cards().money().scale();
    fields.add(
        planning
            .terms()
            .ratio(breakage, scale, issued, scale, RateQuery.RATE.type().scale())
            .as("rate"));
    fields.add(complete.as("complete"));
    return DSL.with(tables).select(fields).from(t).orderBy(order);
  }

  @SuppressWarnings("unchecked")
  private DataType<BigDecimal> moneyType() {
    return (DataType<BigDecimal>) SqlTypes.of(question.cards().money());
  }
}
