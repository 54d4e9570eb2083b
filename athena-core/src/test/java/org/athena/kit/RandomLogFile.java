package org.athena.kit;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.athena.breakage.CardLog;
import org.athena.breakage.EventKind;
import org.athena.model.Column;
import org.athena.model.Dataset;
import org.athena.model.Layout;
import org.athena.oracle.LogRow;
import org.athena.oracle.Settings;

/** Rows of a random log as a file of JSON lines, and the same rows as Athena sees them. */
final class RandomLogFile {

  static final Column<String> SEED = Column.string("seed");
  static final Column<String> EVENT_ID = Column.string("event_id");
  static final Column<String> CARD = Column.string("card_no");
  static final Column<String> CODE = Column.string("code");
  static final Column<BigDecimal> AMOUNT = Column.decimal("value", 18, 2);
  static final Column<String> CURRENCY = Column.string("ccy");
  static final Column<String> CURRENCY_OUT = Column.string("currency");
  static final Column<Instant> AT = Column.instant("occurred");
  static final Column<LocalDate> EXPIRY = Column.date("expires");
  static final Column<String> PROGRAM = Column.string("program");
  static final Column<String> REFERENCE = Column.string("ref");
  static final Column<Instant> KNOWN_AT = Column.instant("learned");

  private RandomLogFile() {}

  static void write(Path file, List<LogRow> rows) {
    try (BufferedWriter out = Files.newBufferedWriter(file)) {
      for (LogRow row : rows) {
        out.write(json(row));
        out.newLine();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String json(LogRow row) {
    List<String> fields = new ArrayList<>();
    fields.add(field(SEED, row.seed()));
    fields.add(field(EVENT_ID, row.eventId()));
    fields.add(field(CARD, row.card()));
    fields.add(field(CODE, row.code()));
    fields.add(field(AMOUNT, row.amount() == null ? null : row.amount().toPlainString()));
    fields.add(field(CURRENCY, row.currency()));
    fields.add(field(AT, row.at() == null ? null : row.at().toString()));
    fields.add(field(EXPIRY, row.expiry() == null ? null : row.expiry().toString()));
    fields.add(field(PROGRAM, row.program()));
    fields.add(field(REFERENCE, row.reference()));
    fields.add(field(KNOWN_AT, row.knownAt() == null ? null : row.knownAt().toString()));
    return "{" + String.join(",", fields) + "}";
  }

  private static String field(Column<?> column, String value) {
    return quoted(column.name()) + ":" + (value == null ? "null" : quoted(value));
  }

  static String quoted(String text) {
    StringBuilder out = new StringBuilder("\"");
    for (char c : text.toCharArray()) {
      if (c == '"' || c == '\\') {
        out.append('\\').append(c);
      } else if (c < ' ') {
        out.append("\\u%04x".formatted((int) c));
      } else {
        out.append(c);
      }
    }
    return out.append('"').toString();
  }

  /** The file as a data set with just the columns that the settings say there are. */
  static Dataset dataset(String name, String file, Settings settings) {
    List<Column<?>> columns = new ArrayList<>(List.of(SEED));
    if (settings.hasEventId()) {
      columns.add(EVENT_ID);
    }
    columns.addAll(List.of(CARD, CODE, AMOUNT, CURRENCY, AT, EXPIRY, PROGRAM));
    if (settings.hasReference()) {
      columns.add(REFERENCE);
    }
    if (settings.hasKnownAt()) {
      columns.add(KNOWN_AT);
    }
    return Dataset.of(name, columns).layout(Layout.jsonLines()).at(file);
  }

  static CardLog cards(Dataset rows, Settings settings) {
    Map<String, EventKind> kinds = new HashMap<>();
    settings.kinds().forEach((code, kind) -> kinds.put(code, EventKind.valueOf(kind.name())));
    CardLog cards =
        CardLog.over(rows)
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
    return settings.hasKnownAt() ? cards.knownAt(KNOWN_AT) : cards;
  }
}
