package org.athena.kit;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.athena.breakage.CardLog;
import org.athena.breakage.EventKind;
import org.athena.model.Column;
import org.athena.model.Relation;
import org.athena.oracle.LogRow;
import org.athena.oracle.RandomLogs;
import org.athena.oracle.Settings;
import org.athena.query.Query;
import org.jspecify.annotations.Nullable;

/**
 * Random logs as one table, the seed of each being a column, and as card logs under settings.
 *
 * <p>Settings choose among the columns, zones and times, never among the rows: the table is put
 * into an engine once.
 */
final class RandomTable {

  static final Column<String> SEED = Column.string("seed");
  static final Column<String> PROGRAM = Column.string("program");
  static final Column<String> CURRENCY_OUT = Column.string("currency");

  /** The first seed: {@code RandomLogs.rows(seed)} makes the log of one again. */
  static final long FIRST_SEED = 1000;

  private static final Column<String> EVENT_ID = Column.string("event_id");
  private static final Column<String> CARD = Column.string("card_no");
  private static final Column<String> CODE = Column.string("code");
  private static final Column<BigDecimal> AMOUNT = Column.decimal("value", 18, 2);
  private static final Column<String> CURRENCY = Column.string("ccy");
  private static final Column<Instant> AT = Column.instant("occurred");
  private static final Column<LocalDate> EXPIRY = Column.date("expires");
  private static final Column<String> REFERENCE = Column.string("ref");
  private static final Column<String> COUNTER_CARD = Column.string("counter_card");
  private static final Column<Instant> KNOWN_AT = Column.instant("learned");

  private RandomTable() {}

  /** The rows of all seeds. */
  static List<LogRow> rows(Subject subject) {
    return RandomLogs.stacked(FIRST_SEED, subject.seeds());
  }

  static Table table(String name, List<LogRow> logs) {
    List<List<@Nullable Object>> rows = new ArrayList<>();
    for (LogRow row : logs) {
      rows.add(
          Arrays.asList(
              row.seed(),
              row.eventId(),
              row.card(),
              row.code(),
              row.amount(),
              row.currency(),
              row.at(),
              row.expiry(),
              row.program(),
              row.reference(),
              row.counterCard(),
              row.knownAt()));
    }
    return new Table(
        name,
        List.of(
            SEED,
            EVENT_ID,
            CARD,
            CODE,
            AMOUNT,
            CURRENCY,
            AT,
            EXPIRY,
            PROGRAM,
            REFERENCE,
            COUNTER_CARD,
            KNOWN_AT),
        rows);
  }

  /** The logs of all seeds as one card log. */
  static CardLog cards(Subject subject, Settings settings) {
    return cards(subject.table(table("random_logs", rows(subject))), settings);
  }

  /** A card log over rows with just the columns that the settings say there are. */
  static CardLog cards(Relation rows, Settings settings) {
    List<Column<?>> columns = new ArrayList<>(rows.columns());
    if (!settings.hasEventId()) {
      columns.remove(EVENT_ID);
    }
    if (!settings.hasReference()) {
      columns.remove(REFERENCE);
    }
    if (!settings.hasCounterCard()) {
      columns.remove(COUNTER_CARD);
    }
    if (!settings.hasKnownAt()) {
      columns.remove(KNOWN_AT);
    }
    Map<String, EventKind> kinds = new HashMap<>();
    settings.kinds().forEach((code, kind) -> kinds.put(code, EventKind.valueOf(kind.name())));
    CardLog cards =
        CardLog.over(Query.from(rows).select(columns.toArray(Column<?>[]::new)))
            .card(CARD)
            .amount(AMOUNT)
            .at(AT)
            .kinds(CODE, kinds)
            .currency(CURRENCY)
            .expiry(EXPIRY)
            .zone(settings.businessZone())
            .unmapped(CardLog.Unmapped.SET_ASIDE);
    if (settings.hasEventId()) {
      cards = cards.eventId(EVENT_ID);
    }
    if (settings.hasReference()) {
      cards = cards.reference(REFERENCE);
    }
    if (settings.hasCounterCard()) {
      cards = cards.counterCard(COUNTER_CARD);
    }
    return settings.hasKnownAt() ? cards.knownAt(KNOWN_AT) : cards;
  }
}
