package org.athena.kit;

import static java.util.Objects.requireNonNull;
import static java.util.stream.Collectors.toMap;
import static org.athena.breakage.EventKind.ACTIVATE;
import static org.athena.breakage.EventKind.REDEEM;
import static org.athena.breakage.EventKind.TRANSFER_IN;
import static org.athena.breakage.EventKind.TRANSFER_OUT;
import static org.athena.kit.Stories.AMOUNT;
import static org.athena.kit.Stories.CARD;
import static org.athena.kit.Stories.END;
import static org.athena.kit.Stories.STORY;
import static org.athena.kit.Stories.TYPE;
import static org.athena.kit.Stories.money;
import static org.athena.query.Query.from;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
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
import org.athena.model.Column;
import org.athena.model.Grain;
import org.athena.query.AuditQuery;
import org.athena.query.BalanceQuery;
import org.athena.query.RateQuery;
import org.athena.query.TriangleQuery;
import org.athena.spi.Capability;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Cohort, age and segments travel with value to cards that were not activated themselves. */
interface TransferContract extends Topic {

  Column<String> OTHER = Column.string("other_card");
  Column<String> SHOP = Column.string("shop");
  Column<LocalDate> DAY = Column.date("day");

  /** A lost card of 100.00, of which 30.00 was spent before and 50.00 after; and others. */
  Table MOVED =
      transfers(
          "replaced,lost,I,100,2024-01-10,,north",
          "replaced,lost,R,30,2024-02-10,,north",
          "replaced,lost,OUT,70,2024-03-10,new,north",
          "replaced,new,IN,70,2024-03-10,lost,south",
          "replaced,new,R,50,2024-06-10,,south",
          "chains,c0,I,10,2024-01-10,,north",
          "chains,c1,IN,10,2024-01-11,c0,",
          "chains,c2,IN,10,2024-01-12,c1,",
          "chains,c2,OUT,10,2024-01-13,c3,",
          "chains,c4,IN,10,2024-01-14,c3,",
          "chains,c5,IN,10,2024-01-15,c4,",
          "chains,x,IN,1,2024-01-15,y,",
          "chains,y,IN,1,2024-01-15,x,",
          "chains,z,IN,1,2024-01-15,z,",
          "chains,n,IN,1,2024-01-15,nobody,",
          "merged,a,I,10,2024-01-10,,north",
          "merged,b,I,10,2024-02-10,,north",
          "merged,a,OUT,4,2024-03-10,b,",
          "merged,b,IN,4,2024-03-10,a,",
          "first,a,I,10,2024-01-10,,north",
          "first,b,I,10,2024-02-10,,south",
          "first,n,IN,4,2024-03-11,a,",
          "first,n,IN,4,2024-03-10,b,");

  private static Table transfers(String... lines) {
    List<List<@Nullable Object>> rows = new ArrayList<>();
    for (String line : lines) {
      String[] f = (line + ",").split(",", -1);
      rows.add(
          Arrays.asList(
              f[0],
              f[1],
              f[2],
              new BigDecimal(f[3]).setScale(2),
              LocalDate.parse(f[4]),
              f[5].isEmpty() ? null : f[5],
              f[6].isEmpty() ? null : f[6]));
    }
    return new Table("transfers", List.of(STORY, CARD, TYPE, AMOUNT, DAY, OTHER, SHOP), rows);
  }

  private CardLog untold(String story) {
    return CardLog.over(from(subject().table(MOVED)).where(STORY.eq(story)))
        .card(CARD)
        .amount(AMOUNT)
        .businessDay(DAY)
        .kinds(TYPE, Map.of("I", ACTIVATE, "R", REDEEM, "OUT", TRANSFER_OUT, "IN", TRANSFER_IN));
  }

  private CardLog told(String story) {
    return untold(story).counterCard(OTHER);
  }

