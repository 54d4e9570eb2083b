package org.athena.forecast;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.athena.breakage.Forecast;
import org.athena.breakage.Segment;
import org.athena.breakage.Triangle;
import org.junit.jupiter.api.Test;

class NaiveRateTest {

  private static final Triangle TRIANGLE =
      new Triangle(
          Segment.ALL,
          List.of(
              KnownAnswers.cohort("a", new BigDecimal("100"), "50", "70", "80"),
              KnownAnswers.cohort("b", new BigDecimal("300"), "150", "210", "220"),
              KnownAnswers.cohort("c", new BigDecimal("200"), "60", "155"),
              KnownAnswers.cohort("d", new BigDecimal("400"), "100")));

  @Test
  void putsTheRateOfOldCohortsOnWhatWasIssuedToTheOthers() {
    Forecast forecast = NaiveRate.olderThan(1).forecast(TRIANGLE);

    assertArrayEquals(new double[] {80, 220, 155, 300}, Figures.ultimates(forecast));
    assertEquals(Map.of(NaiveRate.RATE, 0.75), forecast.diagnostics());
    assertEquals("naive-rate(older-than=1)", forecast.method());
  }

  @Test
  void withoutAnOldCohortNothingIsEstimated() {
    Forecast forecast = NaiveRate.olderThan(9).forecast(TRIANGLE);

    assertEquals(0, forecast.total().estimated());
    assertEquals(new BigDecimal("555"), forecast.total().latestNotEstimated());
    assertEquals(
        "no rate: nothing was issued to cohorts older than 9 ages",
        forecast.cohorts().get(0).reason());
  }

  @Test
  void refusesATriangleWithoutIssuedValues() {
    var e =
        assertThrows(
            IllegalArgumentException.class,
            () -> NaiveRate.olderThan(1).estimate(Figures.triangle("1 2", "1")));

    assertEquals(
        "Cannot forecast by naive rate: issued of cohort c0 is absent. "
            + "Give a triangle with issued values, or use the chain ladder.",
        e.getMessage());
  }
}
