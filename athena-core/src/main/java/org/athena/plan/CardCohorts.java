package org.athena.plan;

import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.rowNumber;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.athena.breakage.CardLog;
import org.athena.breakage.EventKind;
import org.athena.model.Column;
import org.jooq.CommonTableExpression;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.Select;
import org.jooq.SortField;
import org.jooq.Table;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;

/**
 * The cards whose activation was seen: one row each, from the row that set its cohort, with the
 * columns of {@link CardFields} under an alias.
 */
final class CardCohorts implements Cohorts {

  private static final String TIMES = "c_times";

  private final CardLog cards;
  private final CardEvents events;
  private final List<Column<?>> segments;
  private final String name;
  private final String countedName;

  CardCohorts(Planning planning, CardLog cards, CardEvents events, List<Column<?>> segments) {
    planning.note("cohorts: events hash-joined to the first activations of their cards");
    this.name = planning.alias("activated");
    this.countedName = planning.alias("activations");
    this.cards = cards;
    this.events = events;
    this.segments = segments;
  }

  /** The common tables that {@link #table} and the joins need. */
  @Override
  public List<CommonTableExpression<?>> with() {
    List<CommonTableExpression<?>> tables = new ArrayList<>(events.with());
    if (isDeclaredOnce()) {
      tables.add(name(name).as(onlyActivations()));
      return tables;
    }
    tables.add(name(countedName).as(countedActivations()));
    tables.add(name(name).as(firstActivations()));
    return tables;
  }

  /** The cards, under an alias. */
  Table<?> table(String alias) {
    return DSL.table(name(name)).as(name(alias));
  }

  private boolean isDeclaredOnce() {
    return cards.rules().claim(CardLog.Claim.ACTIVATED_ONCE) && isByActivation();
  }

  private boolean isByActivation() {
    return cards.rules().cohortBy() == CardLog.CohortBy.FIRST_ACTIVATION;
  }

  private Select<?> onlyActivations() {
    CardFields f = new CardFields(cards, "a");
    List<Field<?>> columns = columns(f, field -> field);
    columns.add(inline(1L).as(TIMES));
    return DSL.select(columns).from(events.used("a")).where(starts(f));
  }

  /** How often each card was activated; the least of each column is the column of a single row. */
  private Select<?> countedActivations() {
    CardFields f = new CardFields(cards, "a");
    List<Field<?>> columns = columns(f, DSL::min);
    columns.set(0, f.card().as(CardFields.CARD));
    columns.add(field("count(*)", SQLDataType.BIGINT).as(TIMES));
    return DSL.select(columns).from(events.used("a")).where(starts(f)).groupBy(f.card());
  }

  /** Cards activated once as they were counted, others by the first of their rows. */
  private Select<?> firstActivations() {
    Field<Long> times = field(name("m", TIMES), SQLDataType.BIGINT);
    Select<?> once =
        DSL.select(columnsOf("m"))
            .from(DSL.table(name(countedName)).as(name("m")))
            .where(times.eq(inline(1L)));
    CardFields f = new CardFields(cards, "a");
    CardFields m = new CardFields(cards, "m");
    List<SortField<?>> order = new ArrayList<>(List.of(f.at().asc()));
    order.addAll(f.tieOrder());
    List<Field<?>> columns = columns(f, field -> field);
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
    Select<?> first =
        DSL.select(columnsOf("b"))
            .from(numbered)
            .where(field(name("b", "c_first"), SQLDataType.BIGINT).eq(inline(1L)));
    return TrianglePlanner.unionAll(once, first);
  }

  private List<Field<?>> columns(CardFields f, UnaryOperator<Field<?>> of) {
    List<Field<?>> columns = new ArrayList<>();
    columns.add(of.apply(f.card()).as(CardFields.CARD));
    columns.add(of.apply(f.currency()).as(CardFields.CURRENCY));
    columns.add(of.apply(f.day()).as(CardFields.DAY));
    columns.add(of.apply(f.amount()).as(CardFields.AMOUNT));
    columns.add(of.apply(f.code()).as(CardFields.CODE));
    columns.add(of.apply(f.expiry()).as(CardFields.EXPIRY));
    columns.add(of.apply(f.valueClass()).as(CardFields.VALUE_CLASS));
    for (Column<?> segment : segments) {
      columns.add(of.apply(f.segmentOf(segment)).as(CardFields.segment(segment)));
    }
    return columns;
  }

  private List<Field<?>> columnsOf(String table) {
    List<Field<?>> columns = new ArrayList<>();
    columns(new CardFields(cards, table), field -> field)
        .forEach(column -> columns.add(field(name(table, column.getName()))));
    columns.add(field(name(table, TIMES)));
    return columns;
  }

  /** How often the card {@code k} was activated. */
  static Field<Long> times() {
    return field(name("k", TIMES), SQLDataType.BIGINT);
  }

  /** Whether {@link #table} tells the whole effect of a card's single activation. */
  boolean tellsSingleActivations() {
    return isByActivation();
  }

  /** The same as {@link #withEvents} without the activations of cards that were activated once. */
  Table<?> withOtherEvents() {
    CardFields e = new CardFields(cards, "e");
    CardFields k = new CardFields(cards, "k");
    Condition activation = e.isKind(kind -> kind == EventKind.ACTIVATE);
    if (isDeclaredOnce()) {
      Table<?> others =
          DSL.selectFrom(events.used("e")).where(DSL.not(activation)).asTable(name("e"));
      return others.leftJoin(table("k")).on(e.card().eq(k.card()));
    }
    Table<?> again =
        DSL.select(k.card().as("c_again"))
            .from(table("k"))
            .where(times().gt(inline(1L)))
            .asTable(name("g"));
    Field<String> repeated = field(name("g", "c_again"), SQLDataType.VARCHAR);
    Table<?> others =
        DSL.select(field("{0}.*", Object.class, name("e")))
            .from(events.used("e").leftJoin(again).on(e.card().eq(repeated)))
            .where(DSL.not(activation).or(repeated.isNotNull()))
            .asTable(name("e"));
    return others.leftJoin(table("k")).on(e.card().eq(k.card()));
  }

  private Condition starts(CardFields f) {
    return switch (cards.rules().cohortBy()) {
      case FIRST_ACTIVATION -> f.isKind(kind -> kind == EventKind.ACTIVATE);
      case FIRST_EVENT -> DSL.noCondition();
    };
  }

  /**
   * The used events beside their cards: {@code e} has the event, {@code k} the card, whose columns
   * are null for cards without an activation.
   */
  @Override
  public Table<?> withEvents() {
    Field<String> eventCard = new CardFields(cards, "e").card();
    Field<String> card = new CardFields(cards, "k").card();
    return events.used("e").leftJoin(table("k")).on(eventCard.eq(card));
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
  public Field<LocalDate> expiry() {
    return new CardFields(cards, "k").expiry();
  }
}
