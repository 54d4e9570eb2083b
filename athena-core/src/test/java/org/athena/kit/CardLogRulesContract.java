package org.athena.kit;

import static org.athena.breakage.EventKind.ACTIVATE;
import static org.athena.breakage.EventKind.REDEEM;
import static org.athena.query.Query.from;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.athena.Athena;
import org.athena.breakage.AuditReport;
import org.athena.breakage.CardBalance;
import org.athena.breakage.CardLog;
import org.athena.breakage.EventKind;
import org.athena.breakage.Rate;
import org.athena.breakage.Triangle;
import org.athena.breakage.Triangles;
import org.athena.breakage.ValueClass;
import org.athena.error.BadDataException;
import org.athena.error.InvalidQuestionException;
import org.athena.model.AsOf;
import org.athena.model.Column;
import org.athena.model.Dataset;
import org.athena.model.Grain;
import org.athena.model.Layout;
import org.athena.model.On;
import org.athena.model.PeriodTable;
import org.athena.query.AuditQuery;
import org.athena.query.BalanceQuery;
import org.athena.query.DailyQuery;
import org.athena.query.Query;
import org.athena.query.RateQuery;
import org.athena.query.TriangleQuery;
import org.junit.jupiter.api.Test;

/** Rules of card logs, one small log each, with answers worked out by hand. */
public abstract class CardLogRulesContract extends EngineContract {

  private static final Column<String> ID = Column.string("id");
  private static final Column<String> CARD = Column.string("card_id");
  private static final Column<String> TYPE = Column.string("type");
  private static final Column<BigDecimal> AMOUNT = Column.decimal("amount", 18, 2);
  private static final Column<Instant> AT = Column.instant("at");
  private static final Column<LocalDate> STORE_DAY = Column.date("store_day");
  private static final Map<String, EventKind> KINDS = Map.of("I", ACTIVATE, "R", REDEEM);
  private static final AsOf END = AsOf.endOf("2024-12-31");

  private static Dataset log(Column<?>... columns) {
    return Dataset.of("log", columns).layout(Layout.csv()).at("log.csv");
  }

  private static CardLog plain() {
    return CardLog.over(log(CARD, TYPE, AMOUNT, AT))
        .card(CARD)
        .amount(AMOUNT)
        .at(AT)
        .kinds(TYPE, KINDS);
  }

  private static BigDecimal money(String text) {
    return new BigDecimal(text);
  }

  private static Map<String, BigDecimal> balances(Athena athena, CardLog cards, AsOf asOf) {
    return athena.fetch(BalanceQuery.of(cards, asOf)).stream()
        .collect(Collectors.toMap(CardBalance::card, CardBalance::balance));
  }

  @Test
  void anUnmappedCodeEndsTheQuestionOrIsSetAside() {
    write(
        "log.csv",
        "card_id,type,amount,at",
        "a,I,10,2024-01-01",
        "a,X,1,2024-01-02",
        "a,,1,2024-01-02",
        "b,X,1,2024-01-02");
    try (Athena athena = open()) {
      BadDataException e =
          assertThrows(BadDataException.class, () -> athena.fetch(TriangleQuery.of(plain(), END)));
      assertEquals(
          "Cannot read log as a card log: these codes of column type have no kind: 'X' (2 rows), none at all (1 rows). Map them, or set such rows aside with unmapped(SET_ASIDE).",
          e.getMessage());
      CardLog lenient = plain().unmapped(CardLog.Unmapped.SET_ASIDE);
      assertEquals(Map.of("a", money("10.00")), balances(athena, lenient, END));
      AuditReport audit = athena.fetch(AuditQuery.of(plain(), END));
      assertEquals(3, audit.rows(AuditReport.Disposition.SET_ASIDE));
      assertEquals(4, audit.rowsIn());
    }
  }

  @Test
  void unreadableRowsAreCountedAndNeverEndTheQuestion() {
    write(
        "log.csv",
        "card_id,type,amount,at",
        "a,I,10,2024-01-01",
        "a,R,1.234,2024-01-02",
        "a,R,x,2024-01-02",
        "a,R,1,never",
        "a,R",
        "a,R,-1,2024-01-03",
        ",R,1,2024-01-03");
    try (Athena athena = open()) {
      AuditReport audit = athena.fetch(AuditQuery.of(plain(), END));
      assertEquals(7, audit.rowsIn());
      assertEquals(1, audit.rows(AuditReport.Disposition.USED));
      assertEquals(
          List.of(
              "amount is negative",
              "card is missing",
              "unreadable: amount has more decimals than decimal(18,2)",
              "unreadable: amount is no decimal(18,2)",
              "unreadable: at is no instant",
              "unreadable: line is malformed: missing columns"),
          audit.lines().stream()
              .filter(line -> line.name().equals("SET_ASIDE"))
              .map(AuditReport.Line::detail)
              .toList());
      assertEquals(Map.of("a", money("10.00")), balances(athena, plain(), END));
      CardLog filtered =
          CardLog.over(from(log(CARD, TYPE, AMOUNT, AT)).where(CARD.eq("a")))
              .card(CARD)
              .amount(AMOUNT)
              .at(AT)
              .kinds(TYPE, KINDS);
      assertEquals(
          6,
          athena.fetch(AuditQuery.of(filtered, END)).rowsIn(),
          "a filter leaves out the row without a card, and no unreadable row");
    }
  }

