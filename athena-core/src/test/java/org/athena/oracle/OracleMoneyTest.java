package org.athena.oracle;

import static org.athena.oracle.TinyLog.money;
import static org.athena.oracle.TinyLog.row;
import static org.athena.oracle.TinyLog.settings;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Balances, triangles, rates and daily sums of logs that a reader can add up. */
final class OracleMoneyTest {

  private static final LocalDate JANUARY = LocalDate.of(2020, 1, 1);
  private static final LocalDate FEBRUARY = LocalDate.of(2020, 2, 1);
  private static final Settings MID_MARCH = settings("UTC", "2020-03-15");

  /** One card: 120.00 loaded, 70.00 - 10.00 redeemed, 5.00 lost to a fee. */
  private static final List<LogRow> ONE_CARD =
      List.of(
          row("1", Kind.ACTIVATE, "100", "2020-01-10T12:00:00Z")
              .withExpiry(LocalDate.of(2021, 1, 31)),
          row("2", Kind.REDEEM, "30", "2020-01-20T12:00:00Z"),
          row("3", Kind.RELOAD, "20", "2020-02-05T12:00:00Z"),
          row("4", Kind.REDEEM, "40", "2020-03-01T12:00:00Z"),
          row("5", Kind.REFUND_TO_CARD, "10", "2020-03-02T12:00:00Z"),
          row("6", Kind.FEE, "5", "2020-03-03T12:00:00Z"),
          row("7", Kind.REDEEM, "1", "2020-03-16T00:00:00Z"));

  private static LineKey line(String program, LocalDate period) {
    return new LineKey("s", "EUR", program, period);
  }

  private static Sums sums(String money, long cards, long redemptions) {
    String[] parts = money.split(" ", -1);
    return new Sums(money(parts[0]), money(parts[1]), money(parts[2]), cards, redemptions);
  }

  private static Rate rate(String money, String rate) {
    String[] parts = money.split(" ", -1);
    return new Rate(
        money(parts[0]),
        money(parts[1]),
        money(parts[2]),
        money(parts[0]).subtract(money(parts[1])),
        new BigDecimal(rate));
  }

  @Test
  void balanceIsIssuedLessRedeemedLessExited() {
    var expected =
        new BalanceLine(
            "s",
            "c",
            "EUR",
            money("120"),
            money("60"),
            money("5"),
            money("55"),
            Instant.parse("2020-01-10T12:00:00Z"),
            Instant.parse("2020-03-03T12:00:00Z"));

    assertEquals(List.of(expected), Oracle.of(ONE_CARD, MID_MARCH).balances());
  }

  @Test
  void triangleIsCumulativeAndItsLastMonthIncomplete() {
    Triangle triangle = Oracle.of(ONE_CARD, MID_MARCH).triangle(Segment.TOTAL);

    LineKey line = line(null, JANUARY);
    assertEquals(
        List.of(
            new TriangleCell(line, 0, sums("100 30 0", 1, 1), sums("100 30 0", 1, 1), true),
            new TriangleCell(line, 1, sums("120 30 0", 1, 1), sums("20 0 0", 0, 0), true),
            new TriangleCell(line, 2, sums("120 60 5", 1, 2), sums("0 30 5", 0, 1), false)),
        triangle.cells());
    assertEquals(List.of(), triangle.unknown());
  }

  @Test
  void ratesDivideBreakageByIssued() {
    var oracle = Oracle.of(ONE_CARD, MID_MARCH);

    Rate latest = rate("120 60 5", "0.5");
    assertEquals(
        List.of(new PeriodRate(line("P", JANUARY), latest)), oracle.ratesByCohort(Segment.PROGRAM));
    assertEquals(
        List.of(new PeriodRate(line(null, LocalDate.of(2021, 1, 1)), latest)),
        oracle.ratesByExpiry(Segment.TOTAL, Grain.QUARTER));
    assertEquals(
        List.of(
            new MaturityRate(line(null, null), 0, 1, rate("100 30 0", "0.7")),
            new MaturityRate(line(null, null), 1, 1, rate("120 30 0", "0.75"))),
        oracle.ratesByMaturity(Segment.TOTAL));
  }

  @Test
  void rateWithoutIssuedIsNull() {
    var log = List.of(row("1", Kind.ACTIVATE, "0", "2020-01-10T12:00:00Z"));

    PeriodRate rate = Oracle.of(log, MID_MARCH).ratesByCohort(Segment.TOTAL).getFirst();

    BigDecimal zero = money("0");
    assertEquals(new Rate(zero, zero, zero, zero, null), rate.rate());
  }

  @Test
  void maturityLeavesOutCohortsThatAreTooYoung() {
    var log = new ArrayList<>(ONE_CARD);
    log.add(row("8", Kind.ACTIVATE, "50", "2020-02-10T12:00:00Z").withCard("d"));
    log.add(row("9", Kind.REDEEM, "15", "2020-03-10T12:00:00Z").withCard("d"));

    List<MaturityRate> rates = Oracle.of(log, MID_MARCH).ratesByMaturity(Segment.TOTAL);

    assertEquals(
        List.of(
            new MaturityRate(line(null, null), 0, 2, rate("150 30 0", "0.8")),
            new MaturityRate(line(null, null), 1, 1, rate("120 30 0", "0.75"))),
        rates);
  }

