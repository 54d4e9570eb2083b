package org.athena.oracle;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.athena.oracle.AuditLine.Section;
import org.junit.jupiter.api.Test;

/** Laws that the answers obey on random logs, whatever the log. */
final class OracleLawsTest {

  private static long rows(List<AuditLine> audit, Section section) {
    return audit.stream()
        .filter(line -> line.section() == section)
        .mapToLong(AuditLine::rows)
        .sum();
  }

  private static Sums total(List<Sums> sums) {
    Sums total = Sums.ZERO;
    for (Sums each : sums) {
      total = total.plus(each);
    }
    return total;
  }

  @Test
  void rowsInScopeAreUsedDuplicateSupersededOrSetAside() {
    EverySeed.holds(seed -> {
      Settings settings = RandomLogs.settings(seed);
      long inScope = 0;
      for (LogRow row : RandomLogs.rows(seed)) {
        Instant known = settings.hasKnownAt() && row.knownAt() != null ? row.knownAt() : row.at();
        boolean late =
            settings.hasKnownAt()
                && settings.knownAt() != null
                && known != null
                && known.compareTo(settings.knownAt()) > 0;
        inScope += late ? 0 : 1;
      }

      List<AuditLine> audit = EverySeed.oracle(seed).audit();
      assertEquals(inScope, rows(audit, Section.DISPOSITION));
      long setAside =
          audit.stream()
              .filter(line -> line.name().equals("SET_ASIDE"))
              .mapToLong(AuditLine::rows)
              .sum();
      assertEquals(setAside, rows(audit, Section.SET_ASIDE));
    });
  }

  @Test
  void balancesAddUpToTheSumsByKind() {
    EverySeed.holds(seed -> {
      Oracle oracle = EverySeed.oracle(seed);
      BigDecimal balances = BigDecimal.ZERO.setScale(2);
      for (BalanceLine line : oracle.balances()) {
        balances = balances.add(line.balance());
        assertEquals(
            line.issued().subtract(line.redeemed()).subtract(line.exited()), line.balance());
      }

      BigDecimal kinds = BigDecimal.ZERO.setScale(2);
      for (AuditLine line : oracle.audit()) {
        if (line.section() == Section.KIND) {
          kinds = kinds.add(Kind.valueOf(line.name()).effect(line.amount()).balance());
        }
      }
      assertEquals(kinds, balances);
    });
  }

  @Test
  void latestDiagonalAndUnknownCohortsAreWhatTheBalancesSay() {
    EverySeed.holds(seed -> {
      Oracle oracle = EverySeed.oracle(seed);
      Triangle triangle = oracle.triangle(Segment.PROGRAM);
      Map<LineKey, Sums> latest = new HashMap<>();
      for (TriangleCell cell : triangle.cells()) {
        latest.put(cell.line(), cell.cumulative());
      }
      for (UnknownCohort unknown : triangle.unknown()) {
        latest.put(unknown.line(), unknown.totals());
      }

      Sums balances = Sums.ZERO;
      for (BalanceLine line : oracle.balances()) {
        balances = balances.plus(new Sums(line.issued(), line.redeemed(), line.exited(), 0, 0));
      }
      Sums diagonal = total(List.copyOf(latest.values()));
      assertEquals(balances.issued(), diagonal.issued());
      assertEquals(balances.redeemed(), diagonal.redeemed());
      assertEquals(balances.exited(), diagonal.exited());
      assertEquals(
          oracle.cards().values().stream().filter(CardFacts::activated).count(), diagonal.cards());
    });
  }

  @Test
  void programsAddUpToTheTotal() {
    EverySeed.holds(seed -> {
      Oracle oracle = EverySeed.oracle(seed);
      assertEquals(
          byCell(oracle.triangle(Segment.TOTAL)), byCell(oracle.triangle(Segment.PROGRAM)));
    });
  }

  private static Map<String, Sums> byCell(Triangle triangle) {
    Map<String, Sums> cells = new TreeMap<>();
    for (TriangleCell cell : triangle.cells()) {
      LineKey line = cell.line();
      String key = line.currency() + " " + line.period() + " " + cell.age() + cell.complete();
      cells.merge(key, cell.cumulative(), Sums::plus);
    }
    for (UnknownCohort unknown : triangle.unknown()) {
      cells.merge(unknown.line().currency() + " unknown", unknown.totals(), Sums::plus);
    }
    return cells;
  }

  @Test
  void incrementsAddUpAndOnlyTheLastAgeMayBeIncomplete() {
    EverySeed.holds(seed -> {
      Map<LineKey, TriangleCell> before = new HashMap<>();
      for (TriangleCell cell : EverySeed.oracle(seed).triangle(Segment.TOTAL).cells()) {
        TriangleCell previous = before.put(cell.line(), cell);
        Sums start = previous == null ? Sums.ZERO : previous.cumulative();
        assertEquals(start.plus(cell.increment()), cell.cumulative());
        assertEquals(previous == null ? 0 : previous.age() + 1, cell.age());
        assertTrue(previous == null || previous.complete());
      }
    });
  }

  @Test
  void dailySumsAddUpToTheSumsByKind() {
    EverySeed.holds(seed -> {
      Oracle oracle = EverySeed.oracle(seed);
      Map<String, BigDecimal> days = new TreeMap<>();
      long rows = 0;
      for (DailyLine line : oracle.daily()) {
        days.merge(line.currency() + " " + line.kind(), line.amount(), BigDecimal::add);
        rows += line.rows();
      }

      Map<String, BigDecimal> kinds = new TreeMap<>();
      for (AuditLine line : oracle.audit()) {
        if (line.section() == Section.KIND) {
          kinds.put(line.currency() + " " + line.name(), line.amount());
        }
      }
      assertEquals(kinds, days);
      assertEquals(rows(oracle.audit(), Section.KIND), rows);
    });
  }
}
