package org.athena.kit;

import static org.athena.kit.Stories.AMOUNT;
import static org.athena.kit.Stories.AT;
import static org.athena.kit.Stories.CARD;
import static org.athena.kit.Stories.END;
import static org.athena.kit.Stories.money;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.math.BigDecimal;
import java.math.MathContext;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.athena.breakage.CardLog;
import org.athena.breakage.Rate;
import org.athena.breakage.ValueClass;
import org.athena.error.BadDataException;
import org.athena.model.Column;
import org.athena.model.Grain;
import org.athena.model.On;
import org.athena.query.AuditQuery;
import org.athena.query.RateQuery;
import org.athena.query.TriangleQuery;
import org.athena.spi.Capability;
import org.junit.jupiter.api.Test;

/** Historical rates, and attributes of cards that give segments, expiry and class of value. */
interface RatesContract extends Topic {

  /** A log whose cards have attributes. */
  Table RATED =
      Stories.table(
          "rated_logs",
          "cards,,a,I,10,2024-01-01",
          "cards,,a,R,4,2024-02-01",
          "cards,,b,I,20,2024-01-01",
          "cards,,c,I,5,2024-01-01",
          "cards,,d,R,1,2024-01-09");

  /** The key of a card's attributes. */
  Column<String> CARD_KEY = Column.string("id of card");

  /** The program of a card. */
  Column<String> PROGRAM = Column.string("program");

  /** Whether a card was paid for. */
  Column<String> CLASS = Column.string("class");

  /** When a card expires. */
  Column<LocalDate> EXPIRES = Column.date("expires");

  /** One row for each card. */
  Table ATTRIBUTES =
      Table.of("attributes_of_cards", CARD_KEY, PROGRAM, CLASS, EXPIRES)
          .row("a", "Gold", "P", LocalDate.of(2024, 6, 30))
          .row("b", "Free", "B", LocalDate.of(2024, 6, 30))
          .row("c", "Gold", null, LocalDate.of(2025, 6, 30));

  /** Two rows for one card. */
  Table AMBIGUOUS =
      Table.of("ambiguous_attributes", CARD_KEY, PROGRAM, CLASS, EXPIRES)
          .row("a", "Gold", "P", LocalDate.of(2024, 6, 30))
          .row("a", "Free", "B", null);

  private CardLog rated(Table attributes) {
    return CardLog.over(Stories.of(subject().table(RATED), "cards"))
        .card(CARD)
        .amount(AMOUNT)
        .at(AT)
        .attributes(subject().table(attributes), On.on(CARD, CARD_KEY))
        .kinds(Stories.TYPE, Stories.KINDS)
        .expiry(EXPIRES)
        .valueClass(CLASS, Map.of("P", ValueClass.PAID, "B", ValueClass.BONUS));
  }

  @Test
  default void attributesGiveSegmentsAndClasses() {
    subject()
        .ask(a -> a.fetch(TriangleQuery.of(rated(ATTRIBUTES), END).by(PROGRAM)), Capability.SERIES)
        .ifPresent(triangles -> {
          assertEquals("Gold", triangles.single().segment().by().get("program"));
          assertEquals(money("15.00"), triangles.single().cohorts().get(0).latest().issued());
          assertEquals(2, triangles.single().cohorts().get(0).latest().cards());
          assertEquals(money("1.00"), triangles.unknown().get(0).redeemed());
        });
  }

  private static List<BigDecimal> shown(List<Rate> rates) {
    return rates.stream().map(rate -> rate.rate().orElseThrow().stripTrailingZeros()).toList();
  }

  @Test
  default void ratesByExpiryAreThoseOfTheCardsThatExpire() {
    List<Rate> rates =
        subject().athena().fetch(RateQuery.byExpiry(rated(ATTRIBUTES), END).periods(Grain.YEAR));
    assertEquals(List.of(money("0.6"), money("1")), shown(rates));
    assertEquals(List.of(true, false), rates.stream().map(Rate::complete).toList());
  }

  @Test
  default void ratesByCohortAndMaturityCountWhatWasIssued() {
    List<Rate> cohorts =
        subject().athena().fetch(RateQuery.byCohort(rated(ATTRIBUTES), END).periods(Grain.YEAR));
    BigDecimal eleven15ths = money("11").divide(money("15"), MathContext.DECIMAL128);
    assertEquals(List.of(eleven15ths), shown(cohorts));
    subject()
        .ask(
            a -> a.fetch(RateQuery.byMaturity(rated(ATTRIBUTES), END).periods(Grain.YEAR)),
            Capability.SERIES)
        .ifPresent(rates -> assertEquals(List.of(eleven15ths), shown(rates)));
  }

  @Test
  default void attributesOfACardThatOccurTwiceAreRefused() {
    BadDataException twice =
        assertThrows(
            BadDataException.class,
            () -> subject().athena().fetch(AuditQuery.of(rated(AMBIGUOUS), END)));
    assertEquals(
        "Cannot join attributes ambiguous_attributes on [id of card]: a key occurs more than once, for instance [a]. Make it unique first.",
        twice.getMessage());
  }
}
