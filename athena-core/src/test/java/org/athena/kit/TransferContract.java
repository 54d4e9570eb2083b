package org.athena.kit;

import static java.util.Objects.requireNonNull;
import static java.util.stream.Collectors.toMap;
import static org.athena.breakage.EventKind.ACTIVATE;
import static org.athena.breakage.EventKind.REDEEM;
import static org.athena.breakage.EventKind.TRANSFER_IN;
import static org.athena.breakage.EventKind.TRANSFER_OUT;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Map;
import org.athena.Athena;
import org.athena.breakage.AuditReport;
import org.athena.breakage.AuditReport.Flag;
import org.athena.breakage.CardBalance;
import org.athena.breakage.CardLog;
import org.athena.breakage.CardLog.CohortBy;
import org.athena.breakage.Rate;
import org.athena.breakage.Triangle;
import org.athena.error.InvalidQuestionException;
import org.athena.model.AsOf;
import org.athena.model.Column;
import org.athena.model.Dataset;
import org.athena.model.Grain;
import org.athena.model.Layout;
import org.athena.query.AuditQuery;
import org.athena.query.BalanceQuery;
import org.athena.query.RateQuery;
import org.athena.query.TriangleQuery;
import org.junit.jupiter.api.Test;

/** Cohort, age and segments travel with value to cards that were not activated themselves. */
public abstract class TransferContract extends EngineContract {

  private static final Column<String> CARD = Column.string("card_id");
  private static final Column<String> TYPE = Column.string("type");
  private static final Column<BigDecimal> AMOUNT = Column.decimal("amount", 18, 2);
  private static final Column<LocalDate> DAY = Column.date("day");
  private static final Column<String> OTHER = Column.string("other_card");
  private static final Column<String> SHOP = Column.string("shop");
  private static final AsOf END = AsOf.endOf("2024-12-31");

  private static CardLog untold() {
    return CardLog.over(
            Dataset.of("log", CARD, TYPE, AMOUNT, DAY, OTHER, SHOP)
                .layout(Layout.csv())
                .at("log.csv"))
        .card(CARD)
        .amount(AMOUNT)
        .businessDay(DAY)
        .kinds(TYPE, Map.of("I", ACTIVATE, "R", REDEEM, "OUT", TRANSFER_OUT, "IN", TRANSFER_IN));
  }

  private static CardLog told() {
    return untold().counterCard(OTHER);
  }

  private void log(String... rows) {
    String[] lines = new String[rows.length + 1];
    lines[0] = "card_id,type,amount,day,other_card,shop";
    System.arraycopy(rows, 0, lines, 1, rows.length);
    write("log.csv", lines);
  }

  /** A lost card of 100.00, of which 30.00 was spent before and 50.00 after it was replaced. */
  private void writeReplacement() {
    log(
        "lost,I,100,2024-01-10,,north",
        "lost,R,30,2024-02-10,,north",
        "lost,OUT,70,2024-03-10,new,north",
        "new,IN,70,2024-03-10,lost,south",
        "new,R,50,2024-06-10,,south");
  }

  private static BigDecimal money(String text) {
    return new BigDecimal(text);
  }

  private static Map<String, LocalDate> cohorts(Athena athena, CardLog cards) {
    return athena.fetch(BalanceQuery.of(cards, END)).stream()
        .filter(balance -> balance.cohort() != null)
        .collect(toMap(CardBalance::card, balance -> requireNonNull(balance.cohort())));
  }

  @Test
  void aReplacementCardBelongsToTheCohortOfTheLostOne() {
    writeReplacement();
    try (Athena athena = open()) {
      Triangle triangle =
          athena
              .fetch(TriangleQuery.of(told(), END).cohorts(Grain.YEAR).ages(Grain.QUARTER).by(SHOP))
              .single();

      assertEquals(Map.of("shop", "north"), triangle.segment().by());
      Triangle.Cell last = triangle.cohorts().get(0).latest();
      assertEquals(money("100.00"), last.issued());
      assertEquals(money("80.00"), last.redeemed());
      assertEquals(money("0.00"), last.exited());
      assertEquals(1, last.cards());
      assertEquals(2, last.redemptions());
    }
  }

