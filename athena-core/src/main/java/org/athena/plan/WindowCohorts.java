package org.athena.plan;

import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.when;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.athena.breakage.CardLog;
import org.athena.breakage.EventKind;
import org.athena.model.Calendar;
import org.athena.model.Column;
import org.athena.sql.SqlTerms;
import org.jooq.CaseConditionStep;
import org.jooq.CommonTableExpression;
import org.jooq.Condition;
import org.jooq.DataType;
import org.jooq.Field;
import org.jooq.Name;
import org.jooq.QueryPart;
import org.jooq.Select;
import org.jooq.SortField;
import org.jooq.Table;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;
import org.jspecify.annotations.Nullable;

/**
 * Cohorts told by windows over the events of each card, its first activation in front: the log is
 * read once, for engines that compute a common table as often as it is read.
 */
final class WindowCohorts implements Cohorts {

  private static final String STARTS = "k_starts";
  private static final String PLACE = "k_place";
  private static final String DAY = "k_day";
  private static final String EXPIRY = "k_expiry";
  private static final String COHORT = "k_cohort";

  private final CardLog cards;
  private final CardEvents events;
  private final SqlTerms terms;
  private final Calendar calendar;
  private final List<Column<?>> segments;
  private final CardFields e;
  private final String ownName;
  private final String carriedName;
  private final @Nullable CardTransfers transfers;

  WindowCohorts(
      Planning planning,
      CardLog cards,
      CardEvents events,
      Calendar calendar,
      List<Column<?>> segments) {
    planning.note("cohorts: told by windows over the events of each card, in one pass");
    this.terms = planning.terms();
    this.cards = cards;
    this.events = events;
    this.calendar = calendar;
    this.segments = segments;
    this.e = new CardFields(cards, "e");
    this.ownName = planning.alias("activated");
    this.carriedName = planning.alias("carried");
    this.transfers =
        CardTransfers.areToldBy(cards)
            ? new CardTransfers(planning, cards, events::used, ownName)
            : null;
  }

  @Override
  public List<CommonTableExpression<?>> with() {
    List<CommonTableExpression<?>> tables = new ArrayList<>(events.with());
    if (transfers != null) {
      tables.add(name(ownName).as(own()));
      tables.add(transfers.sources());
      tables.add(name(carriedName).as(carried(transfers)));
    }
    return tables;
  }

  /** The activated cards, one row each. */
  private Select<?> own() {
    CardFields a = new CardFields(cards, "a");
    List<Field<?>> told = toldBy(a, terms.periodStart(calendar, a.day()));
    told.add(field("row_number() over ({0})", SQLDataType.BIGINT, window(a)).as(PLACE));
    CardFields b = new CardFields(cards, "b");
    return DSL.select(toldBy(b, b.cohort()))
        .from(DSL.select(told).from(events.used("a")).where(starts(a)).asTable(name("b")))
        .where(field(name("b", PLACE), SQLDataType.BIGINT).eq(inline(1L)));
  }

  /** The cards without an activation whose value came from an activated one. */
  private Select<?> carried(CardTransfers transfers) {
    CardFields o = new CardFields(cards, "o");
    List<Field<?>> told = toldBy(o, o.cohort());
    told.set(0, transfers.receiver().as(CardFields.CARD));
    return DSL.select(told).from(transfers.origins());
  }

  private List<Field<?>> toldBy(CardFields f, Field<LocalDate> cohort) {
    List<Field<?>> told = new ArrayList<>();
    told.add(f.card().as(CardFields.CARD));
    told.add(f.day().as(CardFields.DAY));
    told.add(cohort.as(CardFields.COHORT));
    told.add(f.expiry().as(CardFields.EXPIRY));
    segments.forEach(column -> told.add(f.segmentOf(column).as(CardFields.segment(column))));
    return told;
  }

