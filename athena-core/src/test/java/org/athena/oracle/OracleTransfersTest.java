package org.athena.oracle;

import static org.athena.oracle.TinyLog.money;
import static org.athena.oracle.TinyLog.row;
import static org.athena.oracle.TinyLog.settings;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** Value that moves from card to card takes its cohort along. */
final class OracleTransfersTest {

  private static final Settings MID_APRIL = settings("UTC", "2020-04-15");
  private static final LocalDate JANUARY = LocalDate.of(2020, 1, 1);
  private static final LocalDate FEBRUARY = LocalDate.of(2020, 2, 1);
  private static final LocalDate EXPIRY = LocalDate.of(2021, 1, 31);
  private static final Instant TENTH = Instant.parse("2020-01-10T12:00:00Z");
  private static final String MARCH = "2020-03-05T12:00:00Z";

  /** Card "a" is activated in January with 100.00. */
  private static final LogRow A =
      row("a", Kind.ACTIVATE, "100", "2020-01-10T12:00:00Z").withCard("a").withExpiry(EXPIRY);

  /** Card "z" is activated in February with 50.00. */
  private static final LogRow Z =
      row("z", Kind.ACTIVATE, "50", "2020-02-10T12:00:00Z").withCard("z").withProgram("Z");

  private static LogRow in(String card, String from, String at) {
    return row("in " + card + from + at, Kind.TRANSFER_IN, "40", at)
        .withCard(card)
        .withCounterCard(from)
        .withProgram("Q");
  }

  private static LogRow out(String card, String to, String at) {
    return row("out " + card + to + at, Kind.TRANSFER_OUT, "40", at)
        .withCard(card)
        .withCounterCard(to);
  }

  private static LogRow redemption(String card, String at) {
    return row("redeem " + card + at, Kind.REDEEM, "15", at).withCard(card).withProgram("Q");
  }

  /** The card whose activation each card goes by, "-" where it is unknown. */
  private static Map<String, String> origins(Settings settings, LogRow... rows) {
    Map<String, String> origins = new TreeMap<>();
    Oracle.of(List.of(rows), settings)
        .cards()
        .forEach((card, facts) -> origins.put(card, facts.hasCohort() ? facts.origin() : "-"));
    return origins;
  }

  private static Map<String, String> origins(LogRow... rows) {
    return origins(MID_APRIL, rows);
  }

  private static Set<Flag> flags(LogRow of, Settings settings, LogRow... rows) {
    for (JudgedRow judged : Oracle.of(List.of(rows), settings).rows()) {
      if (judged.row().equals(settings.visible(of))) {
        return judged.flags();
      }
    }
    throw new AssertionError("Cannot find " + of);
  }

  /** Transfers along cards, each naming the one before. */
  private static LogRow[] chain(LogRow first, String... cards) {
    var rows = new ArrayList<>(List.of(first));
    String from = first.card();
    for (String card : cards) {
      rows.add(in(card, from, MARCH));
      from = card;
    }
    return rows.toArray(LogRow[]::new);
  }

  @Test
  void cardThatReceivesValueTakesAllThatItsSourceTells() {
    var inherited = new CardFacts("s", "b", "a", JANUARY, TENTH, "EUR", "P", EXPIRY);

    Oracle byIn = Oracle.of(List.of(A, in("b", "a", MARCH)), MID_APRIL);
    assertEquals(inherited, byIn.cards().get("b"));

    LogRow redemption = redemption("b", MARCH);
    Oracle byOut = Oracle.of(List.of(A, out("a", "b", MARCH), redemption), MID_APRIL);
    assertEquals(inherited, byOut.cards().get("b"));
  }

  @Test
  void linkNeedsAnotherCardAndALegOfATransfer() {
    Map<String, String> unknown = Map.of("a", "a", "b", "-");

    assertEquals(unknown, origins(A, in("b", null, MARCH)));
    assertEquals(unknown, origins(A, in("b", "b", MARCH)));
    assertEquals(unknown, origins(A, out("b", "b", MARCH)));
    assertEquals(unknown, origins(A, in("b", "nowhere", MARCH)));
    assertEquals(unknown, origins(A, redemption("b", MARCH).withCounterCard("a")));
    assertEquals(unknown, origins(A, out("b", "a", MARCH)));
    assertEquals(unknown, origins(A, in("a", "b", MARCH), redemption("b", MARCH)));
  }

