package org.athena.plan;

import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.rowNumber;
import static org.jooq.impl.DSL.when;

import java.util.ArrayList;
import java.util.List;
import org.athena.breakage.CardLog;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.Select;
import org.jooq.SortField;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;

/**
 * The versions of events told apart in one pass over the rows, for engines that compute a common
 * table as often as it is read. Rows without an id are each an event; they are spread by card so
 * that no window has them all.
 */
final class CardVersions {

  private final CardLog cards;

  CardVersions(CardLog cards) {
    this.cards = cards;
  }

  /** The latest version of each event that has happened. */
  Select<?> latest(Select<?> rows, Condition due) {
    CardFields u = new CardFields(cards, "u");
    List<Field<?>> same = List.of(u.eventId(), when(u.eventId().isNull(), u.card()));
    Field<?> number =
        rowNumber().over().partitionBy(same).orderBy(u.latestFirst()).as(name(CardEvents.NUMBER));
    Condition used = u.eventId().isNull().or(CardEvents.number("u").eq(inline(1L)));
    return DSL.select(DSL.asterisk())
        .from(withAll(number, rows).asTable(name("u")))
        .where(used)
        .and(due);
  }

  /** Every row with the numbers that {@link CardEvents#numbered} tells of. */
  Select<?> numbered(Select<?> all) {
    CardFields u = new CardFields(cards, "u");
    Field<String> id = when(u.reason().isNull(), u.eventId());
    Field<String> alone = when(id.isNull(), u.card());
    List<Field<?>> same = new ArrayList<>(List.of(id, alone));
    same.addAll(u.contents());
    Select<?> copies =
        number(all, CardEvents.COPY, id, same, List.of(u.known().desc().nullsLast()));
    List<SortField<?>> order = new ArrayList<>(u.latestFirst());
    order.add(CardEvents.copy("u").asc());
    return number(copies, CardEvents.NUMBER, id, List.of(id, alone), order);
  }

  private static Select<?> number(
      Select<?> rows,
      String name,
      Field<String> id,
      List<Field<?>> same,
      List<SortField<?>> order) {
    Field<Long> number =
        field("{0}", SQLDataType.BIGINT, rowNumber().over().partitionBy(same).orderBy(order));
    Field<Long> told = when(id.isNull(), inline(1L)).otherwise(number);
    return withAll(told.as(name(name)), rows);
  }

  private static Select<?> withAll(Field<?> more, Select<?> rows) {
    return DSL.select(DSL.table(name("u")).asterisk(), more).from(rows.asTable(name("u")));
  }
}