  @Test
  void signsMeanWhatTheCallerSays() {
    write("log.csv", "card_id,type,amount,at", "a,I,10,2024-01-01", "a,R,-3,2024-01-02");
    try (Athena athena = open()) {
      assertEquals(
          Map.of("a", money("13.00")), balances(athena, plain().sign(CardLog.Sign.SIGNED), END));
      assertEquals(
          Map.of("a", money("7.00")),
          balances(athena, plain().sign(CardLog.Sign.BALANCE_CHANGE), END));
      assertEquals(Map.of("a", money("10.00")), balances(athena, plain(), END));
    }
  }

  @Test
  void theBusinessDayWinsOverTheInstant() {
    write(
        "log.csv",
        "card_id,type,amount,at,store_day",
        "a,I,10,2024-02-01T02:00:00Z,2024-01-31",
        "a,R,4,2024-02-01T03:00:00Z,",
        "b,I,1,,2024-01-05");
    CardLog cards =
        CardLog.over(log(CARD, TYPE, AMOUNT, AT, STORE_DAY))
            .card(CARD)
            .amount(AMOUNT)
            .at(AT)
            .businessDay(STORE_DAY)
            .kinds(TYPE, KINDS)
            .zone(ZoneId.of("America/New_York"));
    try (Athena athena = open()) {
      Triangle triangle = athena.fetch(TriangleQuery.of(cards, AsOf.endOf("2024-02-15"))).single();
      assertEquals(1, triangle.cohorts().size());
      assertEquals("2024-01-01", triangle.cohorts().get(0).origin());
      assertEquals(money("11.00"), triangle.cohorts().get(0).cells().get(0).issued());
      assertEquals(
          money("4.00"),
          triangle.cohorts().get(0).cells().get(0).redeemed(),
          "3 o'clock UTC is still January in New York");
      assertEquals(false, triangle.cohorts().get(0).cells().get(1).complete());
      assertThrows(
          InvalidQuestionException.class,
          () -> athena.explain(TriangleQuery.of(cards, AsOf.at(Instant.EPOCH))));
    }
  }

  @Test
  void anInstantIsAnAsOfToTheMicrosecond() {
    write(
        "log.csv",
        "card_id,type,amount,at",
        "a,I,10,2024-01-31T12:00:00.000001Z",
        "b,I,1,2024-01-31T12:00:00.000002Z");
    try (Athena athena = open()) {
      AsOf asOf = AsOf.at(Instant.parse("2024-01-31T12:00:00.000001Z"));
      assertEquals(Map.of("a", money("10.00")), balances(athena, plain(), asOf));
      Triangle triangle = athena.fetch(TriangleQuery.of(plain(), asOf)).single();
      assertEquals(false, triangle.cohorts().get(0).latest().complete(), "January is not over");
      Triangle end =
          athena
              .fetch(
                  TriangleQuery.of(plain(), AsOf.at(Instant.parse("2024-01-31T23:59:59.999999Z"))))
              .single();
      assertEquals(true, end.cohorts().get(0).latest().complete());
    }
  }

