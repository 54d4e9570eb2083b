package org.athena.forecast;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.athena.breakage.CohortForecast;
import org.athena.breakage.Development;
import org.athena.breakage.Forecast;
import org.athena.breakage.Segment;
import org.athena.breakage.Triangle;
import org.junit.jupiter.api.Test;

class MackTest {

  private static final List<Mack> METHODS =
      List.of(
          Mack.volumeWeighted(),
          Mack.simple(),
          Mack.regression(),
          Mack.volumeWeighted().lastSigma(LastSigma.LOG_LINEAR),
          Mack.volumeWeighted().tail(Tail.constant(1.05)),
          Mack.simple().tail(Tail.exponential()));

  @Test
  void anExactDevelopmentIsReproducedWithoutError() {
    Triangle exact = Figures.triangle("8 16 24 24", "4 8 12", "16 32", "64");

    for (Mack method : METHODS.subList(0, 5)) {
      Forecast forecast = method.forecast(exact);
      double tail = forecast.development().tail() == null ? 1 : 1.05;
      assertArrayEquals(
          new double[] {24 * tail, 12 * tail, 48 * tail, 192 * tail},
          Figures.ultimates(forecast),
          1e-12);
      assertArrayEquals(new double[4], Figures.errors(forecast), method.name());
      assertEquals(0, forecast.total().standardError(), method.name());
    }
  }

  @Test
  void ratiosOfExactlyOneHaveSigmaZero() {
    Triangle triangle =
        Figures.triangle("10 20 20 20 20", "10 25 25 25", "10 30 30", "10 22", "10");

    for (Mack method : METHODS) {
      Forecast forecast = method.forecast(triangle);
      double[] sigmas = Figures.links(forecast, Development.Link::sigma);
      assertTrue(sigmas[0] > 0, method.name());
      assertEquals(0, sigmas[1], method.name());
      assertEquals(0, sigmas[2], method.name());
    }
    Forecast byMack = Mack.volumeWeighted().forecast(triangle);
    assertEquals(0, Figures.links(byMack, Development.Link::sigma)[3]);
    assertEquals(0, byMack.cohorts().get(3).standardError());
    assertTrue(byMack.cohorts().get(4).standardError() > 0);
  }

  @Test
  void oneRatioAfterOneSigmaTakesThatSigma() {
    Forecast forecast = Mack.volumeWeighted().forecast(Figures.triangle("10 20 30", "10 30", "10"));

    double[] sigmas = Figures.links(forecast, Development.Link::sigma);
    assertEquals(sigmas[0], sigmas[1]);
    assertEquals(Math.sqrt(10 * 0.25 + 10 * 0.25), sigmas[0], 1e-15);
  }

  @Test
  void oneRatioWithoutAnySpreadHasNoErrorAndSaysSo() {
    Forecast forecast = Mack.volumeWeighted().forecast(Figures.triangle("10 20", "10"));

    assertEquals(20, forecast.cohorts().get(1).ultimate());
    assertEquals(0, forecast.cohorts().get(0).standardError());
    assertNull(forecast.cohorts().get(1).standardError());
    assertNull(forecast.total().standardError());
    assertTrue(
        forecast
            .notes()
            .contains("no standard error across age 0: one ratio, and no spread before it"));
  }

  @Test
  void aSingleCohortHasOneNoteForAllItsAges() {
    List<String> notes =
        Mack.volumeWeighted().forecast(Figures.triangle("1 2 3 4 5 6 7 8")).notes();

    assertEquals(
        "no standard error across ages 0, 1, 2, 3, 4 and 2 more: one ratio, and no spread before "
            + "it",
        notes.get(0));
    assertEquals(2, notes.size());
  }