  @Test
  void withoutTheOtherCardTheValueIsOfNoCohort() {
    writeReplacement();
    try (Athena athena = open()) {
      assertEquals(Map.of("lost", LocalDate.of(2024, 1, 10)), cohorts(athena, untold()));
      assertEquals(2, athena.fetch(AuditQuery.of(untold(), END)).rows(Flag.ORPHAN));
      assertEquals(0, athena.fetch(AuditQuery.of(told(), END)).rows(Flag.ORPHAN));
    }
  }

  @Test
  void aRateCountsTheCardOnceAndAllThatWasRedeemed() {
    writeReplacement();
    try (Athena athena = open()) {
      Rate rate = athena.fetch(RateQuery.byCohort(told(), END).periods(Grain.YEAR)).get(0);

      assertEquals(1, rate.cards());
      assertEquals(money("80.00"), rate.redeemed());
      assertEquals(money("20.00"), rate.breakage());
    }
  }

  @Test
  void chainsAreFollowedOverFourCards() {
    log(
        "c0,I,10,2024-01-10,,north",
        "c1,IN,10,2024-01-11,c0,",
        "c2,IN,10,2024-01-12,c1,",
        "c2,OUT,10,2024-01-13,c3,",
        "c4,IN,10,2024-01-14,c3,",
        "c5,IN,10,2024-01-15,c4,",
        "x,IN,1,2024-01-15,y,",
        "y,IN,1,2024-01-15,x,",
        "z,IN,1,2024-01-15,z,",
        "n,IN,1,2024-01-15,nobody,");
    try (Athena athena = open()) {
      LocalDate day = LocalDate.of(2024, 1, 10);

      assertEquals(Map.of("c0", day, "c1", day, "c2", day, "c4", day), cohorts(athena, told()));
      AuditReport audit = athena.fetch(AuditQuery.of(told(), END));
      assertEquals(5, audit.rows(Flag.ORPHAN));
    }
  }

  @Test
  void anActivatedCardKeepsItsCohortAndTheAuditSaysSo() {
    log(
        "a,I,10,2024-01-10,,north",
        "b,I,10,2024-02-10,,north",
        "a,OUT,4,2024-03-10,b,",
        "b,IN,4,2024-03-10,a,");
    try (Athena athena = open()) {
      assertEquals(
          Map.of("a", LocalDate.of(2024, 1, 10), "b", LocalDate.of(2024, 2, 10)),
          cohorts(athena, told()));
      AuditReport audit = athena.fetch(AuditQuery.of(told(), END));
      assertEquals(1, audit.rows(Flag.TRANSFER_ONTO_ACTIVATED));
      assertEquals(
          0, athena.fetch(AuditQuery.of(untold(), END)).rows(Flag.TRANSFER_ONTO_ACTIVATED));
    }
  }

  @Test
  void theFirstTransferTellsAndClaimsChangeNothing() {
    log(
        "a,I,10,2024-01-10,,north",
        "b,I,10,2024-02-10,,south",
        "n,IN,4,2024-03-11,a,",
        "n,IN,4,2024-03-10,b,");
    try (Athena athena = open()) {
      Map<String, LocalDate> cohorts = cohorts(athena, told());

      assertEquals(LocalDate.of(2024, 2, 10), cohorts.get("n"));
      assertEquals(cohorts, cohorts(athena, told().activatedOnce()));
      assertNull(cohorts(athena, untold()).get("n"));
    }
  }

  @Test
  void aCounterCardNeedsActivationsToComeFrom() {
    InvalidQuestionException e =
        assertThrows(InvalidQuestionException.class, () -> told().cohortBy(CohortBy.FIRST_EVENT));
    assertTrue(e.getMessage().contains("Leave out counterCard(column)"), e.getMessage());
  }
}
