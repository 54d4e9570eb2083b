package org.athena.oracle;

import static org.athena.oracle.TinyLog.money;
import static org.athena.oracle.TinyLog.row;
import static org.athena.oracle.TinyLog.settings;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** A log that lacks a column is read as if its rows had nothing there. */
final class OracleColumnsTest {

  private static final Settings ALL = settings("UTC", "2020-12-31");
  private static final LogRow ACTIVATION = row("1", Kind.ACTIVATE, "100", "2020-01-10T12:00:00Z");

  private static Settings settingsWith(Set<String> columns) {
    return new Settings(
        ALL.businessZone(),
        ALL.kinds(),
        ALL.asOf(),
        Instant.parse("2020-06-01T00:00:00Z"),
        ALL.cohortGrain(),
        ALL.ageGrain(),
        columns.contains("id"),
        columns.contains("known"),
        columns.contains("reference"),
        columns.contains("counter card"));
  }

  private static BigDecimal balance(Settings settings, LogRow... rows) {
    return Oracle.of(List.of(rows), settings).balances().getFirst().balance();
  }

  @Test
  void withoutIdsNothingIsADuplicate() {
    assertEquals(money("100"), balance(settingsWith(Set.of("id")), ACTIVATION, ACTIVATION));
    assertEquals(money("200"), balance(settingsWith(Set.of()), ACTIVATION, ACTIVATION));
  }

  @Test
  void withoutIdsEveryVoidLacksItsReference() {
    LogRow voided = row("2", Kind.VOID_ISSUE, "1", "2020-01-11T12:00:00Z").withReference("1");
    Oracle oracle = Oracle.of(List.of(ACTIVATION, voided), settingsWith(Set.of("reference")));

    List<Set<Flag>> flags = oracle.rows().stream().map(JudgedRow::flags).toList();

    assertEquals(List.of(Set.of(), Set.of(Flag.VOID_WITHOUT_REFERENCE)), flags);
  }

  @Test
  void withoutRecordedTimesEverythingIsKnownAndTheLatestEventWins() {
    LogRow late =
        ACTIVATION.withAmount(money("90")).withKnownAt(Instant.parse("2020-07-01T00:00:00Z"));
    LogRow early = ACTIVATION.withKnownAt(Instant.parse("2020-02-02T00:00:00Z"));
    LogRow earlier =
        ACTIVATION
            .withAt(Instant.parse("2020-01-10T12:00:01Z"))
            .withAmount(money("80"))
            .withKnownAt(Instant.parse("2020-02-01T00:00:00Z"));

    assertEquals(money("100"), balance(settingsWith(Set.of("id", "known")), late, early, earlier));
    assertEquals(money("80"), balance(settingsWith(Set.of("id")), late, early, earlier));
  }

  @Test
  void withoutRecordedTimesNoneIsBeforeItsEvent() {
    LogRow skewed = ACTIVATION.withKnownAt(Instant.parse("2020-01-01T00:00:00Z"));

    Set<Flag> flags =
        Oracle.of(List.of(skewed), settingsWith(Set.of("id"))).rows().getFirst().flags();

    assertEquals(Set.of(), flags);
  }

  @Test
  void withoutReferencesNoVoidLacksOneAndContentsDoNotDifferByIt() {
    LogRow voided = row("2", Kind.VOID_ISSUE, "1", "2020-01-11T12:00:00Z").withReference("1");
    List<LogRow> log = List.of(ACTIVATION, voided, voided.withReference("9"));

    List<JudgedRow> rows = Oracle.of(log, settingsWith(Set.of("id"))).rows();

    LogRow shown = voided.withReference(null);
    assertEquals(
        Set.of(
            JudgedRow.of(ACTIVATION, Disposition.USED),
            JudgedRow.of(shown, Disposition.USED),
            JudgedRow.of(shown, Disposition.DUPLICATE)),
        Set.copyOf(rows));
  }
}