  @Test
  void linkToItselfDoesNotHideALaterSource() {
    LogRow self = in("b", "b", "2020-03-01T12:00:00Z");

    assertEquals(Map.of("a", "a", "b", "a"), origins(A, self, in("b", "a", MARCH)));
  }

  @Test
  void sourceIsThatOfTheEarliestLinkOfEitherLeg() {
    LogRow second = in("b", "z", "2020-03-05T12:00:00.000001Z");

    assertEquals("a", origins(A, Z, second, in("b", "a", MARCH)).get("b"));
    assertEquals("a", origins(A, Z, second, out("a", "b", MARCH)).get("b"));
    LogRow earlier = out("z", "b", "2020-03-05T11:59:59.999999Z");
    assertEquals("z", origins(A, Z, in("b", "a", MARCH), earlier).get("b"));
  }

  @Test
  void sourcesOfOneInstantGoByCodePoint() {
    assertEquals("a", origins(A, Z, in("b", "z", MARCH), out("a", "b", MARCH)).get("b"));
    assertEquals("a", origins(A, Z, in("b", "a", MARCH), out("z", "b", MARCH)).get("b"));

    LogRow tilde = A.withCard("\uff5e");
    LogRow emoji = Z.withCard("\ud83d\ude00");
    LogRow fromTilde = in("b", tilde.card(), MARCH);
    LogRow fromEmoji = in("b", emoji.card(), MARCH);
    assertEquals(tilde.card(), origins(tilde, emoji, fromEmoji, fromTilde).get("b"));
  }

  @Test
  void earliestSourceCountsAlsoWhereItLeadsNowhere() {
    LogRow nowhere = in("b", "nowhere", "2020-03-01T12:00:00Z");

    assertEquals("-", origins(A, nowhere, in("b", "a", MARCH)).get("b"));
  }

  @Test
  void cohortGoesAlongFourTransfersAndNoFurther() {
    assertEquals(
        Map.of("a", "a", "b", "a", "c", "a", "d", "a", "e", "a", "f", "-", "g", "-"),
        origins(chain(A, "b", "c", "d", "e", "f", "g")));
  }

  @Test
  void nearestActivationCounts() {
    List<LogRow> rows = new ArrayList<>(Arrays.asList(chain(A, "b", "z", "d")));
    rows.add(Z);

    assertEquals(
        Map.of("a", "a", "b", "a", "z", "z", "d", "z"), origins(rows.toArray(LogRow[]::new)));
  }

  @Test
  void chainPassesCardsThatOnlyOthersName() {
    LogRow toB = out("a", "b", MARCH);

    assertEquals(Map.of("a", "a", "c", "a"), origins(A, toB, in("c", "b", MARCH)));
  }

  @Test
  void orderOfTransfersInTimeDoesNotBreakAChain() {
    LogRow early = in("c", "b", "2020-01-01T00:00:00Z");

    assertEquals("a", origins(A, early, in("b", "a", MARCH)).get("c"));
  }

  @Test
  void circleAndDeadEndStayUnknown() {
    assertEquals(
        Map.of("b", "-", "c", "-", "d", "-"),
        origins(in("b", "c", MARCH), in("c", "d", MARCH), in("d", "b", MARCH)));
    assertEquals(Map.of("c", "-"), origins(in("c", "b", MARCH)));
  }

  @Test
  void activatedCardKeepsItsOwnCohort() {
    LogRow before = in("z", "a", "2020-02-01T12:00:00Z");

    Oracle oracle = Oracle.of(List.of(A, Z, before), MID_APRIL);

    assertEquals(FEBRUARY, oracle.cards().get("z").cohort());
    assertEquals("Z", oracle.cards().get("z").program());
  }

