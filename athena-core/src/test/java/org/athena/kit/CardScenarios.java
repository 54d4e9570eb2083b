package org.athena.kit;

import static org.athena.query.Query.from;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.athena.breakage.CardLog;
import org.athena.model.Aggregate;
import org.athena.model.AsOf;
import org.athena.model.Column;
import org.athena.model.Grain;
import org.athena.query.AuditQuery;
import org.athena.query.BalanceQuery;
import org.athena.query.DailyQuery;
import org.athena.query.Question;
import org.athena.query.RateQuery;
import org.athena.query.TriangleQuery;
import org.athena.spi.Capability;

/** Every question about cards, over one small log. */
final class CardScenarios {

  private static final Column<String> EVENT = Column.string("event_id");
  private static final Column<String> CARD = Column.string("card_id");
  private static final Column<String> TYPE = Column.string("type");
  private static final Column<BigDecimal> AMOUNT = Column.decimal("amount", 18, 2);
  private static final Column<Instant> AT = Column.instant("at");
  private static final Column<LocalDate> EXPIRES = Column.date("expires");
  private static final Column<String> PROGRAM = Column.string("program");
  private static final LocalDate SUMMER = LocalDate.of(2025, 6, 30);
  private static final LocalDate NEW_YEAR = LocalDate.of(2024, 12, 31);

  /** Two cards, a copy of an event, a card that was never issued, a row without a card. */
  private static final Table LOG =
      Table.of("card_log", EVENT, CARD, TYPE, AMOUNT, AT, EXPIRES, PROGRAM)
          .row("1", "a", "I", money("100.00"), day("2024-01-10"), SUMMER, "Gold")
          .row("2", "a", "R", money("30.00"), day("2024-02-05"), SUMMER, "Gold")
          .row("2", "a", "R", money("30.00"), day("2024-02-05"), SUMMER, "Gold")
          .row("3", "b", "I", money("50.00"), day("2024-02-20"), NEW_YEAR, "Free")
          .row("4", "b", "R", money("20.00"), day("2024-03-01"), NEW_YEAR, "Free")
          .row("5", "c", "R", money("5.00"), day("2024-03-02"), null, null)
          .row("6", null, "I", money("1.00"), day("2024-03-03"), null, null);

  private static final AsOf MARCH = AsOf.endOf("2024-03-31");
  private static final Set<Capability> GRID = Set.of(Capability.SERIES);

  private CardScenarios() {}

  private static BigDecimal money(String text) {
    return new BigDecimal(text);
  }

  private static Instant day(String text) {
    return Instant.parse(text + "T12:00:00Z");
  }

  private static CardLog cards(Scenario.Tables tables) {
    return CardLog.over(tables.of(LOG))
        .card(CARD)
        .amount(AMOUNT)
        .at(AT)
        .kinds(TYPE, Stories.KINDS)
        .eventId(EVENT)
        .expiry(EXPIRES);
  }