  private static Map<String, LocalDate> cohorts(Athena athena, CardLog cards) {
    return athena.fetch(BalanceQuery.of(cards, END)).stream()
        .filter(balance -> balance.cohort() != null)
        .collect(toMap(CardBalance::card, balance -> requireNonNull(balance.cohort())));
  }

  @Test
  default void aReplacementCardBelongsToTheCohortOfTheLostOne() {
    TriangleQuery question =
        TriangleQuery.of(told("replaced"), END).cohorts(Grain.YEAR).ages(Grain.QUARTER).by(SHOP);
    subject()
        .ask(athena -> athena.fetch(question).single(), Capability.SERIES)
        .ifPresent(TransferContract::assertAllInOneCohort);
  }

  private static void assertAllInOneCohort(Triangle triangle) {
    assertEquals(Map.of("shop", "north"), triangle.segment().by());
    Triangle.Cell last = triangle.cohorts().get(0).latest();
    assertEquals(money("100.00"), last.issued());
    assertEquals(money("80.00"), last.redeemed());
    assertEquals(money("0.00"), last.exited());
    assertEquals(1, last.cards());
    assertEquals(2, last.redemptions());
  }

  @Test
  default void withoutTheOtherCardTheValueIsOfNoCohort() {
    Athena athena = subject().athena();
    assertEquals(Map.of("lost", LocalDate.of(2024, 1, 10)), cohorts(athena, untold("replaced")));
    assertEquals(2, athena.fetch(AuditQuery.of(untold("replaced"), END)).rows(Flag.ORPHAN));
    assertEquals(0, athena.fetch(AuditQuery.of(told("replaced"), END)).rows(Flag.ORPHAN));
  }

  @Test
  default void aRateCountsTheCardOnceAndAllThatWasRedeemed() {
    Athena athena = subject().athena();
    Rate rate = athena.fetch(RateQuery.byCohort(told("replaced"), END).periods(Grain.YEAR)).get(0);

    assertEquals(1, rate.cards());
    assertEquals(money("80.00"), rate.redeemed());
    assertEquals(money("20.00"), rate.breakage());
  }

  @Test
  default void chainsAreFollowedOverFourCards() {
    Athena athena = subject().athena();
    LocalDate day = LocalDate.of(2024, 1, 10);

    assertEquals(
        Map.of("c0", day, "c1", day, "c2", day, "c4", day), cohorts(athena, told("chains")));
    AuditReport audit = athena.fetch(AuditQuery.of(told("chains"), END));
    assertEquals(5, audit.rows(Flag.ORPHAN));
  }

  @Test
  default void anActivatedCardKeepsItsCohortAndTheAuditSaysSo() {
    Athena athena = subject().athena();
    assertEquals(
        Map.of("a", LocalDate.of(2024, 1, 10), "b", LocalDate.of(2024, 2, 10)),
        cohorts(athena, told("merged")));
    AuditReport audit = athena.fetch(AuditQuery.of(told("merged"), END));
    assertEquals(1, audit.rows(Flag.TRANSFER_ONTO_ACTIVATED));
    assertEquals(
        0, athena.fetch(AuditQuery.of(untold("merged"), END)).rows(Flag.TRANSFER_ONTO_ACTIVATED));
  }

  @Test
  default void theFirstTransferTellsAndClaimsChangeNothing() {
    Athena athena = subject().athena();
    Map<String, LocalDate> cohorts = cohorts(athena, told("first"));

    assertEquals(LocalDate.of(2024, 2, 10), cohorts.get("n"));
    assertEquals(cohorts, cohorts(athena, told("first").activatedOnce()));
    assertNull(cohorts(athena, untold("first")).get("n"));
  }

  @Test
  default void aCounterCardNeedsActivationsToComeFrom() {
    InvalidQuestionException e =
        assertThrows(
            InvalidQuestionException.class, () -> told("merged").cohortBy(CohortBy.FIRST_EVENT));
    assertTrue(e.getMessage().contains("Leave out counterCard(column)"), e.getMessage());
  }
}
