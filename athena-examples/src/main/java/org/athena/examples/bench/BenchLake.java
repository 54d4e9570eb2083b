package org.athena.examples.bench;

import static org.athena.model.Aggregate.min;
import static org.athena.model.Expressions.dayOf;
import static org.athena.query.Query.from;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.athena.Athena;
import org.athena.breakage.CardLog;
import org.athena.breakage.EventKind;
import org.athena.examples.sample.RepeatedLog;
import org.athena.examples.sample.SampleLog;
import org.athena.model.AsOf;
import org.athena.model.Column;
import org.athena.model.Dataset;
import org.athena.model.Measure;
import org.athena.model.On;
import org.athena.query.DailyQuery;
import org.athena.query.Query;

/** The data of the benchmark: a sample log as Parquet, and tables made from it in a database. */
final class BenchLake {

  static final Column<String> EVENT = Column.string("event_id");
  static final Column<String> CARD = Column.string("card_id");
  static final Column<String> TYPE = Column.string("type");
  static final Column<BigDecimal> AMOUNT = Column.decimal("amount", 18, 2);
  static final Column<String> CURRENCY = Column.string("currency");
  static final Column<Instant> AT = Column.instant("occurred_at");
  static final Column<Instant> KNOWN = Column.instant("recorded_at");
  static final Column<String> PROGRAM = Column.string("program");
  static final Column<String> MERCHANT = Column.string("merchant_id");
  static final Column<LocalDate> COHORT = Column.date("cohort_day");

  static final AsOf AS_OF = AsOf.endOf("2025-12-31");

  static final Dataset RAW =
      Dataset.of("raw_tx", EVENT, CARD, TYPE, AMOUNT, CURRENCY, AT, KNOWN, PROGRAM, MERCHANT)
          .at("log/transactions/*.parquet");

  /** Issues and redemptions only, without duplicates, at most one issue for each card. */
  static final Dataset PLAIN =
      Dataset.of("plain", EVENT, CARD, TYPE, AMOUNT, CURRENCY, AT, PROGRAM);

  static final Dataset STAMPED =
      Dataset.of("stamped", EVENT, CARD, TYPE, AMOUNT, CURRENCY, AT, PROGRAM, COHORT);

  private static final Map<String, EventKind> KINDS =
      Map.of(
          "ISSUE", EventKind.ACTIVATE,
          "RELOAD", EventKind.RELOAD,
          "REDEEM", EventKind.REDEEM,
          "REFUND", EventKind.REFUND_TO_CARD,
          "VOID", EventKind.VOID_ISSUE,
          "EXPIRE", EventKind.EXPIRE);
  private static final Map<String, EventKind> PLAIN_KINDS =
      Map.of("ISSUE", EventKind.ACTIVATE, "REDEEM", EventKind.REDEEM);

  /** A larger log is so many transactions several times. */
  private static final long GENERATED = 10_000_000;

  private static final double EVENTS_PER_CARD = 3.1;

  private BenchLake() {}

  /** The raw log with all its kinds, duplicates and corrections. */
  static CardLog full() {
    return CardLog.over(RAW)
        .card(CARD)
        .amount(AMOUNT)
        .at(AT)
        .kinds(TYPE, KINDS)
        .eventId(EVENT)
        .currency(CURRENCY)
        .knownAt(KNOWN);
  }

  /** The plain log as its owner declares it. */
  static CardLog plain() {
    return CardLog.over(PLAIN)
        .card(CARD)
        .amount(AMOUNT)
        .at(AT)
        .kinds(TYPE, PLAIN_KINDS)
        .eventId(EVENT)
        .currency(CURRENCY)
        .uniqueEvents()
        .activatedOnce();
  }

  /** The log with the cohort stamped on each row. */
  static CardLog stamped() {
    return CardLog.over(STAMPED)
        .card(CARD)
        .cohort(COHORT)
        .amount(AMOUNT)
        .at(AT)
        .kinds(TYPE, PLAIN_KINDS)
        .eventId(EVENT)
        .currency(CURRENCY)
        .uniqueEvents();
  }

  /** What the daily table is made by. */
  static DailyQuery daily() {
    return DailyQuery.of(plain(), AS_OF).by(PROGRAM);
  }

  /** The daily table as a log. */
  static CardLog ofDaily() {
    return daily().asLog(Dataset.of("daily", daily().columns()));
  }

  /** The URL of the database in a folder. */
  static String url(Path folder, String options) {
    return "duckdb:" + folder.resolve("bench.db") + "?" + options;
  }

  /**
   * Writes the log, where it is not there yet.
   *
   * @throws IllegalArgumentException when a large log is no multiple of the one it repeats
   */
  static void writeLog(Path folder, long transactions) throws IOException {
    Path done = folder.resolve("log-" + transactions);
    if (Files.exists(done)) {
      return;
    }
    if (transactions > GENERATED && transactions % GENERATED != 0) {
      throw new IllegalArgumentException(
          "Cannot make a log of %,d transactions: above %,d it is a multiple of that."
              .formatted(transactions, GENERATED));
    }
    Files.createDirectories(folder);
    int cards = (int) (Math.min(transactions, GENERATED) / EVENTS_PER_CARD);
    if (transactions <= GENERATED) {
      SampleLog.cards(cards).writeTo(folder.resolve("log"));
    } else {
      SampleLog.cards(cards).writeTo(folder.resolve("base"));
      RepeatedLog.write(
          folder.resolve("base/transactions"),
          folder.resolve("log/transactions"),
          Math.toIntExact(transactions / GENERATED));
    }
    Files.createFile(done);
  }

  /** Makes the tables of the plain log, where they are not there yet. */
  static void makeTables(Path folder, long transactions) throws IOException {
    Path done = folder.resolve("tables-" + transactions);
    if (Files.exists(done)) {
      return;
    }
    try (Athena athena = Athena.open(url(folder, "threads=2"), folder)) {
      Query plain =
          from(RAW)
              .where(TYPE.in(List.of("ISSUE", "REDEEM")))
              .where(CARD.isNotNull().and(AMOUNT.ge(BigDecimal.ZERO)));
      Query once =
          from(plain.by(EVENT).measure(min(AMOUNT).as("amount"), least(CARD), least(TYPE)))
              .join(
                  plain
                      .by(EVENT)
                      .measure(least(CURRENCY), min(AT).as("occurred_at"), least(PROGRAM)),
                  On.on(EVENT))
              .select(EVENT, CARD, TYPE, AMOUNT, CURRENCY, AT, PROGRAM);
      athena.publish(once).asTable(PLAIN.name());
      Query activations =
          from(PLAIN).where(TYPE.eq("ISSUE")).by(CARD).measure(min(dayOf(AT)).as(COHORT.name()));
      athena.publish(from(PLAIN).leftJoin(activations, On.on(CARD))).asTable(STAMPED.name());
      athena.publish(daily()).asTable("daily");
    }
    Files.createFile(done);
  }

  private static Measure<String> least(Column<String> column) {
    return min(column).as(column.name());
  }
}
