package org.athena.kit;

import static org.athena.breakage.EventKind.REDEEM;
import static org.athena.kit.Stories.AMOUNT;
import static org.athena.kit.Stories.AT;
import static org.athena.kit.Stories.CARD;
import static org.athena.kit.Stories.END;
import static org.athena.kit.Stories.money;
import static org.athena.query.Query.from;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.athena.breakage.CardLog;
import org.athena.breakage.Triangle;
import org.athena.error.BadDataException;
import org.athena.error.InvalidQuestionException;
import org.athena.model.Aggregate;
import org.athena.model.AsOf;
import org.athena.model.Column;
import org.athena.model.On;
import org.athena.model.PeriodTable;
import org.athena.model.Relation;
import org.athena.query.TriangleQuery;
import org.athena.spi.Capability;
import org.junit.jupiter.api.Test;

/** Cohorts by age, laid on a dense grid. */
interface TriangleContract extends Topic {

  /** Logs, each about one rule. */
  Table TRIANGLED =
      Stories.table(
          "triangle_logs",
          "days,,a,I,10,2024-02-01T02:00:00Z,2024-01-31",
          "days,,a,R,4,2024-02-01T03:00:00Z,",
          "days,,b,I,1,,2024-01-05",
          "instants,,a,I,10,2024-01-31T12:00:00.000001Z",
          "instants,,b,I,1,2024-01-31T12:00:00.000002Z",
          "joined,,a,I,10,2024-01-01",
          "joined,,a,R,4,2024-02-01",
          "joined,,b,I,20,2024-01-01",
          "retail,,a,I,10,2024-03-02",
          "retail,,a,R,4,2024-03-03",
          "retail,,b,I,7,2024-04-07",
          "early,,a,I,10,2024-02-03",
          "again,,a,I,10,2024-01-01",
          "again,,a,I,5,2024-02-01",
          "again,,b,I,1,2024-01-01",
          "again,,b,R,1,2024-03-01",
          "first,,a,,1,2024-01-05",
          "first,,a,,2,2024-03-05");

  /** The program of a card. */
  Table PROGRAMS =
      Table.of("programs_of_cards", Column.string("key"), Column.string("program"))
          .row("a", "Gold")
          .row("b", "Free");

  private Relation triangled(String story) {
    return Stories.of(subject().table(TRIANGLED), story);
  }

  private Optional<Triangle> single(TriangleQuery question) {
    return subject().ask(a -> a.fetch(question).single(), Capability.SERIES);
  }

  private static <T> List<T> first(Triangle triangle, Function<Triangle.Cell, T> value) {
    return triangle.cohorts().get(0).cells().stream().map(value).toList();
  }

  @Test
  default void theBusinessDayWinsOverTheInstant() {
    CardLog cards =
        CardLog.over(triangled("days"))
            .card(CARD)
            .amount(AMOUNT)
            .at(AT)
            .businessDay(Stories.STORE_DAY)
            .kinds(Stories.TYPE, Stories.KINDS)
            .zone(ZoneId.of("America/New_York"));
    single(TriangleQuery.of(cards, AsOf.endOf("2024-02-15")))
        .ifPresent(triangle -> {
          assertThrows(
              InvalidQuestionException.class,
              () -> subject().athena().explain(TriangleQuery.of(cards, AsOf.at(Instant.EPOCH))));
          assertEquals(1, triangle.cohorts().size());
          assertEquals("2024-01-01", triangle.cohorts().get(0).origin());
          assertEquals(money("11.00"), first(triangle, Triangle.Cell::issued).get(0));
          assertEquals(
              money("4.00"),
              first(triangle, Triangle.Cell::redeemed).get(0),
              "3 o'clock UTC is still January in New York");
          assertEquals(List.of(true, false), first(triangle, Triangle.Cell::complete));
        });
  }

  @Test
  default void aCellIsCompleteAtTheLastMicrosecondOfItsPeriod() {
    CardLog cards = Stories.cards(triangled("instants"));
    single(TriangleQuery.of(cards, AsOf.at(Instant.parse("2024-01-31T12:00:00.000001Z"))))
        .ifPresent(triangle -> {
          assertEquals(List.of(money("10.00")), first(triangle, Triangle.Cell::issued));
          assertFalse(triangle.cohorts().get(0).latest().complete(), "January is not over");
        });
    single(TriangleQuery.of(cards, AsOf.at(Instant.parse("2024-01-31T23:59:59.999999Z"))))
        .ifPresent(triangle -> assertTrue(triangle.cohorts().get(0).latest().complete()));
  }

