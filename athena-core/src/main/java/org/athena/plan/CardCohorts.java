package org.athena.plan;

import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.rowNumber;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
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
final class CardCohorts {

  private final CardLog cards;
  private final CardEvents events;
  private final List<Column<?>> segments;
  private final String name;

  CardCohorts(Planning planning, CardLog cards, CardEvents events, List<Column<?>> segments) {
    this.name = planning.alias("activated");
    this.cards = cards;
    this.events = events;
    this.segments = segments;
  }

  /** The common tables that {@link #table} and {@link #withEvents} need. */
  List<CommonTableExpression<?>> with() {
    List<CommonTableExpression<?>> tables = new ArrayList<>(events.with());
    tables.add(name(name).as(firstActivations()));
    return tables;
  }

  /** The cards, under an alias. */
  Table<?> table(String alias) {
    return DSL.table(name(name)).as(name(alias));
  }

  private Select<?> firstActivations() {
    CardFields f = new CardFields(cards, "a");
    List<SortField<?>> order = new ArrayList<>(List.of(f.at().asc()));
    order.addAll(f.tieOrder());
    List<Field<?>> columns = new ArrayList<>();
    columns.add(f.card().as(CardFields.CARD));
    columns.add(f.currency().as(CardFields.CURRENCY));
    columns.add(f.day().as(CardFields.DAY));
    columns.add(f.at().as(CardFields.AT));
    columns.add(f.expiry().as(CardFields.EXPIRY));
    columns.add(f.valueClass().as(CardFields.VALUE_CLASS));
    for (Column<?> segment : segments) {
      columns.add(f.segmentOf(segment).as(CardFields.segment(segment)));
    }
    columns.add(rowNumber().over().partitionBy(f.card()).orderBy(order).as(name("c_first")));
    Table<?> numbered =
        DSL.select(columns).from(events.used("a")).where(starts(f)).asTable(name("b"));
    return DSL.selectFrom(numbered)
        .where(field(name("b", "c_first"), SQLDataType.BIGINT).eq(inline(1L)));
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
  Table<?> withEvents() {
    Field<String> eventCard = new CardFields(cards, "e").card();
    Field<String> card = new CardFields(cards, "k").card();
    return events.used("e").leftJoin(table("k")).on(eventCard.eq(card));
  }

  /** A segment's value: that of the card's first activation, else of the event's own row. */
  Field<?> segment(Column<?> column) {
    return DSL.when(isKnown(), any(new CardFields(cards, "k").segmentOf(column)))
        .otherwise(any(new CardFields(cards, "e").segmentOf(column)));
  }

  @SuppressWarnings("unchecked")
  private static Field<Object> any(Field<?> field) {
    return (Field<Object>) field;
  }

  /** Whether the card's activation was seen. */
  Condition isKnown() {
    return new CardFields(cards, "k").card().isNotNull();
  }

  /** The business day that sets the cohort. */
  Field<LocalDate> firstDay() {
    return new CardFields(cards, "k").day();
  }
}
