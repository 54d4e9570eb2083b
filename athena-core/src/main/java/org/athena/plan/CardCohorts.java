package org.athena.plan;

import static org.jooq.impl.DSL.castNull;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.min;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.rowNumber;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.athena.breakage.CardLog;
import org.athena.breakage.EventKind;
import org.athena.breakage.Role;
import org.athena.model.Calendar;
import org.athena.model.Column;
import org.athena.sql.SqlTerms;
import org.jooq.CommonTableExpression;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.Select;
import org.jooq.SortField;
import org.jooq.Table;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;
import org.jspecify.annotations.Nullable;

/**
 * The cards whose activation was seen: one row each, from the row that set its cohort, with the
 * columns of {@link CardFields} under an alias. Where the log tells transfers, cards without an
 * activation have what that of their source tells.
 */
final class CardCohorts implements Cohorts {

  private static final String TIMES = "c_times";

  private final CardLog cards;
  private final CardEvents events;
  private final SqlTerms terms;
  private final Use use;
  private final Calendar calendar;
  private final List<Column<?>> segments;
  private final String name;
  private final String countedName;
  private final String carriedName;
  private final @Nullable CardTransfers transfers;

  CardCohorts(
      Planning planning,
      CardLog cards,
      CardEvents events,
      Calendar calendar,
      List<Column<?>> segments,
      Use use) {
    this.use = use;
    this.terms = planning.terms();
    this.calendar = calendar;
    planning.note("cohorts: events hash-joined to the first activations of their cards");
    this.name = planning.alias("activated");
    this.countedName = planning.alias("activations");
    this.carriedName = planning.alias("carried");
    this.cards = cards;
    this.events = events;
    this.segments = segments;
    this.transfers =
        CardTransfers.areToldBy(cards)
            ? new CardTransfers(planning, cards, events::used, name)
            : null;
  }

  /** The common tables that {@link #table} and the joins need. */
  @Override
  public List<CommonTableExpression<?>> with() {
    List<CommonTableExpression<?>> tables = new ArrayList<>(events.with());
    if (isFirstDayAll()) {
      tables.add(name(name).as(firstDays()));
    } else if (!isDeclaredOnce()) {
      tables.add(name(countedName).as(countedActivations()));
      tables.add(name(name).as(firstActivations()));
    } else if (transfers != null) {
      tables.add(name(name).as(onlyActivations()));
    }
    if (transfers != null) {
      tables.add(transfers.sources());
      tables.add(name(carriedName).as(carried(transfers)));
    }
    return tables;
  }

  /** Activated cards, and cards with the cohort of the one that their value came from. */
  private Select<?> carried(CardTransfers transfers) {
    CardFields o = new CardFields(cards, "o");
    List<Field<?>> own = toldBefore(o);
    own.addAll(counting(o, true));
    own.add(field(name("o", TIMES)));
    List<Field<?>> received = toldBefore(o);
    received.set(0, transfers.receiver().as(CardFields.CARD));
    received.addAll(counting(o, false));
    received.add(inline(0L).as(TIMES));
    return TrianglePlanner.unionAll(
        DSL.select(own).from(DSL.table(name(name)).as(name("o"))),
        DSL.select(received).from(transfers.origins()));
  }

  private boolean isDeclaredOnce() {
    return cards.rules().claim(CardLog.Claim.ACTIVATED_ONCE) && isByActivation();
  }

  /** Whether a first activation tells no more than its day, which is the least one of its card. */
  private boolean isFirstDayAll() {
    boolean daysFollowTimes = cards.role(Role.AT).isEmpty() || cards.role(Role.DAY).isEmpty();
    return use == Use.TOLD
        && !isDeclaredOnce()
        && daysFollowTimes
        && segments.isEmpty()
        && cards.role(Role.EXPIRY).isEmpty();
  }

