package org.athena.plan;

import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.max;
import static org.jooq.impl.DSL.min;
import static org.jooq.impl.DSL.name;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.athena.breakage.CardLog;
import org.athena.error.BadDataException;
import org.athena.model.AsOf;
import org.athena.model.Calendar;
import org.athena.model.Column;
import org.athena.model.PeriodTable;
import org.athena.model.Row;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;

/** How the as-of and the events of a log lie in a calendar. */
final class CalendarGuard {

  private CalendarGuard() {}

  /** Ends planning when the as-of lies outside of a calendar table. */
  static void check(CardLog cards, AsOf asOf, Calendar calendar) {
    calendar.indexOf(asOf.day(cards.rules().zone()));
  }

  /** Whether the period in which the as-of lies was over then. */
  static boolean lastPeriodIsOver(CardLog cards, AsOf asOf, Calendar calendar) {
    LocalDate day = asOf.day(cards.rules().zone());
    LocalDate end = calendar.endOf(calendar.indexOf(day));
    if (!day.plusDays(1).equals(end)) {
      return false;
    }
    Instant next = end.atStartOfDay(cards.rules().zone()).toInstant();
    return asOf.day() != null
        || !Objects.requireNonNull(asOf.instant()).plusNanos(1000).isBefore(next);
  }

  /** Adds a check that no event lies outside of a calendar table. */
  static void add(Planning planning, CardLog cards, CardEvents events, Calendar calendar) {
    if (!(calendar instanceof PeriodTable table)) {
      return;
    }
    CardFields f = new CardFields(cards, "o");
    Column<Long> rows = Column.integer("athena_rows");
    Column<LocalDate> first = Column.date("athena_first");
    Column<LocalDate> last = Column.date("athena_last");
    var query =
        DSL.with(events.with())
            .select(
                field("count(*)", SQLDataType.BIGINT).as(name(rows.name())),
                min(f.day()).as(name(first.name())),
                max(f.day()).as(name(last.name())))
            .from(events.used("o"))
            .where(f.day().lt(inline(table.first())).or(f.day().ge(inline(table.end()))));
    planning.guard(
        new Guard(
            query,
            List.of(rows, first, last),
            found -> report(table, found.get(0), rows, first, last)));
  }

  private static void report(
      PeriodTable table,
      Row row,
      Column<Long> rows,
      Column<LocalDate> first,
      Column<LocalDate> last) {
    if (row.require(rows) > 0) {
      throw new BadDataException(
          "Cannot place %d events in calendar %s: it runs from %s until %s, they are from %s to %s. Give it more periods."
              .formatted(
                  row.require(rows),
                  table.name(),
                  table.first(),
                  table.end(),
                  row.get(first),
                  row.get(last)));
    }
  }
}
