package org.athena.oracle;

import static org.athena.oracle.TinyLog.money;
import static org.athena.oracle.TinyLog.row;
import static org.athena.oracle.TinyLog.settings;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.athena.oracle.AuditLine.Section;
import org.junit.jupiter.api.Test;

/** What becomes of single rows: dispositions, reasons, flags, days. */
final class OracleRowsTest {

  private static final Settings YEAR_END = settings("UTC", "2020-12-31");
  private static final String NOON = "2020-05-05T12:00:00Z";
  private static final LogRow ACTIVATION = row("0", Kind.ACTIVATE, "100", "2020-01-10T12:00:00Z");

  private static Set<Flag> flags(LogRow of, Settings settings, LogRow... rows) {
    for (JudgedRow judged : Oracle.of(List.of(rows), settings).rows()) {
      if (judged.row().equals(of)) {
        return judged.flags();
      }
    }
    throw new AssertionError("Cannot find " + of);
  }

  private static LogRow used(Settings settings, LogRow... rows) {
    List<JudgedRow> used =
        Oracle.of(List.of(rows), settings).rows().stream()
            .filter(judged -> judged.disposition() == Disposition.USED)
            .toList();
    assertEquals(1, used.size());
    return used.getFirst().row();
  }

  @Test
  void firstReasonWins() {
    LogRow worst =
        row("1", Kind.REDEEM, "-1", NOON)
            .withCard(null)
            .withAmount(null)
            .withAt(null)
            .withCode("?");
    LogRow noCard = worst;
    LogRow noAmount = worst.withCard("c");
    LogRow noTime = noAmount.withAmount(money("-1"));
    LogRow noMapping = noTime.withAt(Instant.parse(NOON));
    LogRow nullCode = noMapping.withCode(null);
    LogRow negative = noMapping.withCode("REDEEM");

    var rows = List.of(noCard, noAmount, noTime, noMapping, nullCode, negative);
    List<Reason> reasons =
        Oracle.of(rows, YEAR_END).rows().stream().map(JudgedRow::reason).toList();

    assertEquals(
        List.of(
            Reason.MISSING_CARD,
            Reason.MISSING_AMOUNT,
            Reason.MISSING_TIME,
            Reason.UNMAPPED_CODE,
            Reason.UNMAPPED_CODE,
            Reason.NEGATIVE_AMOUNT),
        reasons);
  }

  @Test
  void identicalRowsCollapseAndOtherContentsAreSuperseded() {
    LogRow first = ACTIVATION.withKnownAt(Instant.parse("2020-01-11T00:00:00Z"));
    LogRow again = first.withKnownAt(Instant.parse("2020-01-12T00:00:00Z"));
    LogRow corrected =
        first.withAmount(money("90")).withKnownAt(Instant.parse("2020-01-13T00:00:00Z"));

    List<AuditLine> audit = Oracle.of(List.of(corrected, again, first), YEAR_END).audit();

    assertEquals(
        List.of(
            new AuditLine("s", "EUR", Section.DISPOSITION, "DUPLICATE", 1, money("100")),
            new AuditLine("s", "EUR", Section.DISPOSITION, "SUPERSEDED", 1, money("100")),
            new AuditLine("s", "EUR", Section.DISPOSITION, "USED", 1, money("90")),
            new AuditLine("s", "EUR", Section.KIND, "ACTIVATE", 1, money("90"))),
        audit);
  }

