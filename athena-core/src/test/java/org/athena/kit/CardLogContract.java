package org.athena.kit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.athena.Athena;
import org.athena.breakage.CardLog;
import org.athena.model.AsOf;
import org.athena.model.Dataset;
import org.athena.model.Lake;
import org.athena.oracle.LogRow;
import org.athena.oracle.Oracle;
import org.athena.oracle.RandomLogs;
import org.athena.oracle.Settings;
import org.athena.query.DailyQuery;
import org.athena.query.RateQuery;
import org.athena.query.TriangleQuery;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Every answer about random card logs equals that of plain Java, to the cent.
 *
 * <p>The logs of many seeds are stacked in one file, the seed being a segment, so that each
 * question is asked about many logs at once.
 */
public abstract class CardLogContract extends EngineContract {

  private static final int SEEDS = 50;

  @ParameterizedTest(name = "settings {0}, seeds {0}000 to {0}049")
  @ValueSource(
      longs = {
        1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20, 21, 22, 23, 24
      })
  void answersEqualThoseOfPlainJava(long number) {
    compare(RandomLogs.stacked(number * 1000, SEEDS), RandomLogs.settings(number));
  }

  @Test
  void orderAndCopiesOfRowsChangeNothing() {
    Settings settings = RandomLogs.settings(3);
    assertTrue(settings.hasEventId(), "these settings have event ids");
    List<LogRow> rows = RandomLogs.stacked(90_000, SEEDS);
    List<LogRow> shuffled = new ArrayList<>(rows);
    rows.stream().filter(row -> row.eventId() != null).forEach(shuffled::add);
    Collections.shuffle(shuffled, new Random(7));
    CardLogAnswers before = ask(rows, settings, "before");
    CardLogAnswers after = ask(shuffled, settings, "after");
    assertEquals(before.withoutAudit(), after.withoutAudit());
  }

  /** Cohorts of events in two currencies keep their segment, so the seed is the only one here. */
  @ParameterizedTest
  @ValueSource(longs = {2, 5, 9})
  void aTriangleOfADailyAggregateIsThatOfTheLog(long number) {
    Settings settings = RandomLogs.settings(number);
    RandomLogFile.write(
        folder.resolve("log.jsonl"), RandomLogs.stacked(number * 1000 + 500, SEEDS));
    try (Athena athena = open(Lake.at(folder))) {
      CardLog cards =
          RandomLogFile.cards(RandomLogFile.dataset("log", "log.jsonl", settings), settings);
      AsOf asOf = AsOf.endOf(settings.asOf());
      DailyQuery daily = DailyQuery.of(cards, asOf).by(RandomLogFile.SEED);
      CardLog kept = daily.asLog(athena.publish(daily).asTable("aggregated.daily"));
      TriangleQuery direct = TriangleQuery.of(cards, asOf).by(RandomLogFile.SEED);
      TriangleQuery again = TriangleQuery.of(kept, asOf).by(RandomLogFile.SEED);
      assertEquals(athena.rows(direct), athena.rows(again));
      assertTrue(athena.explain(again).lowering().toString().contains("without a join"));
      RateQuery rates = RateQuery.byMaturity(cards, asOf).by(RandomLogFile.SEED);
      RateQuery keptRates = RateQuery.byMaturity(kept, asOf).by(RandomLogFile.SEED);
      assertEquals(athena.rows(rates), athena.rows(keptRates));
    }
  }

  private CardLogAnswers ask(List<LogRow> rows, Settings settings, String name) {
    RandomLogFile.write(folder.resolve(name + ".jsonl"), rows);
    try (Athena athena = open(Lake.at(folder))) {
      Dataset dataset = RandomLogFile.dataset(name, name + ".jsonl", settings);
      CardLog cards = RandomLogFile.cards(dataset, settings);
      AsOf asOf = AsOf.endOf(settings.asOf());
      AsOf both =
          settings.knownAt() == null || !settings.hasKnownAt()
              ? asOf
              : asOf.knownAt(settings.knownAt());
      return CardLogAnswers.of(athena, cards, both, settings);
    }
  }

  private void compare(List<LogRow> rows, Settings settings) {
    CardLogAnswers found = ask(rows, settings, "log");
    CardLogAnswers wanted = CardLogAnswers.of(Oracle.of(rows, settings), settings);
    for (String question : wanted.lines().keySet()) {
      List<String> missing = new ArrayList<>(wanted.lines().get(question));
      List<String> extra = new ArrayList<>(found.lines().get(question));
      Set<String> common = new HashSet<>(missing);
      common.retainAll(new HashSet<>(extra));
      assertTrue(!missing.isEmpty(), question + " of plain Java has no line");
      missing.removeAll(common);
      extra.removeAll(common);
      assertEquals(
          head(missing), head(extra), question + " under " + settings + ": wanted, then found");
      assertEquals(wanted.lines().get(question).size(), found.lines().get(question).size());
    }
  }

  private static String head(List<String> lines) {
    return String.join("\n", lines.subList(0, Math.min(5, lines.size())));
  }
}
