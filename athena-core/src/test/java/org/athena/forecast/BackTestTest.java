package org.athena.forecast;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.athena.breakage.ForecastMethod;
import org.athena.breakage.Triangle;
import org.junit.jupiter.api.Test;

class BackTestTest {

  private static final ChainLadder LADDER = ChainLadder.volumeWeighted();

  /** Worked by hand: then the ratio was 20 / 10; the older cohort was not expected to move. */
  @Test
  void comparesWhatWasExpectedWithWhatCame() {
    Triangle now = Figures.triangle("10 20 22", "10 22", "12");

    BackTestReport report = BackTest.of(LADDER).periods(1).rolledBack(now, 1, 1);

    Score score = report.score(LADDER.name(), 1).orElseThrow();
    assertEquals(2, score.cohorts());
    assertEquals(new BigDecimal("10"), score.expected());
    assertEquals(new BigDecimal("14"), score.actual());
    assertEquals(new BigDecimal("-4"), score.error());
    assertEquals(-4 / 14.0, score.bias());
    assertEquals(4 / 14.0, score.wape());
  }

  /** The ultimate of the second cohort was 20 then and is 22 x 22 / 20 = 24.2 now. */
  @Test
  void comparesUltimatesWithTheLatestView() {
    Triangle now = Figures.triangle("10.0 20.0 22.0", "10.0 22.0", "12.0");

    BackTestReport own = BackTest.of(LADDER).rolledBack(now, 1, 1);
    BackTestReport judged =
        BackTest.of(LADDER).judgedBy(LADDER.tail(Tail.constant(1.1))).rolledBack(now, 1, 1);

    Score score = own.score(LADDER.name(), BackTest.ULTIMATE).orElseThrow();
    assertEquals(new BigDecimal("-6.2"), score.error());
    assertEquals(new BigDecimal("16.2"), score.actual());
    Score other = judged.score(LADDER.name(), BackTest.ULTIMATE).orElseThrow();
    assertEquals(new BigDecimal("20.8"), other.actual());
    assertTrue(
        judged.notes().get(0).contains("with those of chain-ladder(tail=constant(1.1)) at now"));
  }

  @Test
  void aBiasedMethodLoses() {
    Triangle now = Simulated.half(Simulated.whole(3, 30, 4));
    ForecastMethod biased = new Simulated.Biased(1.3);
    ForecastMethod score = new Simulated.Shares("score", 0.95);

    BackTestReport report =
        BackTest.of(biased, score, NaiveRate.olderThan(6), LADDER, Mack.volumeWeighted())
            .rolledBack(now, 3, 5);

    assertEquals(LADDER.name(), report.chosen().orElseThrow());
    List<String> ranks = report.ranking().stream().map(Score::method).toList();
    assertEquals(5, ranks.size());
    assertTrue(ranks.indexOf(biased.name()) > ranks.indexOf("mack"));
    assertTrue(report.score(biased.name(), 12).orElseThrow().bias() > 0.2);
    assertTrue(Math.abs(report.score("mack", 12).orElseThrow().bias()) < 0.1);
    assertTrue(report.toString().contains("1. chain-ladder: WAPE "), report::toString);
    assertTrue(report.toString().contains(BackTestReport.RULE));
  }

  /**
   * 300 triangles from the model itself; their ultimates are known, for every age was seen. Mack's
   * intervals are too narrow here by up to 15 points: late sigmas come of few ratios.
   */
  @Test
  void intervalsHoldAsOftenAsTheyClaim() {
    int size = 10;
    List<Triangle> whole = new ArrayList<>();
    for (int seed = 0; seed < 300; seed++) {
      whole.add(Simulated.whole(seed, size, 20));
    }
    OdpBootstrap bootstrap = OdpBootstrap.standard().draws(400);

    BackTestReport report =
        BackTest.of(bootstrap, Mack.volumeWeighted())
            .periods(1, 3)
            .over(
                List.of(new BackTest.View("then", whole.stream().map(Simulated::half).toList())),
                new BackTest.View("now", whole));

    for (String method : List.of(bootstrap.name(), "mack")) {
      for (int periods : new int[] {1, 3, BackTest.ULTIMATE}) {
        for (Score.Coverage coverage : report.score(method, periods).orElseThrow().coverages()) {
          String what = method + " at " + periods + ": " + coverage;
          double tolerance = method.equals("mack") ? 0.15 : 0.05;

          assertEquals(coverage.level(), coverage.ofCohorts(), tolerance, what);
          if (periods == BackTest.ULTIMATE) {
            assertEquals(300, coverage.totalsOf(), what);
            assertEquals(coverage.level(), coverage.ofTotals(), tolerance, what);
          }
        }
      }
    }
  }