  @Test
  void attributesGiveSegmentsExpiryAndClass() {
    Column<String> key = Column.string("id of card");
    Column<String> program = Column.string("program");
    Column<String> kind = Column.string("class");
    Column<LocalDate> expires = Column.date("expires");
    write(
        "log.csv",
        "card_id,type,amount,at",
        "a,I,10,2024-01-01",
        "a,R,4,2024-02-01",
        "b,I,20,2024-01-01",
        "c,I,5,2024-01-01",
        "d,R,1,2024-01-09");
    write(
        "cards.csv",
        "id of card,program,class,expires",
        "a,Gold,P,2024-06-30",
        "b,Free,B,2024-06-30",
        "c,Gold,,2025-06-30");
    Dataset attributes =
        Dataset.of("cards", key, program, kind, expires).layout(Layout.csv()).at("cards.csv");
    CardLog cards =
        CardLog.over(log(CARD, TYPE, AMOUNT, AT))
            .card(CARD)
            .amount(AMOUNT)
            .at(AT)
            .attributes(attributes, On.on(CARD, key))
            .kinds(TYPE, KINDS)
            .expiry(expires)
            .valueClass(kind, Map.of("P", ValueClass.PAID, "B", ValueClass.BONUS));
    try (Athena athena = open()) {
      Triangles triangles = athena.fetch(TriangleQuery.of(cards, END).by(program));
      assertEquals("Gold", triangles.single().segment().by().get("program"));
      assertEquals(money("15.00"), triangles.single().cohorts().get(0).latest().issued());
      assertEquals(2, triangles.single().cohorts().get(0).latest().cards());
      assertEquals(money("1.00"), triangles.unknown().get(0).redeemed());
      List<Rate> rates = athena.fetch(RateQuery.byExpiry(cards, END).periods(Grain.YEAR));
      assertEquals(2, rates.size());
      assertEquals(new BigDecimal("0.6"), rates.get(0).rate().orElseThrow().stripTrailingZeros());
      assertEquals(new BigDecimal("1"), rates.get(1).rate().orElseThrow().stripTrailingZeros());
      assertEquals(List.of(true, false), rates.stream().map(Rate::complete).toList());
      write("cards.csv", "id of card,program,class,expires", "a,Gold,P,2024-06-30", "a,Free,B,");
      BadDataException twice =
          assertThrows(BadDataException.class, () -> athena.fetch(AuditQuery.of(cards, END)));
      assertEquals(
          "Cannot join attributes cards on [id of card]: a key occurs more than once, for instance [a]. Make it unique first.",
          twice.getMessage());
    }
  }

  @Test
  void aTriangleOverAFilteredJoinAndAnAggregateOverATriangle() {
    Column<String> key = Column.string("key");
    Column<String> program = Column.string("program");
    write(
        "log.csv",
        "card_id,type,amount,at",
        "a,I,10,2024-01-01",
        "a,R,4,2024-02-01",
        "b,I,20,2024-01-01");
    write("cards.csv", "key,program", "a,Gold", "b,Free");
    Dataset attributes = Dataset.of("cards", key, program).layout(Layout.csv()).at("cards.csv");
    Query gold =
        from(log(CARD, TYPE, AMOUNT, AT))
            .join(attributes, On.on(CARD, key))
            .where(program.eq("Gold"));
    CardLog cards = CardLog.over(gold).card(CARD).amount(AMOUNT).at(AT).kinds(TYPE, KINDS);
    TriangleQuery triangle = TriangleQuery.of(cards, AsOf.endOf("2024-02-29"));
    try (Athena athena = open()) {
      assertEquals(
          List.of(money("0.00"), money("4.00")),
          athena.fetch(triangle).single().cohorts().get(0).cells().stream()
              .map(Triangle.Cell::redeemed)
              .toList());
      Column<BigDecimal> increment = new Column<>("redeemed_increment", cards.money());
      assertEquals(
          money("4.00"),
          athena
              .rows(from(triangle).measure(org.athena.model.Aggregate.sum(increment).as("s")))
              .get(0)
              .get(new Column<>("s", cards.money())));
    }
  }

  @Test
  void aFiscalCalendarPlacesCohortsAndAges() {
    PeriodTable retail = PeriodTable.weeks445("retail", LocalDate.of(2024, 2, 4), List.of(52, 53));
    write(
        "log.csv",
        "card_id,type,amount,at",
        "a,I,10,2024-03-02",
        "a,R,4,2024-03-03",
        "b,I,7,2024-04-07");
    try (Athena athena = open()) {
      TriangleQuery question =
          TriangleQuery.of(plain(), AsOf.endOf("2024-05-04")).cohorts(retail).ages(retail);
      Triangle triangle = athena.fetch(question).single();
      assertEquals(
          List.of("2024-02-04", "2024-03-31"),
          triangle.cohorts().stream().map(Triangle.Cohort::origin).toList());
      assertEquals(
          List.of(money("0.00"), money("4.00"), money("4.00")),
          triangle.cohorts().get(0).cells().stream().map(Triangle.Cell::redeemed).toList());
      assertEquals(1, triangle.cohorts().get(1).cells().size());
      assertTrue(triangle.cohorts().get(1).latest().complete(), "weeks 9 to 13 end on 4 May");
      write("log.csv", "card_id,type,amount,at", "a,I,10,2024-02-03");
      BadDataException early = assertThrows(BadDataException.class, () -> athena.fetch(question));
      assertEquals(
          "Cannot place 1 events in calendar retail: it runs from 2024-02-04 until 2026-02-08, they are from 2024-02-03 to 2024-02-03. Give it more periods.",
          early.getMessage());
    }
  }

