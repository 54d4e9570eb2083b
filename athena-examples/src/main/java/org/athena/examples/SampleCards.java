package org.athena.examples;

import static org.athena.breakage.EventKind.ACTIVATE;
import static org.athena.breakage.EventKind.EXPIRE;
import static org.athena.breakage.EventKind.REDEEM;
import static org.athena.breakage.EventKind.REFUND_TO_CARD;
import static org.athena.breakage.EventKind.RELOAD;
import static org.athena.breakage.EventKind.VOID_ISSUE;
import static org.athena.model.On.on;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import org.athena.breakage.CardLog;
import org.athena.breakage.ValueClass;
import org.athena.model.Column;
import org.athena.model.Dataset;

/**
 * The vocabulary of a log that {@link org.athena.examples.sample.SampleLog} wrote as Parquet: its
 * columns, its two data sets, and how it reads as a card log.
 */
public interface SampleCards {

  // @start region="vocabulary"
  /** The id of an event; duplicates and earlier versions of an event share it. */
  Column<String> EVENT = Column.string("event_id");

  /** The card. */
  Column<String> CARD = Column.string("card_id");

  /** The kind of an event, in the log's own words. */
  Column<String> TYPE = Column.string("type");

  /** The amount; the type gives the sign. */
  Column<BigDecimal> AMOUNT = Column.decimal("amount", 18, 2);

  /** The currency of the amount. */
  Column<String> CURRENCY = Column.string("currency");

  /** When it happened. */
  Column<Instant> OCCURRED = Column.instant("occurred_at");

  /** When it was learned. */
  Column<Instant> RECORDED = Column.instant("recorded_at");

  /** The program that the card belongs to. */
  Column<String> PROGRAM = Column.string("program");

  /** The event that a void or refund takes back. */
  Column<String> REFERENCE = Column.string("ref_event_id");

  /** The last day on which the card can be used. */
  Column<LocalDate> EXPIRES = Column.date("expires_on");

  /** Whether the card was paid for. */
  Column<String> VALUE_CLASS = Column.string("value_class");

  /** The events. */
  Dataset TRANSACTIONS =
      Dataset.of(
              "transactions",
              EVENT,
              CARD,
              TYPE,
              AMOUNT,
              CURRENCY,
              OCCURRED,
              RECORDED,
              PROGRAM,
              REFERENCE)
          .at("transactions/*.parquet")
          .eventTime(OCCURRED)
          .knowledgeTime(RECORDED);

  /** What is known about each card. */
  Dataset CARDS = Dataset.of("cards", CARD, EXPIRES, VALUE_CLASS).at("cards/*.parquet").key(CARD);

  /** The events as a card log. */
  CardLog LOG =
      CardLog.over(TRANSACTIONS)
          .card(CARD)
          .amount(AMOUNT)
          .at(OCCURRED)
          .attributes(CARDS, on(CARD))
          .kinds(
              TYPE,
              Map.of(
                  "ISSUE", ACTIVATE,
                  "RELOAD", RELOAD,
                  "REDEEM", REDEEM,
                  "REFUND", REFUND_TO_CARD,
                  "VOID", VOID_ISSUE,
                  "EXPIRE", EXPIRE))
          .eventId(EVENT)
          .currency(CURRENCY)
          .knownAt(RECORDED)
          .reference(REFERENCE)
          .expiry(EXPIRES)
          .valueClass(VALUE_CLASS, Map.of("PAID", ValueClass.PAID, "BONUS", ValueClass.BONUS));
  // @end
}