  @Test
  void factsLearnedLateCountAsRedeemedAfterTheOrigin() {
    Triangle then = Figures.triangle("10 20", "10");
    Triangle now = Figures.triangle("11 21 21", "10 20", "12");
    Map<String, List<Triangle>> lake = Map.of("2024", List.of(then), "2025", List.of(now));

    Score score =
        BackTest.of(LADDER)
            .periods(1)
            .over(List.of("2024"), "2025", lake::get)
            .score(LADDER.name(), 1)
            .orElseThrow();

    assertEquals(new BigDecimal("11"), score.actual());
    assertEquals(new BigDecimal("10"), score.expected());
  }

  @Test
  void aMethodThatRefusesOrLeavesCohortsOutIsShownAndComesLast() {
    Triangle now = Figures.triangle("10 20 22 23", "10 22 25", "12 24", "9");
    ForecastMethod naive = NaiveRate.olderThan(1);
    ForecastMethod gaps = LADDER.excluding(Exclusion.ratio("c0", 0), Exclusion.ratio("c1", 0));

    BackTestReport report = BackTest.of(naive, gaps, LADDER).periods(1).rolledBack(now, 1, 1);

    assertEquals(0, report.score(naive.name(), 1).orElseThrow().cohorts());
    assertEquals(3, report.score(naive.name(), 1).orElseThrow().missing());
    assertNull(report.score(naive.name(), 1).orElseThrow().wape());
    assertTrue(report.notes().get(1).contains("issued of cohort c0 is absent"));
    assertEquals(LADDER.name(), report.chosen().orElseThrow());
    assertEquals(1, report.score(gaps.name(), 1).orElseThrow().missing());
    assertTrue(report.toString().contains("leaves cohorts out"));
  }

  @Test
  void severalSegmentsAddUpToTheirSum() {
    List<Triangle> both = List.of(Simulated.half(Simulated.whole(1, 8, 5)), half(2));

    BackTestReport together = BackTest.of(LADDER).periods(2).rolledBack(both, 2, 2);

    BigDecimal sum = BigDecimal.ZERO;
    for (Triangle triangle : both) {
      BackTestReport one = BackTest.of(LADDER).periods(2).rolledBack(triangle, 2, 2);
      sum = sum.add(one.score(LADDER.name(), 2).orElseThrow().error());
    }
    assertEquals(sum, together.score(LADDER.name(), 2).orElseThrow().error());
  }

  private static Triangle half(long seed) {
    return Simulated.half(Simulated.whole(seed, 8, 5));
  }

  @Test
  void withoutAnOutcomeNothingIsChosen() {
    BackTestReport report = BackTest.of(LADDER).rolledBack(Figures.triangle("10 20", "9"), 2, 3);

    assertTrue(report.chosen().isEmpty());
    assertEquals(0, report.score(LADDER.name(), 12).orElseThrow().origins());
    assertNull(report.score(LADDER.name(), 12).orElseThrow().bias());
  }

  /** What the chain ladder holds outstanding, spread by its own factors, is the chain ladder. */
  @Test
  void spreadingByTheOwnFactorsIsTheMethodItself() {
    Triangle triangle = KnownAnswers.of("raa").triangle();
    for (int periods : IntStream.rangeClosed(1, 9).toArray()) {
      var spread = new Ahead(LADDER, periods).forecast(triangle);
      var own = new Ahead(Mack.volumeWeighted(), periods).forecast(triangle);
      for (int i = 0; i < 10; i++) {
        assertEquals(
            own.cohorts().get(i).ultimate(), spread.cohorts().get(i).ultimate(), 1e-8, "age " + i);
      }
    }
  }

  @Test
  void whatComesAfterTheLastAgeIsSpreadInTheEnd() {
    Triangle triangle = KnownAnswers.of("raa").triangle();
    ForecastMethod tailed = LADDER.tail(Tail.constant(1.05));

    double one = new Ahead(tailed, 1).forecast(triangle).cohorts().get(0).ultimate();
    double many = new Ahead(tailed, 500).forecast(triangle).cohorts().get(0).ultimate();

    assertTrue(one > 18834 && one < 18834 * 1.05);
    assertEquals(18834 * 1.05, many, 1);
  }

  @Test
  void refusesWhatCannotBeTested() {
    assertEquals(
        "Cannot back-test: periods is 0, 1 is the least. Give periods after an origin.",
        refusal(() -> BackTest.of(LADDER).periods(0)));
    assertEquals(
        "Cannot back-test: a name is there twice in [chain-ladder, chain-ladder]. "
            + "Give each method once.",
        refusal(() -> BackTest.of(LADDER, LADDER)));
    assertEquals(
        "Cannot roll a triangle back: origins is 0, 1 is the least.",
        refusal(() -> BackTest.of(LADDER).rolledBack(List.of(), 0, 1)));
  }

  private static String refusal(org.junit.jupiter.api.function.Executable call) {
    return assertThrows(IllegalArgumentException.class, call).getMessage();
  }
}