  private Select<?> firstDays() {
    CardFields f = new CardFields(cards, "a");
    Field<LocalDate> first = min(f.day());
    Select<?> days =
        DSL.select(
                f.card(),
                first.as(CardFields.DAY),
                castNull(SQLDataType.LOCALDATE).as(CardFields.EXPIRY))
            .from(events.used("a"))
            .where(starts(f))
            .groupBy(f.card());
    CardFields m = new CardFields(cards, "m");
    List<Field<?>> columns = told(m, field -> field);
    columns.addAll(counting(m, false));
    columns.add(inline(1L).as(TIMES));
    return DSL.select(columns).from(days.asTable(name("m")));
  }

  private boolean isByActivation() {
    return cards.rules().cohortBy() == CardLog.CohortBy.FIRST_ACTIVATION;
  }

  private Select<?> onlyActivations() {
    CardFields f = new CardFields(cards, "a");
    List<Field<?>> columns = told(f, field -> field);
    columns.addAll(counting(f, true));
    columns.add(f.amount().as(CardFields.AMOUNT));
    columns.add(inline(1L).as(TIMES));
    return DSL.select(columns).from(events.used("a")).where(starts(f));
  }

  /** How often each card was activated; any value of a column is that of a single row. */
  private Select<?> countedActivations() {
    CardFields f = new CardFields(cards, "a");
    List<Field<?>> columns = told(f, field -> field("any_value({0})", field.getDataType(), field));
    columns.set(0, f.card().as(CardFields.CARD));
    columns.add(field("count(*)", SQLDataType.BIGINT).as(TIMES));
    return DSL.select(columns).from(events.used("a")).where(starts(f)).groupBy(f.card());
  }

  /** Cards activated once as they were counted, others by the first of their rows. */
  private Select<?> firstActivations() {
    Field<Long> times = field(name("m", TIMES), SQLDataType.BIGINT);
    CardFields m = new CardFields(cards, "m");
    List<Field<?>> counted = toldBefore(m);
    counted.addAll(counting(m, false));
    counted.add(times);
    Select<?> once =
        DSL.select(counted)
            .from(DSL.table(name(countedName)).as(name("m")))
            .where(times.eq(inline(1L)));
    CardFields f = new CardFields(cards, "a");
    List<SortField<?>> order = new ArrayList<>(List.of(f.at().asc()));
    order.addAll(f.tieOrder());
    List<Field<?>> columns = told(f, field -> field);
    columns.addAll(counting(f, true));
    columns.add(times.as(TIMES));
    columns.add(rowNumber().over().partitionBy(f.card()).orderBy(order).as(name("c_first")));
    Table<?> numbered =
        DSL.select(columns)
            .from(
                events
                    .used("a")
                    .join(DSL.table(name(countedName)).as(name("m")))
                    .on(f.card().eq(m.card()).and(times.gt(inline(1L)))))
            .where(starts(f))
            .asTable(name("b"));
    CardFields b = new CardFields(cards, "b");
    List<Field<?>> kept = toldBefore(b);
    kept.addAll(counting(b, true));
    kept.add(field(name("b", TIMES)));
    Select<?> first =
        DSL.select(kept)
            .from(numbered)
            .where(field(name("b", "c_first"), SQLDataType.BIGINT).eq(inline(1L)));
    return TrianglePlanner.unionAll(once, first);
  }

  /** What a first activation tells of all events of its card. */
  private List<Field<?>> told(CardFields f, UnaryOperator<Field<?>> of) {
    return told(f, terms.periodStart(calendar, f.day()), of);
  }

  private List<Field<?>> toldBefore(CardFields f) {
    return told(f, f.cohort(), field -> field);
  }

  private List<Field<?>> told(CardFields f, Field<LocalDate> cohort, UnaryOperator<Field<?>> of) {
    List<Field<?>> columns = new ArrayList<>();
    columns.add(of.apply(f.card()).as(CardFields.CARD));
    columns.add(of.apply(f.day()).as(CardFields.DAY));
    columns.add(of.apply(cohort).as(CardFields.COHORT));
    columns.add(of.apply(f.expiry()).as(CardFields.EXPIRY));
    for (Column<?> segment : segments) {
      columns.add(of.apply(f.segmentOf(segment)).as(CardFields.segment(segment)));
    }
    return columns;
  }