  @Test
  void onlyWhatHappenedByTheAsOfAndWasKnownCounts() {
    LogRow late = in("b", "a", "2020-04-16T00:00:00Z");
    LogRow redemption = redemption("b", MARCH);
    assertEquals("-", origins(A, late, redemption).get("b"));
    assertEquals("a", origins(MID_APRIL.withAsOf(EXPIRY), A, late, redemption).get("b"));

    LogRow learned = in("b", "a", MARCH).withKnownAt(Instant.parse("2020-04-01T00:00:00Z"));
    Settings before = MID_APRIL.withKnownAt(Instant.parse("2020-03-31T23:59:59Z"));
    assertEquals("-", origins(before, A, learned, redemption).get("b"));
    assertEquals("a", origins(A, learned, redemption).get("b"));

    LogRow activated = Z.withCard("b").withAt(Instant.parse("2020-04-16T00:00:00Z"));
    assertEquals("a", origins(A, in("b", "a", MARCH), activated).get("b"));
    LogRow unread = in("b", "a", MARCH).withAmount(null);
    assertEquals("-", origins(A, unread, redemption).get("b"));
  }

  @Test
  void valueIsInTheCohortAndTheCardIsNotANewOne() {
    var log = List.of(A, out("a", "b", MARCH), in("b", "a", MARCH), redemption("b", MARCH));

    Oracle oracle = Oracle.of(log, MID_APRIL);

    var line = new LineKey("s", "EUR", "P", JANUARY);
    Sums loaded = new Sums(money("100"), money("0"), money("0"), 1, 0);
    Sums redeemed = new Sums(money("0"), money("15"), money("0"), 0, 1);
    Sums both = loaded.plus(redeemed);
    assertEquals(
        new Triangle(
            List.of(
                new TriangleCell(line, 0, loaded, loaded, true),
                new TriangleCell(line, 1, loaded, Sums.ZERO, true),
                new TriangleCell(line, 2, both, redeemed, true),
                new TriangleCell(line, 3, both, Sums.ZERO, false)),
            List.of()),
        oracle.triangle(Segment.PROGRAM));
    Rate rate = Rate.of(both);
    assertEquals(List.of(new PeriodRate(line, rate)), oracle.ratesByCohort(Segment.PROGRAM));
    LineKey expiring = new LineKey("s", "EUR", "P", EXPIRY.withDayOfMonth(1));
    assertEquals(
        List.of(new PeriodRate(expiring, rate)),
        oracle.ratesByExpiry(Segment.PROGRAM, Grain.MONTH));
  }

  @Test
  void dailySumsGoByTheInheritedCohortAndTheProgramOfTheRow() {
    var log = List.of(A, in("b", "a", MARCH));

    DailyLine received = Oracle.of(log, MID_APRIL).daily().getLast();

    LocalDate day = LocalDate.of(2020, 3, 5);
    assertEquals(
        new DailyLine("s", "EUR", "Q", day, Kind.TRANSFER_IN, JANUARY, 1, money("40")), received);
  }

  @Test
  void balanceStaysWithItsCardAndShowsTheActivationOfTheSource() {
    LogRow dollars = redemption("b", MARCH).withEventId("usd").withCurrency("USD");
    var log = List.of(A, out("a", "b", MARCH), in("b", "a", MARCH), dollars);

    List<BalanceLine> balances = Oracle.of(log, MID_APRIL).balances();

    Instant last = Instant.parse(MARCH);
    var zero = money("0");
    assertEquals(
        List.of(
            new BalanceLine(
                "s", "a", "EUR", money("100"), zero, money("40"), money("60"), TENTH, last),
            new BalanceLine("s", "b", "EUR", zero, zero, money("-40"), money("40"), TENTH, last),
            new BalanceLine("s", "b", "USD", zero, money("15"), zero, money("-15"), null, last)),
        balances);
  }