  @Test
  void declaredUniqueEventsAreNotSearchedForDuplicatesAndAnAuditChecksTheClaim() {
    write("log.csv", "id,card_id,type,amount,at", "1,a,I,10,2024-01-01", "1,a,I,10,2024-01-01");
    CardLog cards =
        CardLog.over(log(ID, CARD, TYPE, AMOUNT, AT))
            .card(CARD)
            .amount(AMOUNT)
            .at(AT)
            .kinds(TYPE, KINDS)
            .eventId(ID);
    try (Athena athena = open()) {
      assertEquals(Map.of("a", money("10.00")), balances(athena, cards, END));
      assertEquals(Map.of("a", money("20.00")), balances(athena, cards.uniqueEvents(), END));
      assertEquals(
          1,
          athena
              .fetch(AuditQuery.of(cards.uniqueEvents(), END))
              .rows(AuditReport.Disposition.DUPLICATE));
    }
  }

  @Test
  void anAuditChecksTheClaimThatCardsAreActivatedOnce() {
    write(
        "log.csv",
        "card_id,type,amount,at",
        "a,I,10,2024-01-01",
        "a,I,5,2024-02-01",
        "b,I,1,2024-01-01",
        "b,R,1,2024-03-01");
    try (Athena athena = open()) {
      CardLog claimed = plain().activatedOnce();
      assertEquals(
          2, athena.fetch(AuditQuery.of(claimed, END)).rows(AuditReport.Flag.ACTIVATED_AGAIN));
      assertEquals(
          0, athena.fetch(AuditQuery.of(plain(), END)).rows(AuditReport.Flag.ACTIVATED_AGAIN));
      Triangle triangle = athena.fetch(TriangleQuery.of(plain(), END)).single();
      assertEquals(money("11.00"), triangle.cohorts().get(0).cells().get(0).issued());
      assertEquals(money("16.00"), triangle.cohorts().get(0).cells().get(1).issued());
      assertEquals(2, triangle.cohorts().get(0).latest().cards());
      CardLog ofB =
          CardLog.over(from(log(CARD, TYPE, AMOUNT, AT)).where(CARD.eq("b")))
              .card(CARD)
              .amount(AMOUNT)
              .at(AT)
              .kinds(TYPE, KINDS);
      assertEquals(
          athena.fetch(TriangleQuery.of(ofB, END)),
          athena.fetch(TriangleQuery.of(ofB.activatedOnce(), END)));
      assertEquals(
          athena.fetch(DailyQuery.of(ofB, END)),
          athena.fetch(DailyQuery.of(ofB.activatedOnce(), END)));
    }
  }

  @Test
  void theFirstEventMaySetTheCohort() {
    write("log.csv", "card_id,amount,at", "a,1,2024-01-05", "a,2,2024-03-05");
    CardLog cards =
        CardLog.over(log(CARD, AMOUNT, AT))
            .card(CARD)
            .amount(AMOUNT)
            .at(AT)
            .kind(REDEEM)
            .cohortBy(CardLog.CohortBy.FIRST_EVENT);
    try (Athena athena = open()) {
      Triangle triangle = athena.fetch(TriangleQuery.of(cards, AsOf.endOf("2024-03-31"))).single();
      assertEquals(
          List.of(1L, 1L, 2L),
          triangle.cohorts().get(0).cells().stream().map(Triangle.Cell::redemptions).toList());
      assertEquals(money("3.00"), triangle.cohorts().get(0).latest().redeemed());
    }
  }

  @Test
  void emptyLogsGiveEmptyAnswers() {
    write("log.csv", "card_id,type,amount,at");
    try (Athena athena = open()) {
      assertEquals(List.of(), athena.fetch(TriangleQuery.of(plain(), END)).list());
      assertEquals(List.of(), athena.fetch(BalanceQuery.of(plain(), END)));
      assertEquals(List.of(), athena.fetch(AuditQuery.of(plain(), END)).lines());
      assertEquals(List.of(), athena.fetch(RateQuery.byMaturity(plain(), END)));
    }
  }

  @Test
  void knownAtNeedsAColumnThatTellsIt() {
    write("log.csv", "card_id,type,amount,at", "a,I,10,2024-01-01");
    try (Athena athena = open()) {
      InvalidQuestionException e =
          assertThrows(
              InvalidQuestionException.class,
              () -> athena.fetch(TriangleQuery.of(plain(), END.knownAt(Instant.EPOCH))));
      assertTrue(e.getMessage().contains("no column plays the role KNOWN_AT"), e.getMessage());
    }
  }
}