  /** By what a card is counted that was activated again; others are counted with their event. */
  private List<Field<?>> counting(CardFields f, boolean known) {
    List<Field<String>> columns = List.of(f.currency(), f.code(), f.valueClass());
    List<Field<?>> counting = new ArrayList<>();
    for (Field<String> column : columns) {
      Field<String> value = known ? column : castNull(SQLDataType.VARCHAR);
      counting.add(value.as(column.getName()));
    }
    return counting;
  }

  /** 1 for the event {@code e} that is the only activation of its card, which it counts. */
  Field<Long> onlyActivation() {
    CardFields e = new CardFields(cards, "e");
    Field<Long> times = field(name("k", TIMES), SQLDataType.BIGINT);
    return DSL.when(starts(e).and(times.eq(inline(1L))), inline(1L)).otherwise(inline(0L));
  }

  /** The cards {@code k} that were activated several times. */
  Condition isActivatedAgain() {
    return field(name("k", TIMES), SQLDataType.BIGINT).gt(inline(1L));
  }

  /** The first activations, under the alias {@code k}. */
  Table<?> activations() {
    return isDeclaredOnce() && transfers == null
        ? onlyActivations().asTable(name("k"))
        : DSL.table(name(name)).as(name("k"));
  }

  /** The cards whose cohort is known, under the alias {@code k}. */
  private Table<?> known() {
    return transfers == null ? activations() : DSL.table(name(carriedName)).as(name("k"));
  }

  /** Whether the card of an event was itself activated. */
  Condition isActivated() {
    return transfers == null
        ? DSL.noCondition()
        : field(name("k", TIMES), SQLDataType.BIGINT).gt(inline(0L));
  }

  /** Whether each activation tells its own effect: no card is declared to have two. */
  boolean tellsActivations() {
    return isDeclaredOnce();
  }

  /** The same as {@link #withEvents} without the activations. */
  Table<?> withOtherEvents() {
    CardFields e = new CardFields(cards, "e");
    // The other kinds by name, since engines guess low how many rows pass a negation, and then hash
    // the events instead of the cards.
    Condition isOther = e.isKind(kind -> kind != EventKind.ACTIVATE);
    Table<?> others = DSL.selectFrom(events.used("e")).where(isOther).asTable(name("e"));
    return others.leftJoin(known()).on(e.card().eq(new CardFields(cards, "k").card()));
  }

  private Condition starts(CardFields f) {
    return switch (cards.rules().cohortBy()) {
      case FIRST_ACTIVATION -> f.isKind(kind -> kind == EventKind.ACTIVATE);
      case FIRST_EVENT -> DSL.noCondition();
    };
  }

  /**
   * The used events beside their cards: {@code e} has the event, {@code k} the card, whose columns
   * are null for cards of an unknown cohort.
   */
  @Override
  public Table<?> withEvents() {
    Field<String> eventCard = new CardFields(cards, "e").card();
    Field<String> card = new CardFields(cards, "k").card();
    return events.used("e").leftJoin(known()).on(eventCard.eq(card));
  }

  @Override
  public Field<?> segment(Column<?> column) {
    return DSL.when(isKnown(), any(new CardFields(cards, "k").segmentOf(column)))
        .otherwise(any(new CardFields(cards, "e").segmentOf(column)));
  }

  @SuppressWarnings("unchecked")
  private static Field<Object> any(Field<?> field) {
    return (Field<Object>) field;
  }

  @Override
  public Condition isKnown() {
    return new CardFields(cards, "k").card().isNotNull();
  }

  @Override
  public Field<LocalDate> firstDay() {
    return new CardFields(cards, "k").day();
  }

  @Override
  public Field<LocalDate> cohort() {
    return new CardFields(cards, "k").cohort();
  }

  @Override
  public Field<LocalDate> expiry() {
    return new CardFields(cards, "k").expiry();
  }
}