  @Test
  void cardWithoutActivationIsInTheUnknownCohortAndInNoRate() {
    var log =
        List.of(
            row("1", Kind.RELOAD, "10", "2020-01-10T12:00:00Z").withProgram("first"),
            row("2", Kind.REDEEM, "4", "2020-02-10T12:00:00Z").withProgram("second"));

    var oracle = Oracle.of(log, MID_MARCH);

    assertEquals(
        new Triangle(
            List.of(),
            List.of(
                new UnknownCohort(line("first", null), sums("10 0 0", 0, 0)),
                new UnknownCohort(line("second", null), sums("0 4 0", 0, 1)))),
        oracle.triangle(Segment.PROGRAM));
    assertEquals(List.of(), oracle.ratesByCohort(Segment.TOTAL));
    assertEquals(List.of(), oracle.ratesByExpiry(Segment.TOTAL, Grain.MONTH));
  }

  @Test
  void cardKeepsItsCohortAndProgramInItsSecondCurrency() {
    var log =
        List.of(
            row("1", Kind.ACTIVATE, "10", "2020-01-10T12:00:00Z"),
            row("2", Kind.ACTIVATE, "7", "2020-02-10T12:00:00Z")
                .withCurrency("USD")
                .withProgram("Q"));

    List<TriangleCell> cells =
        Oracle.of(log, settings("UTC", "2020-02-29")).triangle(Segment.PROGRAM).cells();

    var dollars = new LineKey("s", "USD", "P", JANUARY);
    LineKey euros = line("P", JANUARY);
    assertEquals(
        List.of(
            new TriangleCell(euros, 0, sums("10 0 0", 1, 0), sums("10 0 0", 1, 0), true),
            new TriangleCell(euros, 1, sums("10 0 0", 1, 0), sums("0 0 0", 0, 0), true),
            new TriangleCell(dollars, 0, sums("0 0 0", 0, 0), sums("0 0 0", 0, 0), true),
            new TriangleCell(dollars, 1, sums("7 0 0", 0, 0), sums("7 0 0", 0, 0), true)),
        cells);
  }

  @Test
  void eventBeforeTheCohortCountsAtAgeZero() {
    var log =
        List.of(
            row("1", Kind.REDEEM, "3", "2020-01-31T12:00:00Z"),
            row("2", Kind.ACTIVATE, "10", "2020-02-01T12:00:00Z"));

    List<TriangleCell> cells =
        Oracle.of(log, settings("UTC", "2020-02-28")).triangle(Segment.TOTAL).cells();

    Sums sums = sums("10 3 0", 1, 1);
    assertEquals(List.of(new TriangleCell(line(null, FEBRUARY), 0, sums, sums, false)), cells);
  }

  @Test
  void finerAgesThanCohortsCountACardWhenItIsActivated() {
    var log = List.of(row("1", Kind.ACTIVATE, "10", "2020-03-10T12:00:00Z"));
    Settings grains = settings("UTC", "2020-04-30").withGrains(Grain.QUARTER, Grain.MONTH);

    List<TriangleCell> cells = Oracle.of(log, grains).triangle(Segment.TOTAL).cells();

    assertEquals(
        List.of(0L, 0L, 1L, 1L), cells.stream().map(cell -> cell.cumulative().cards()).toList());
  }

  @Test
  void dailySumsGoByTheProgramOfTheRow() {
    var log =
        List.of(
            row("1", Kind.ACTIVATE, "10", "2020-01-10T12:00:00Z"),
            row("2", Kind.REDEEM, "1", "2020-01-11T00:00:00Z").withProgram("Q"),
            row("3", Kind.REDEEM, "2", "2020-01-11T23:59:59.999999Z").withProgram("Q"));

    List<DailyLine> daily = Oracle.of(log, MID_MARCH).daily();

    LocalDate tenth = LocalDate.of(2020, 1, 10);
    LocalDate eleventh = LocalDate.of(2020, 1, 11);
    assertEquals(
        List.of(
            new DailyLine("s", "EUR", "P", tenth, Kind.ACTIVATE, JANUARY, 1, money("10")),
            new DailyLine("s", "EUR", "Q", eleventh, Kind.REDEEM, JANUARY, 2, money("3"))),
        daily);
  }

  @Test
  void everyKindMovesTheBalanceAsItShould() {
    var up =
        List.of(
            Kind.ACTIVATE,
            Kind.RELOAD,
            Kind.TRANSFER_IN,
            Kind.REFUND_TO_CARD,
            Kind.REDEEM_REVERSAL,
            Kind.REINSTATE,
            Kind.ESCHEAT_RECLAIM,
            Kind.ADJUST);
    for (Kind kind : Kind.values()) {
      String expected = kind == Kind.INFORM ? "0" : up.contains(kind) ? "1" : "-1";
      assertEquals(money(expected), kind.effect(money("1")).balance(), kind.name());
    }
    assertEquals(1, Kind.REDEEM.effect(money("5")).redemptions());
    assertEquals(-1, Kind.REDEEM_REVERSAL.effect(money("5")).redemptions());
    assertEquals(0, Kind.REFUND_TO_CARD.effect(money("5")).redemptions());
    assertEquals(money("-1"), Kind.ADJUST.effect(money("-1")).balance());
  }
}