  @Test
  void flagsGoByTheInheritedActivation() {
    LogRow received = in("b", "a", "2020-01-01T00:00:00Z");
    LogRow early = redemption("b", "2020-01-10T11:59:59.999999Z");
    LogRow onTime = redemption("b", "2020-01-10T12:00:00Z");
    LogRow[] log = {A, received, early, onTime};

    assertEquals(Set.of(), flags(received, MID_APRIL, log));
    assertEquals(Set.of(Flag.REDEMPTION_BEFORE_ISSUE), flags(early, MID_APRIL, log));
    assertEquals(Set.of(), flags(onTime, MID_APRIL, log));
    assertEquals(Set.of(Flag.ORPHAN), flags(received, MID_APRIL, received, early, onTime));
  }

  @Test
  void transferOntoAnActivatedCardIsFlaggedWhereItComesIn() {
    var onto = Set.of(Flag.TRANSFER_ONTO_ACTIVATED);
    LogRow received = in("z", "a", MARCH);
    LogRow sent = out("a", "z", MARCH);

    assertEquals(onto, flags(received, MID_APRIL, A, Z, sent, received));
    assertEquals(Set.of(), flags(sent, MID_APRIL, A, Z, sent, received));
    LogRow fromNowhere = in("z", "nowhere", MARCH);
    assertEquals(onto, flags(fromNowhere, MID_APRIL, Z, fromNowhere));
    LogRow before = in("z", "a", "2020-02-01T12:00:00Z");
    assertEquals(onto, flags(before, MID_APRIL, A, Z, before));

    LogRow unnamed = in("z", null, MARCH);
    assertEquals(Set.of(), flags(unnamed, MID_APRIL, A, Z, unnamed));
    LogRow self = in("z", "z", MARCH);
    assertEquals(Set.of(), flags(self, MID_APRIL, A, Z, self));
    LogRow inherits = in("b", "a", MARCH);
    assertEquals(Set.of(), flags(inherits, MID_APRIL, A, inherits));
    LogRow future = in("z", "a", "2020-04-16T00:00:00Z");
    assertEquals(Set.of(Flag.FUTURE_DATED), flags(future, MID_APRIL, A, Z, future));
  }

  @Test
  void withoutTheColumnNothingIsCarried() {
    Settings without = MID_APRIL.withoutCounterCard();
    LogRow received = in("b", "a", MARCH);
    LogRow onto = in("z", "a", MARCH);

    assertEquals(Map.of("a", "a", "b", "-", "z", "z"), origins(without, A, Z, received, onto));
    assertEquals(Set.of(Flag.ORPHAN), flags(received, without, A, Z, received, onto));
    assertEquals(Set.of(), flags(onto, without, A, Z, received, onto));
    LogRow other = received.withCounterCard("z");
    assertEquals(
        Set.of(Disposition.USED, Disposition.DUPLICATE), dispositions(without, received, other));
  }

  @Test
  void versionsThatDifferByTheCounterCardAreCorrections() {
    LogRow fromA = in("b", "a", MARCH);
    LogRow fromZ = fromA.withCounterCard("z");
    assertEquals(
        Set.of(Disposition.USED, Disposition.SUPERSEDED), dispositions(MID_APRIL, fromA, fromZ));
    assertEquals("z", origins(A, Z, fromZ, fromA).get("b"));

    LogRow laterKnown = fromA.withKnownAt(Instant.parse("2020-03-06T00:00:00Z"));
    assertEquals("a", origins(A, Z, fromZ, laterKnown).get("b"));
    LogRow largerReference = fromA.withReference("r");
    assertEquals("a", origins(A, Z, fromZ, largerReference).get("b"));
    assertEquals("z", origins(A, Z, fromZ, fromA.withCounterCard(null)).get("b"));
    assertEquals(
        Set.of(Disposition.USED, Disposition.DUPLICATE), dispositions(MID_APRIL, fromA, fromA));
  }

  private static Set<Disposition> dispositions(Settings settings, LogRow... rows) {
    List<JudgedRow> judged = Oracle.of(List.of(rows), settings).rows();
    assertEquals(rows.length, judged.size());
    return Set.copyOf(judged.stream().map(JudgedRow::disposition).toList());
  }
}