  @Test
  default void aTriangleOverAFilteredJoinAndAnAggregateOverATriangle() {
    Column<String> program = Column.string("program");
    Relation gold =
        from(triangled("joined"))
            .join(subject().table(PROGRAMS), On.on(CARD, Column.string("key")))
            .where(program.eq("Gold"));
    CardLog cards = Stories.cards(gold);
    TriangleQuery question = TriangleQuery.of(cards, AsOf.endOf("2024-02-29"));
    single(question)
        .ifPresent(triangle ->
            assertEquals(
                List.of(money("0.00"), money("4.00")), first(triangle, Triangle.Cell::redeemed)));
    Column<BigDecimal> increment = new Column<>("redeemed_increment", cards.money());
    subject()
        .ask(
            a -> a.rows(from(question).measure(Aggregate.sum(increment).as("s"))),
            Capability.SERIES)
        .ifPresent(
            rows -> assertEquals(money("4.00"), rows.get(0).get(new Column<>("s", cards.money()))));
  }

  @Test
  default void aFiscalCalendarPlacesCohortsAndAges() {
    PeriodTable retail = PeriodTable.weeks445("retail", LocalDate.of(2024, 2, 4), List.of(52, 53));
    AsOf asOf = AsOf.endOf("2024-05-04");
    single(TriangleQuery.of(Stories.cards(triangled("retail")), asOf).cohorts(retail).ages(retail))
        .ifPresent(triangle -> {
          assertEquals(
              List.of("2024-02-04", "2024-03-31"),
              triangle.cohorts().stream().map(Triangle.Cohort::origin).toList());
          assertEquals(
              List.of(money("0.00"), money("4.00"), money("4.00")),
              first(triangle, Triangle.Cell::redeemed));
          assertEquals(1, triangle.cohorts().get(1).cells().size());
          assertTrue(triangle.cohorts().get(1).latest().complete(), "weeks 9 to 13 end on 4 May");
        });
    TriangleQuery early =
        TriangleQuery.of(Stories.cards(triangled("early")), asOf).cohorts(retail).ages(retail);
    if (!subject().refuses(a -> a.fetch(early), Capability.SERIES)) {
      assertEquals(
          "Cannot place 1 events in calendar retail: it runs from 2024-02-04 until 2026-02-08, they are from 2024-02-03 to 2024-02-03. Give it more periods.",
          assertThrows(BadDataException.class, () -> subject().athena().fetch(early)).getMessage());
    }
  }

  @Test
  default void aSecondActivationIsARiseOfTheFirstCohort() {
    single(TriangleQuery.of(Stories.cards(triangled("again")), END))
        .ifPresent(triangle -> {
          assertEquals(
              List.of(money("11.00"), money("16.00")),
              first(triangle, Triangle.Cell::issued).subList(0, 2));
          assertEquals(2, triangle.cohorts().get(0).latest().cards());
        });
    CardLog onlyB = Stories.cards(from(triangled("again")).where(CARD.eq("b")));
    single(TriangleQuery.of(onlyB, END))
        .ifPresent(triangle ->
            assertEquals(
                Optional.of(triangle), single(TriangleQuery.of(onlyB.activatedOnce(), END))));
  }

  @Test
  default void theFirstEventMaySetTheCohort() {
    CardLog cards =
        CardLog.over(triangled("first"))
            .card(CARD)
            .amount(AMOUNT)
            .at(AT)
            .kind(REDEEM)
            .cohortBy(CardLog.CohortBy.FIRST_EVENT);
    single(TriangleQuery.of(cards, AsOf.endOf("2024-03-31")))
        .ifPresent(triangle -> {
          assertEquals(List.of(1L, 1L, 2L), first(triangle, Triangle.Cell::redemptions));
          assertEquals(money("3.00"), triangle.cohorts().get(0).latest().redeemed());
        });
  }
}