  @Override
  public Table<?> withEvents() {
    CardFields a = new CardFields(cards, "a");
    List<Field<?>> told = new ArrayList<>(List.of(field("{0}.*", Object.class, name("a"))));
    told.add(first(a, when(starts(a), inline(1L)).otherwise(inline(0L))).as(STARTS));
    told.add(field("row_number() over ({0})", SQLDataType.BIGINT, window(a)).as(PLACE));
    told.add(first(a, a.day()).as(DAY));
    told.add(first(a, a.expiry()).as(EXPIRY));
    segments.forEach(column -> told.add(first(a, a.segmentOf(column)).as(segmentName(column))));
    Table<?> rows = DSL.select(told).from(events.used("a")).asTable(name("b"));
    Field<LocalDate> day = field(name("b", DAY), SQLDataType.LOCALDATE);
    Table<?> known =
        DSL.select(
                field("{0}.*", Object.class, name("b")),
                when(isActivated("b"), terms.periodStart(calendar, day)).as(COHORT))
            .from(rows)
            .asTable(name("e"));
    return transfers == null
        ? known
        : known
            .leftJoin(DSL.table(name(carriedName)).as(name("k")))
            .on(e.card().eq(new CardFields(cards, "k").card()));
  }

  /** What the first of a card's rows has; that row is an activation if the card has one. */
  private <T> Field<T> first(CardFields a, Field<T> value) {
    return field(
        "first_value({0}) over ({1} rows between unbounded preceding and unbounded following)",
        value.getDataType(), value, window(a));
  }

  private QueryPart window(CardFields a) {
    List<SortField<?>> order = new ArrayList<>();
    order.add(when(starts(a), inline(0)).otherwise(inline(1)).asc());
    order.add(a.at().asc());
    order.addAll(a.tieOrder());
    return DSL.sql("partition by {0} order by {1}", a.card(), DSL.list(order));
  }

  private Condition starts(CardFields f) {
    return switch (cards.rules().cohortBy()) {
      case FIRST_ACTIVATION -> f.isKind(kind -> kind == EventKind.ACTIVATE);
      case FIRST_EVENT -> DSL.trueCondition();
    };
  }

  private static Condition isActivated(String alias) {
    return field(name(alias, STARTS), SQLDataType.BIGINT).eq(inline(1L));
  }

  /** Whether the card of an event was itself activated. */
  Condition isActivated() {
    return isActivated("e");
  }

  private static Name segmentName(Column<?> column) {
    return name("k_s_" + column.name());
  }

  /** 1 for the event by which its card is counted, else 0. */
  Field<Long> countedHere() {
    Field<Long> place = field(name("e", PLACE), SQLDataType.BIGINT);
    return when(isActivated().and(place.eq(inline(1L))), inline(1L)).otherwise(inline(0L));
  }

  @Override
  public Condition isKnown() {
    return transfers == null
        ? isActivated()
        : isActivated().or(new CardFields(cards, "k").card().isNotNull());
  }

  @Override
  public Field<LocalDate> firstDay() {
    return told(field(name("e", DAY), SQLDataType.LOCALDATE), CardFields::day);
  }

  @Override
  public Field<LocalDate> cohort() {
    return told(field(name("e", COHORT), SQLDataType.LOCALDATE), CardFields::cohort);
  }

  @Override
  public Field<LocalDate> expiry() {
    return told(field(name("e", EXPIRY), SQLDataType.LOCALDATE), CardFields::expiry);
  }

  /** What the card's own activation tells, else that of the card its value came from. */
  private <T> Field<T> told(Field<T> own, Function<CardFields, Field<T>> carried) {
    CaseConditionStep<T> activated = when(isActivated(), own);
    return transfers == null
        ? activated
        : activated.otherwise(carried.apply(new CardFields(cards, "k")));
  }

  @Override
  public Field<?> segment(Column<?> column) {
    Field<Object> own = any(e.segmentOf(column).getDataType(), segmentName(column));
    CaseConditionStep<Object> told = when(isActivated(), own);
    if (transfers != null) {
      told = told.when(isKnown(), any(new CardFields(cards, "k").segmentOf(column)));
    }
    return told.otherwise(any(e.segmentOf(column)));
  }

  @SuppressWarnings("unchecked")
  private static Field<Object> any(DataType<?> type, Name column) {
    return (Field<Object>) field(DSL.name(name("e"), column), type);
  }

  @SuppressWarnings("unchecked")
  private static Field<Object> any(Field<?> field) {
    return (Field<Object>) field;
  }
}