  @Test
  void latestKnownWinsAlsoByACopyThenEventTimeThenContentAsText() {
    LogRow early = ACTIVATION.withKnownAt(Instant.parse("2020-02-01T00:00:00Z"));
    LogRow corrected =
        early.withAmount(money("90")).withKnownAt(Instant.parse("2020-02-02T00:00:00Z"));
    LogRow repeated = early.withKnownAt(Instant.parse("2020-02-03T00:00:00Z"));
    assertEquals(repeated, used(YEAR_END, early, corrected, repeated));

    LogRow later = early.withAt(Instant.parse("2020-01-10T12:00:00.000001Z"));
    assertEquals(later, used(YEAR_END, later, early));

    LogRow nine = early.withAmount(money("9"));
    LogRow tenInAnotherProgram = early.withAmount(money("10")).withProgram("Z");
    assertEquals(nine, used(YEAR_END, nine, tenInAnotherProgram));

    LogRow tilde = early.withProgram("\uff5e");
    LogRow emoji = early.withProgram("\ud83d\ude00");
    LogRow none = early.withProgram(null);
    assertEquals(emoji, used(YEAR_END, emoji, tilde, none));
    assertEquals(early.withProgram(""), used(YEAR_END, none, early.withProgram("")));
  }

  @Test
  void missingKnownAtIsTheEventTime() {
    LogRow assumed = ACTIVATION.withKnownAt(null);
    LogRow older =
        ACTIVATION.withAmount(money("999")).withKnownAt(Instant.parse("2020-01-10T11:59:59Z"));
    assertEquals(assumed, used(YEAR_END, assumed, older));

    Settings before = YEAR_END.withKnownAt(Instant.parse("2020-01-10T11:59:59Z"));
    assertEquals(older, used(before, assumed, older));
  }

  @Test
  void rowsWithoutIdAreNeverDuplicates() {
    LogRow row = ACTIVATION.withEventId(null);

    assertEquals(
        money("200"), Oracle.of(List.of(row, row), YEAR_END).balances().getFirst().balance());
  }

  @Test
  void dayIsThatOfTheBusinessZone() {
    LogRow newYear = row("1", Kind.ACTIVATE, "1", "2020-12-31T23:30:00Z");
    assertEquals(Set.of(), flags(newYear, YEAR_END, newYear));
    Settings berlin = settings("Europe/Berlin", "2020-12-31");
    assertEquals(Set.of(Flag.FUTURE_DATED), flags(newYear, berlin, newYear));

    LogRow longDay = row("1", Kind.ACTIVATE, "1", "2020-10-25T22:59:59.999999Z");
    Settings overlap = settings("Europe/Berlin", "2020-10-25");
    assertEquals(Set.of(), flags(longDay, overlap, longDay));
    LogRow shortDay = row("1", Kind.ACTIVATE, "1", "2020-03-29T22:00:00Z");
    Settings gap = settings("Europe/Berlin", "2020-03-29");
    assertEquals(Set.of(Flag.FUTURE_DATED), flags(shortDay, gap, shortDay));
  }

  @Test
  void overdraftFollowsTheOrderOfApplication() {
    String instant = "2020-01-10T12:00:00Z";
    LogRow first = row("1", Kind.REDEEM, "60", instant);
    LogRow second = row("2", Kind.REDEEM, "60", instant);
    LogRow nothing = row("3", Kind.REDEEM, "0", instant);
    LogRow lowered = row("4", Kind.ADJUST, "-1", instant);
    LogRow raised = row("5", Kind.ADJUST, "1", instant);
    LogRow[] log = {raised, lowered, nothing, second, first, ACTIVATION};

    assertEquals(Set.of(), flags(first, YEAR_END, log));
    assertEquals(Set.of(Flag.OVERDRAFT), flags(second, YEAR_END, log));
    assertEquals(Set.of(), flags(nothing, YEAR_END, log));
    assertEquals(Set.of(Flag.OVERDRAFT), flags(lowered, YEAR_END, log));
    assertEquals(Set.of(), flags(raised, YEAR_END, log));
  }

