package org.athena.kit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.LongStream;
import org.athena.model.AsOf;
import org.athena.oracle.LogRow;
import org.athena.oracle.Oracle;
import org.athena.oracle.RandomLogs;
import org.athena.oracle.Settings;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every answer about random card logs equals that of plain Java, to the cent.
 *
 * <p>The logs of many seeds are stacked in one table, the seed being a segment, so that each
 * question is asked about hundreds of logs at once.
 */
interface RandomLogContract extends Topic {

  /** The numbers of the settings. */
  default LongStream settingsNumbers() {
    return LongStream.rangeClosed(1, settings());
  }

  @ParameterizedTest(name = "settings {0}, seeds from " + RandomTable.FIRST_SEED)
  @MethodSource("settingsNumbers")
  default void answersEqualThoseOfPlainJava(long number) {
    Settings settings = RandomLogs.settings(number);
    List<LogRow> rows = RandomTable.rows(subject());
    compare(rows, settings, ask("random_logs", rows, settings));
  }

  @Test
  default void orderAndCopiesOfRowsChangeNothing() {
    Settings settings = RandomLogs.settings(3);
    assertTrue(settings.hasEventId(), "these settings have event ids");
    List<LogRow> shuffled = new ArrayList<>(RandomTable.rows(subject()));
    RandomTable.rows(subject()).stream()
        .filter(row -> row.eventId() != null)
        .forEach(shuffled::add);
    Collections.shuffle(shuffled, new Random(7));
    CardLogAnswers found = ask("shuffled_logs", shuffled, settings);
    compare(RandomTable.rows(subject()), settings, found.withoutAudit());
  }

  private CardLogAnswers ask(String name, List<LogRow> rows, Settings settings) {
    AsOf asOf = AsOf.endOf(settings.asOf());
    AsOf both =
        settings.knownAt() == null || !settings.hasKnownAt()
            ? asOf
            : asOf.knownAt(settings.knownAt());
    return CardLogAnswers.of(
        subject(),
        RandomTable.cards(subject().table(RandomTable.table(name, rows)), settings),
        both,
        settings);
  }

  private static void compare(List<LogRow> rows, Settings settings, CardLogAnswers found) {
    CardLogAnswers wanted = OracleAnswers.of(Oracle.of(rows, settings), settings);
    assertTrue(wanted.lines().keySet().containsAll(found.lines().keySet()), found::toString);
    for (String question : found.lines().keySet()) {
      List<String> missing = new ArrayList<>(wanted.lines().get(question));
      List<String> extra = new ArrayList<>(found.lines().get(question));
      Set<String> common = new HashSet<>(missing);
      common.retainAll(new HashSet<>(extra));
      assertTrue(!missing.isEmpty() || isFew(rows), question + " of plain Java has no line");
      missing.removeAll(common);
      extra.removeAll(common);
      assertEquals(
          head(missing), head(extra), question + " under " + settings + ": wanted, then found");
      assertEquals(wanted.lines().get(question).size(), found.lines().get(question).size());
    }
  }

  /** A log alone may begin after its as-of; not so all of many. */
  private static boolean isFew(List<LogRow> rows) {
    return rows.stream().map(LogRow::seed).distinct().count() < 20;
  }

  private static String head(List<String> lines) {
    return String.join("\n", lines.subList(0, Math.min(5, lines.size())));
  }
}