  @Test
  void takesGivenErrorsOfTheTail() {
    Triangle triangle = KnownAnswers.of("raa").triangle();

    Mack method = Mack.volumeWeighted().tail(Tail.constant(1.05), 0.02, 4);
    Forecast forecast = method.forecast(triangle);

    assertEquals(0.02, forecast.development().tailStandardError());
    assertEquals(4, forecast.development().tailSigma());
    double oldest = 18834;
    assertEquals(
        Math.sqrt(oldest * 16 + oldest * oldest * 0.02 * 0.02),
        forecast.cohorts().get(0).standardError(),
        1e-9);
    assertEquals("mack(tail=constant(1.05),tail-se=0.02,tail-sigma=4.0)", method.name());
  }

  @Test
  void aTailBelowOneIsTakenAsKnownAndSaysSo() {
    Forecast forecast =
        Mack.volumeWeighted()
            .tail(Tail.constant(0.98))
            .forecast(KnownAnswers.of("uk-motor").triangle());

    assertEquals(0, forecast.cohorts().get(0).standardError());
    assertTrue(
        forecast
            .notes()
            .contains("the tail factor is taken as known: its error cannot be extrapolated"));
  }

  @Test
  void theTotalIsMoreThanIndependentCohortsBecauseTheyShareFactors() {
    Forecast forecast = Mack.volumeWeighted().forecast(KnownAnswers.of("raa").triangle());

    double independent = 0;
    for (CohortForecast cohort : forecast.cohorts()) {
      independent = Math.hypot(independent, cohort.standardError());
    }
    assertTrue(forecast.total().standardError() > independent);
  }

  @Test
  void theTotalErrorIsMacksClosedForm() {
    Forecast forecast = Mack.volumeWeighted().forecast(KnownAnswers.of("uk-motor").triangle());
    int n = forecast.cohorts().size();
    double[] u = Figures.ultimates(forecast);
    double[] se = Figures.errors(forecast);
    double[] f = Figures.factors(forecast);
    double[] fse = Figures.links(forecast, Development.Link::standardError);

    double variance = 0;
    for (int i = 0; i < n; i++) {
      double younger = 0;
      for (int j = i + 1; j < n; j++) {
        younger += u[j];
      }
      double shared = 0;
      for (int k = n - 1 - i; k < n - 1; k++) {
        shared += 2 * fse[k] * fse[k] / (f[k] * f[k]);
      }
      variance += se[i] * se[i] + u[i] * younger * shared;
    }
    assertEquals(Math.sqrt(variance), forecast.total().standardError(), 1e-9);
  }

  @Test
  void hostileTrianglesGiveFiniteFiguresOrReasons() {
    List<Triangle> hostile =
        List.of(
            new Triangle(Segment.ALL, List.of()),
            Figures.triangle("5"),
            Figures.triangle("5*"),
            Figures.triangle("0 0 0", "0 0", "0"),
            Figures.triangle("0 5 4", "0 3", "0"),
            Figures.triangle("10 5 4 -3", "8 9 -2", "-4 3", "5"),
            Figures.triangle("-1 -2 -3", "-1 -2", "-1"),
            Figures.triangle("1 1 1 1", "1 1 1", "1 1", "1"),
            Figures.triangle("1 2 2*", "1*", "1 3"),
            Figures.triangle("1e-300 1e300", "1e-300 1e300", "1e300"),
            Figures.triangle("7 8 9 10 11 12"));

    for (Triangle triangle : hostile) {
      for (Mack method : METHODS) {
        Forecast forecast = method.forecast(triangle);
        for (CohortForecast cohort : forecast.cohorts()) {
          assertTrue((cohort.ultimate() == null) != (cohort.reason() == null));
          cohort.interval(0.95);
        }
        forecast.total().interval(0.95);
        assertTrue(forecast.toString().contains("total"));
      }
    }
  }

  @Test
  void refusesANegativeErrorOfTheTail() {
    var e =
        assertThrows(
            IllegalArgumentException.class,
            () -> Mack.volumeWeighted().tail(Tail.constant(1.1), -1, 1));

    assertEquals(
        "Cannot make a Mack method: tailStandardError is -1.0, it must be a number from 0. "
            + "Leave it out to extrapolate it.",
        e.getMessage());
  }
}