  @Test
  void rankGoesBeforeTheEventIdAndEachCurrencyHasItsOwnBalance() {
    LogRow activation = row("9", Kind.ACTIVATE, "100", "2020-01-10T12:00:00Z");
    LogRow redemption = row("1", Kind.REDEEM, "60", "2020-01-10T12:00:00Z");
    LogRow dollars = row("2", Kind.REDEEM, "30", "2020-01-10T12:00:00Z").withCurrency("USD");

    assertEquals(Set.of(), flags(redemption, YEAR_END, redemption, activation));
    LogRow[] log = {activation, redemption, dollars};
    assertEquals(Set.of(Flag.OVERDRAFT), flags(dollars, YEAR_END, log));
    assertEquals(Set.of(), flags(redemption, YEAR_END, log));
  }

  @Test
  void redemptionMayBeEarlyLateOrOfNoCard() {
    LogRow early = row("1", Kind.REDEEM, "0", "2020-01-10T11:59:59.999999Z");
    assertEquals(Set.of(Flag.REDEMPTION_BEFORE_ISSUE), flags(early, YEAR_END, early, ACTIVATION));
    assertEquals(Set.of(Flag.ORPHAN), flags(early, YEAR_END, early));
    LogRow future = ACTIVATION.withAt(Instant.parse("2021-01-01T00:00:00Z"));
    assertEquals(Set.of(Flag.ORPHAN), flags(early, YEAR_END, early, future));

    LogRow late = row("1", Kind.REDEEM, "1", NOON).withExpiry(LocalDate.of(2020, 5, 4));
    LogRow onTheDay = late.withExpiry(LocalDate.of(2020, 5, 5));
    assertEquals(Set.of(Flag.AFTER_EXPIRY), flags(late, YEAR_END, late, ACTIVATION));
    assertEquals(Set.of(), flags(onTheDay, YEAR_END, onTheDay, ACTIVATION));
  }

  @Test
  void voidNamesAUsedRow() {
    LogRow good = row("1", Kind.VOID_ISSUE, "1", NOON).withReference("0");
    LogRow dangling = good.withReference("9");
    LogRow bare = good.withReference(null);
    var missing = Set.of(Flag.VOID_WITHOUT_REFERENCE);

    assertEquals(Set.of(), flags(good, YEAR_END, good, ACTIVATION));
    assertEquals(missing, flags(dangling, YEAR_END, dangling, ACTIVATION));
    assertEquals(missing, flags(bare, YEAR_END, bare, ACTIVATION));
    LogRow future = row("9", Kind.INFORM, "1", "2021-01-01T00:00:00Z");
    assertEquals(missing, flags(dangling, YEAR_END, dangling, ACTIVATION, future));
  }

  @Test
  void recordedBeforeItHappened() {
    LogRow skewed = ACTIVATION.withKnownAt(Instant.parse("2020-01-10T11:59:59.999999Z"));

    assertEquals(Set.of(Flag.RECORDED_BEFORE_EVENT), flags(skewed, YEAR_END, skewed));
    LogRow prompt = ACTIVATION.withKnownAt(ACTIVATION.at());
    assertEquals(Set.of(), flags(prompt, YEAR_END, prompt));
  }

  @Test
  void periodsAreThoseOfTheCalendar() {
    LocalDate sunday = LocalDate.of(2021, 1, 3);
    assertEquals(LocalDate.of(2020, 12, 28), Grain.WEEK.first(sunday));
    assertEquals(1, Grain.WEEK.index(sunday.plusDays(1)) - Grain.WEEK.index(sunday));
    assertEquals(53, Grain.WEEK.index(sunday) - Grain.WEEK.index(LocalDate.of(2019, 12, 29)));
    assertEquals(LocalDate.of(2020, 2, 29), Grain.MONTH.lastAfter(LocalDate.of(2020, 1, 31), 1));
    assertEquals(LocalDate.of(2020, 10, 1), Grain.QUARTER.first(LocalDate.of(2020, 12, 31)));
    assertEquals(LocalDate.of(2020, 3, 31), Grain.QUARTER.lastAfter(LocalDate.of(2019, 12, 31), 1));
    assertTrue(Grain.YEAR.index(sunday) > Grain.YEAR.index(LocalDate.of(2020, 12, 31)));
  }
}