  static List<Scenario> all() {
    return List.of(
        scenario(
            "audit",
            t -> AuditQuery.of(cards(t), MARCH),
            Set.of(),
            "DISPOSITION | DUPLICATE | null | 1 | 30.00 | 2",
            "DISPOSITION | SET_ASIDE | card is missing | 1 | 1.00 | 6",
            "DISPOSITION | USED | null | 5 | 205.00 | 1, 2, 3, 4, 5",
            "FLAG | ORPHAN | null | 1 | 5.00 | 5",
            "FLAG | OVERDRAFT | null | 1 | 5.00 | 5",
            "KIND | ACTIVATE | null | 2 | 150.00 | 1, 3",
            "KIND | REDEEM | null | 3 | 55.00 | 2, 4, 5"),
        scenario(
            "balances",
            t -> BalanceQuery.of(cards(t), MARCH),
            Set.of(),
            "a | 2024-01-10 | 2024-02-05 | 100.00 | 30.00 | 0.00 | 70.00",
            "b | 2024-02-20 | 2024-03-01 | 50.00 | 20.00 | 0.00 | 30.00",
            "c | null | 2024-03-02 | 0.00 | 5.00 | 0.00 | -5.00"),
        scenario(
            "triangle",
            t -> TriangleQuery.of(cards(t), MARCH),
            GRID,
            "2024-01-01 | 0 | 100.00 | 0.00 | 0.00 | 1 | 0 | 100.00 | 0.00 | 0.00 | true",
            "2024-01-01 | 1 | 100.00 | 30.00 | 0.00 | 1 | 1 | 0.00 | 30.00 | 0.00 | true",
            "2024-01-01 | 2 | 100.00 | 30.00 | 0.00 | 1 | 1 | 0.00 | 0.00 | 0.00 | true",
            "2024-02-01 | 0 | 50.00 | 0.00 | 0.00 | 1 | 0 | 50.00 | 0.00 | 0.00 | true",
            "2024-02-01 | 1 | 50.00 | 20.00 | 0.00 | 1 | 1 | 0.00 | 20.00 | 0.00 | true",
            "null | null | 0.00 | 5.00 | 0.00 | 0 | 1 | 0.00 | 5.00 | 0.00 | false"),
        scenario(
            "triangle_by_program",
            CardScenarios::claimed,
            GRID,
            "Free | 2024-01-01 | 0 | 50.00 | 20.00 | 0.00 | 1 | 1 | 50.00 | 20.00 | 0.00 | true",
            "Gold | 2024-01-01 | 0 | 100.00 | 60.00 | 0.00 | 1 | 2 | 100.00 | 60.00 | 0.00 | true",
            "null | null | null | 0.00 | 5.00 | 0.00 | 0 | 1 | 0.00 | 5.00 | 0.00 | false"),
        scenario(
            "summary_of_a_triangle",
            CardScenarios::redeemedByAge,
            GRID,
            "0 | 0.00",
            "1 | 50.00",
            "2 | 0.00"),
        scenario(
            "rates_by_cohort",
            t -> RateQuery.byCohort(cards(t), MARCH),
            Set.of(),
            "2024-01-01 | null | 1 | 100.00 | 30.00 | 0.00 | 70.00 | 0.700000000000 | true",
            "2024-02-01 | null | 1 | 50.00 | 20.00 | 0.00 | 30.00 | 0.600000000000 | true"),
        scenario(
            "rates_by_maturity",
            t -> RateQuery.byMaturity(cards(t), MARCH),
            GRID,
            "null | 0 | 2 | 150.00 | 0.00 | 0.00 | 150.00 | 1.000000000000 | true",
            "null | 1 | 2 | 150.00 | 50.00 | 0.00 | 100.00 | 0.666666666667 | true",
            "null | 2 | 1 | 100.00 | 30.00 | 0.00 | 70.00 | 0.700000000000 | true"),
        scenario(
            "rates_by_expiry",
            t -> RateQuery.byExpiry(cards(t), MARCH).periods(Grain.YEAR),
            Set.of(),
            "2024-01-01 | null | 1 | 50.00 | 20.00 | 0.00 | 30.00 | 0.600000000000 | false",
            "2025-01-01 | null | 1 | 100.00 | 30.00 | 0.00 | 70.00 | 0.700000000000 | false"),
        scenario(
            "daily",
            t -> DailyQuery.of(cards(t), MARCH).by(PROGRAM),
            Set.of(),
            "Free | 2024-02-01 | 2024-02-20 | ACTIVATE | 1 | 1 | 50.00",
            "Free | 2024-02-01 | 2024-03-01 | REDEEM | 1 | 0 | 20.00",
            "Gold | 2024-01-01 | 2024-01-10 | ACTIVATE | 1 | 1 | 100.00",
            "Gold | 2024-01-01 | 2024-02-05 | REDEEM | 1 | 0 | 30.00",
            "null | null | 2024-03-02 | REDEEM | 1 | 0 | 5.00"));
  }

  /** With the claim that events are unique, which is wrong: the copy counts. */
  private static Question<?> claimed(Scenario.Tables tables) {
    return TriangleQuery.of(cards(tables).uniqueEvents().activatedOnce(), MARCH)
        .cohorts(Grain.QUARTER)
        .ages(Grain.QUARTER)
        .by(PROGRAM);
  }

  private static Question<?> redeemedByAge(Scenario.Tables tables) {
    TriangleQuery triangle = TriangleQuery.of(cards(tables), MARCH);
    return from(triangle)
        .where(TriangleQuery.AGE.ge(0L))
        .by(TriangleQuery.AGE)
        .measure(Aggregate.sum(triangle.redeemedIncrement()).as("redeemed"));
  }

  private static Scenario scenario(
      String name,
      Function<Scenario.Tables, Question<?>> question,
      Set<Capability> needs,
      String... rows) {
    return new Scenario(name, question, needs, List.of(rows));
  }
}
