package org.athena.oracle;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.athena.oracle.AuditLine.Section;
import org.junit.jupiter.api.Test;

/** The order, the repetition and the neighbours of rows change no answer. */
final class OracleArrivalTest {

  @Test
  void orderOfArrivalChangesNothing() {
    EverySeed.holds(seed -> {
      List<LogRow> shuffled = new ArrayList<>(RandomLogs.rows(seed));
      Collections.shuffle(shuffled, new Random(seed));

      Oracle other = Oracle.of(shuffled, RandomLogs.settings(seed));
      assertEquals(everything(EverySeed.oracle(seed)), everything(other));
    });
  }

  @Test
  void moreCopiesOfARowOnlyRaiseTheDuplicates() {
    EverySeed.holds(seed -> {
      Settings settings = RandomLogs.settings(seed);
      List<LogRow> copied = new ArrayList<>(RandomLogs.rows(seed));
      long copies = 0;
      for (JudgedRow judged : EverySeed.oracle(seed).rows()) {
        if (judged.row().eventId() != null && judged.reason() == null) {
          copied.add(judged.row());
          copies++;
        }
      }

      Oracle one = EverySeed.oracle(seed);
      Oracle two = Oracle.of(copied, settings);
      List<List<?>> expected = new ArrayList<>(everything(one));
      List<List<?>> actual = new ArrayList<>(everything(two));
      expected.set(0, withoutDuplicates(one.audit()));
      actual.set(0, withoutDuplicates(two.audit()));
      assertEquals(expected, actual);
      assertEquals(
          rows(one.audit(), Section.DISPOSITION) + copies, rows(two.audit(), Section.DISPOSITION));
    });
  }

  private static List<List<?>> everything(Oracle oracle) {
    return List.of(
        oracle.audit(),
        oracle.balances(),
        oracle.daily(),
        List.of(oracle.triangle(Segment.PROGRAM)),
        oracle.ratesByCohort(Segment.TOTAL),
        oracle.ratesByExpiry(Segment.PROGRAM, Grain.MONTH),
        oracle.ratesByMaturity(Segment.TOTAL),
        List.copyOf(oracle.cards().values()));
  }

  private static List<AuditLine> withoutDuplicates(List<AuditLine> audit) {
    return audit.stream().filter(line -> !line.name().equals("DUPLICATE")).toList();
  }

  @Test
  void whatWasNotYetKnownMightAsWellNotExist() {
    EverySeed.holds(seed -> {
      Settings settings = RandomLogs.settings(seed);
      Instant knownAt = settings.knownAt();
      if (knownAt == null || !settings.hasKnownAt()) {
        return;
      }
      List<LogRow> known = new ArrayList<>(RandomLogs.rows(seed));
      known.removeIf(
          row -> row.effectiveKnownAt() != null && row.effectiveKnownAt().isAfter(knownAt));

      Oracle other = Oracle.of(known, settings.withKnownAt(null));
      assertEquals(everything(EverySeed.oracle(seed)), everything(other));
    });
  }

  @Test
  void stackedLogsAnswerAsEachAlone() {
    Settings settings = RandomLogs.settings(7).withGrains(Grain.MONTH, Grain.MONTH);
    Oracle stacked = Oracle.of(RandomLogs.stacked(0, 50), settings);
    List<BalanceLine> balances = new ArrayList<>();
    List<AuditLine> audit = new ArrayList<>();
    for (long seed = 0; seed < 50; seed++) {
      Oracle alone = Oracle.of(RandomLogs.rows(seed), settings);
      balances.addAll(alone.balances());
      audit.addAll(alone.audit());
    }
    balances.sort(BalanceLine.ORDER);
    audit.sort(AuditLine.ORDER);

    assertEquals(balances, stacked.balances());
    assertEquals(audit, stacked.audit());
  }

  private static long rows(List<AuditLine> audit, Section section) {
    return audit.stream()
        .filter(line -> line.section() == section)
        .mapToLong(AuditLine::rows)
        .sum();
  }
}
