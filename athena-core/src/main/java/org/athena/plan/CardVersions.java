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
  private final List<Field<?>> columns;

  /**
   * The versions in rows of a log.
   *
   * @param columns the columns of the rows under the alias {@code u}
   */
  CardVersions(CardLog cards, List<Field<?>> columns) {
    this.cards = cards;
    this.columns = columns;
  }

  /** The latest version of each event that has happened. */
  Select<?> latest(Select<?> rows, Condition due) {
    CardFields u = new CardFields(cards, "u");
    List<Field<?>> same = List.of(u.eventId(), when(u.eventId().isNull(), u.card()));
    Field<?> number =
        rowNumber().over().partitionBy(same).orderBy(u.latestFirst()).as(name(CardEvents.NUMBER));
    Condition used = u.eventId().isNull().or(CardEvents.number("u").eq(inline(1L)));
    return DSL.select(DSL.asterisk())
        .from(
            DSL.select(DSL.table(name("u")).asterisk(), number)
                .from(rows.asTable(name("u")))
                .asTable(name("u")))
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
    List<Field<?>> kept = new ArrayList<>(columns);
    kept.add(CardEvents.copy("u"));
    return new CardVersions(cards, kept)
        .number(copies, CardEvents.NUMBER, id, List.of(id, alone), order);
  }

  private Select<?> number(
      Select<?> rows,
      String name,
      Field<String> id,
      List<Field<?>> same,
      List<SortField<?>> order) {
    List<Field<?>> numbered = new ArrayList<>(columns);
    Field<Long> number =
        field("{0}", SQLDataType.BIGINT, rowNumber().over().partitionBy(same).orderBy(order));
    numbered.add(when(id.isNull(), inline(1L)).otherwise(number).as(name(name)));
    return DSL.select(numbered).from(rows.asTable(name("u")));
  }
}
