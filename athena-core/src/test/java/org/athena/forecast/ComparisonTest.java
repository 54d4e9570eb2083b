package org.athena.forecast;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.util.List;
import org.athena.breakage.Forecasts;
import org.athena.breakage.Triangle;
import org.junit.jupiter.api.Test;

class ComparisonTest {

  private static final Mack MACK = Mack.volumeWeighted();

  @Test
  void putsMethodsBesideEachOther() {
    Triangle triangle = KnownAnswers.of("gift-card-toy").triangle();
    ChainLadder tailed = ChainLadder.volumeWeighted().tail(Tail.constant(1.012));

    Comparison comparison =
        Comparison.of(
            List.of(MACK, tailed, new Simulated.Shares("score", 1.5), OdpBootstrap.standard()),
            triangle);

    assertEquals(
        List.of("mack", tailed.name(), "score", "bootstrap(draws=1000,seed=1)"),
        comparison.lines().stream().map(Comparison.Line::method).toList());
    var total = comparison.lines().get(0).total().orElseThrow();
    assertEquals(95231.71322428455, total.breakage(), 1e-6);
    assertEquals(1689.8008716678005, total.standardError(), 1e-6);
    assertEquals(0.012 / 1.012, comparison.lines().get(1).total().orElseThrow().tailShare(), 1e-12);
    assertEquals(6, comparison.lines().get(2).bounded());
    assertEquals(0, comparison.lines().get(2).total().orElseThrow().breakage(), 1e-9);
    assertEquals(0, comparison.lines().get(0).bounded());
    List<String> text = comparison.toString().lines().toList();
    assertEquals(6, text.size());
    assertTrue(
        text.get(5).startsWith("note: score: 6 cohorts held at what was issued"), text.get(5));
  }

  @Test
  void saysOnceWhatSeveralSegmentsHaveInCommon() {
    List<Triangle> segments =
        List.of(Simulated.half(Simulated.whole(1, 9, 5)), Simulated.half(Simulated.whole(2, 9, 5)));

    Comparison.Line line =
        Comparison.of(List.of(CapeCod.plain().tail(Tail.constant(1.02))), segments).lines().get(0);

    assertEquals(
        List.of("standard errors take the tail factor as known (2 segments)"), line.notes());
  }

  @Test
  void addsUpSegments() {
    List<Triangle> segments =
        List.of(Simulated.half(Simulated.whole(1, 9, 5)), Simulated.half(Simulated.whole(2, 9, 5)));

    Comparison.Line line = Comparison.of(List.of(MACK), segments).lines().get(0);

    assertEquals(new Forecasts(MACK.forecast(segments)).total(), line.total().orElseThrow());
    BigDecimal sum =
        MACK.forecast(segments).stream()
            .map(f -> f.rounded(2).total().ultimate())
            .reduce(BigDecimal.ZERO, BigDecimal::add);
    assertEquals(sum, line.ultimate(2).orElseThrow());
  }

  @Test
  void keepsTheReasonOfARefusal() {
    Triangle raa = KnownAnswers.of("raa").triangle();

    Comparison comparison = Comparison.of(List.of(NaiveRate.olderThan(3), MACK), raa);

    Comparison.Line refused = comparison.lines().get(0);
    assertTrue(refused.total().isEmpty());
    assertTrue(refused.ultimate(2).isEmpty());
    assertTrue(refused.reason().orElseThrow().contains("issued of cohort 1981 is absent"));
    assertTrue(comparison.lines().get(1).reason().isEmpty());
    assertTrue(comparison.toString().contains("Cannot forecast by naive rate"));
  }

  @Test
  void saysWhyCohortsAreLeftOut() {
    Comparison comparison =
        Comparison.of(List.of(MACK), Figures.triangle("0 5 9 11", "0 7 9", "0 4", "0"));

    assertTrue(comparison.lines().get(0).reason().orElseThrow().startsWith("no link ratio"));
    assertTrue(comparison.toString().contains("no link ratio from age 0 to 1"));
  }
}
