package org.athena.forecast;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.athena.breakage.CohortForecast;
import org.athena.breakage.Forecast;
import org.athena.breakage.Triangle;
import org.junit.jupiter.api.Test;

class MerzWuthrichTest {

  private static final String ERROR = Mack.ONE_PERIOD_ERROR;

  @Test
  void isNotLargerThanTheErrorOfTheUltimate() {
    for (long seed = 0; seed < 30; seed++) {
      Forecast forecast =
          Mack.volumeWeighted().forecast(Simulated.half(Simulated.whole(seed, 9, 30)));
      for (CohortForecast cohort : forecast.cohorts()) {
        assertTrue(cohort.diagnostics().get(ERROR) <= cohort.standardError() * (1 + 1e-12));
      }
      assertTrue(forecast.diagnostics().get(ERROR) < forecast.total().standardError());
    }
  }

  @Test
  void theOrderOfCohortsChangesNothing() {
    Triangle triangle = KnownAnswers.of("raa").triangle();

    Forecast forward = Mack.volumeWeighted().forecast(triangle);
    Forecast backward = Mack.volumeWeighted().forecast(Figures.reversed(triangle));

    KnownAnswers.assertClose(
        forward.diagnostics().get(ERROR), backward.diagnostics().get(ERROR), 1e-12, "total");
  }

  /** Two cohorts of one age: nothing in the next diagonal but the links they are at. */
  @Test
  void withOnePeriodLeftItIsTheErrorOfTheUltimate() {
    Forecast forecast =
        Mack.volumeWeighted().forecast(Figures.triangle("10 21", "12 23", "9 20", "11", "8"));

    assertEquals(forecast.total().standardError(), forecast.diagnostics().get(ERROR), 1e-9);
    for (CohortForecast cohort : forecast.cohorts()) {
      assertEquals(cohort.standardError(), cohort.diagnostics().get(ERROR), 1e-9);
    }
  }

  @Test
  void nothingRedeemedAndNothingToComeAreNotErrors() {
    Forecast forecast =
        Mack.volumeWeighted().forecast(Figures.triangle("10 21 21", "12 23 23", "9 20", "0"));

    assertEquals(0, forecast.cohorts().get(2).diagnostics().get(ERROR));
    assertEquals(0, forecast.cohorts().get(3).diagnostics().get(ERROR));
    assertEquals(0, forecast.diagnostics().get(ERROR));
  }

  @Test
  void isLeftOutWhereItsFormulaDoesNotHold() {
    Triangle raa = KnownAnswers.of("raa").triangle();
    for (Mack method :
        List.of(
            Mack.simple(),
            Mack.volumeWeighted().last(3),
            Mack.volumeWeighted().tail(Tail.constant(1.05)))) {
      assertFalse(method.forecast(raa).diagnostics().containsKey(ERROR), method.name());
    }
    assertFalse(
        Mack.volumeWeighted()
            .forecast(Figures.triangle("10 20", "9"))
            .diagnostics()
            .containsKey(ERROR));
  }
}
