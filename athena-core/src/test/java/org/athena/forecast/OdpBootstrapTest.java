package org.athena.forecast;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.util.List;
import java.util.concurrent.ForkJoinPool;
import org.athena.breakage.Bound;
import org.athena.breakage.CohortForecast;
import org.athena.breakage.Draws;
import org.athena.breakage.Forecast;
import org.athena.breakage.Triangle;
import org.junit.jupiter.api.Test;

class OdpBootstrapTest {

  private static final OdpBootstrap METHOD = OdpBootstrap.standard().draws(500);

  private static Triangle raa() {
    return KnownAnswers.of("raa").triangle();
  }

  @Test
  void isTheSameToTheBitOnAnyNumberOfThreads() throws Exception {
    List<Forecast> forecasts = new java.util.ArrayList<>();
    for (int threads : new int[] {1, 2, 8}) {
      try (ForkJoinPool pool = new ForkJoinPool(threads)) {
        forecasts.add(pool.submit(() -> METHOD.forecast(raa())).get());
      }
    }

    assertEquals(forecasts.get(0), forecasts.get(1));
    assertEquals(forecasts.get(0), forecasts.get(2));
  }

  @Test
  void aSeedRepeatsItselfAndAnotherDiffers() {
    assertEquals(METHOD.forecast(raa()), METHOD.forecast(raa()));
    assertNotEquals(
        METHOD.forecast(raa()).total().predictive(),
        METHOD.seed(2).forecast(raa()).total().predictive());
  }

  @Test
  void moreDrawsKeepTheEarlierOnes() {
    Draws few = (Draws) METHOD.forecast(raa()).total().predictive();
    Draws many = (Draws) METHOD.draws(700).forecast(raa()).total().predictive();

    for (int d = 0; d < few.size(); d++) {
      assertEquals(few.value(d), many.value(d));
    }
  }

  @Test
  void theOrderOfCohortsChangesNothing() {
    Forecast forward = METHOD.forecast(raa());
    Forecast backward = METHOD.forecast(Figures.reversed(raa()));

    int last = forward.cohorts().size() - 1;
    for (int i = 0; i <= last; i++) {
      CohortForecast other = backward.cohorts().get(last - i);
      KnownAnswers.assertClose(
          forward.cohorts().get(i).standardError(), other.standardError(), 1e-9, "s.e. " + i);
    }
    KnownAnswers.assertClose(
        forward.total().standardError(), backward.total().standardError(), 1e-9, "total");
  }

  @Test
  void theUltimateIsThatOfTheChainLadder() {
    for (Tail tail : List.of(Tail.none(), Tail.constant(1.05), Tail.exponential())) {
      Forecast ladder = ChainLadder.volumeWeighted().tail(tail).forecast(raa());
      Forecast bootstrap = METHOD.tail(tail).forecast(raa());

      assertEquals(ladder.total().ultimate(), bootstrap.total().ultimate());
      assertEquals(ladder.total().tailShare(), bootstrap.total().tailShare());
    }
  }

  @Test
  void aTailAddsItsIncrementAndItsNoise() {
    CohortForecast oldest = METHOD.tail(Tail.constant(1.05)).forecast(raa()).cohorts().get(0);

    assertEquals(18834 * 0.05, oldest.diagnostics().get(OdpBootstrap.MEAN) - 18834, 200);
    assertTrue(oldest.standardError() > 0);
    assertEquals(0, METHOD.forecast(raa()).cohorts().get(0).standardError());
  }

  @Test
  void theDrawsOfCohortsAddUpToThoseOfTheTotal() {
    Triangle bounded =
        Figures.withIssued(raa(), cohort -> cohort.latest().redeemed().add(new BigDecimal(9000)));
    for (Triangle triangle : List.of(raa(), bounded)) {
      Forecast forecast = METHOD.forecast(triangle);
      Draws total = (Draws) forecast.total().predictive();
      for (int d = 0; d < total.size(); d++) {
        double sum = 0;
        for (CohortForecast cohort : forecast.cohorts()) {
          sum += ((Draws) cohort.predictive()).value(d);
        }
        assertEquals(sum, total.value(d), 1e-6);
      }
      assertEquals(total.standardDeviation(), forecast.total().standardError());
    }
  }

  @Test
  void noDrawExceedsWhatWasIssuedUnlessLifted() {
    Triangle tight =
        Figures.withIssued(raa(), cohort -> cohort.latest().redeemed().add(new BigDecimal(1000)));

    Forecast bounded = METHOD.forecast(tight);
    Forecast lifted = METHOD.forecast(tight, Bound.NONE);

    for (CohortForecast cohort : bounded.cohorts()) {
      assertTrue(cohort.predictive().quantile(1) <= cohort.issued().doubleValue());
    }
    assertTrue(bounded.total().predictive().quantile(1) <= bounded.total().issued().doubleValue());
    assertTrue(bounded.total().standardError() < lifted.total().standardError());
    assertEquals(METHOD.forecast(raa()).total().standardError(), lifted.total().standardError());
  }

  @Test
  void aTriangleWithoutDegreesOfFreedomHasNoDistribution() {
    Forecast forecast = METHOD.forecast(Figures.triangle("10 20", "12"));

    assertEquals(44, forecast.total().ultimate());
    assertNull(forecast.total().predictive());
    assertNull(forecast.total().standardError());
    assertTrue(forecast.notes().contains("no distribution: 3 cells for 3 parameters"));
    assertNull(METHOD.forecast(Figures.triangle("10")).total().predictive());
    assertNull(METHOD.forecast(Figures.triangle()).total().predictive());
  }

  @Test
  void aPatternWithoutSpreadHasNoError() {
    Forecast forecast = METHOD.forecast(Figures.triangle("10 20 30", "20 40", "5"));

    assertEquals(0, forecast.diagnostics().get(OdpBootstrap.DISPERSION), 1e-20);
    assertEquals(0, forecast.total().standardError(), 1e-9);
  }

  @Test
  void agesAfterAnExpiryStayWithoutRedemption() {
    Triangle expired = Figures.triangle("9 20 30 30 30", "22 39 57 57", "7 11 20", "30 54", "12");

    Forecast forecast = METHOD.forecast(expired);

    assertEquals(0, forecast.cohorts().get(0).standardError());
    assertEquals(0, forecast.cohorts().get(1).standardError());
    assertEquals(0, forecast.cohorts().get(2).standardError());
    assertTrue(forecast.cohorts().get(3).standardError() > 0);
  }

  @Test
  void negativeIncrementsAreResampledLikeOthers() {
    Forecast forecast =
        METHOD.forecast(Figures.triangle("90 120 110 108", "100 140 130", "95 125", "80"));

    assertTrue(forecast.development().links().get(1).factor() < 1);
    assertTrue(forecast.total().standardError() > 0);
    assertEquals(forecast.total().ultimate(), forecast.diagnostics().get(OdpBootstrap.MEAN), 15);
  }

  @Test
  void cellsOfAnIncompleteAgeAreLeftOutAndHoldTheDrawsFromBelow() {
    Triangle with = Figures.triangle("90 120 130 133", "100 140 150", "95 125", "80 200*");
    Triangle without = Figures.triangle("90 120 130 133", "100 140 150", "95 125", "80");

    Forecast forecast = METHOD.forecast(with);

    assertEquals(
        METHOD.forecast(without).diagnostics().get(OdpBootstrap.DISPERSION),
        forecast.diagnostics().get(OdpBootstrap.DISPERSION));
    assertTrue(forecast.cohorts().get(3).predictive().quantile(0) >= 200);
  }

  @Test
  void cohortsThatCannotBeDevelopedAreLeftOutOfTheTotal() {
    Forecast forecast = METHOD.forecast(Figures.triangle("0 5 9 11", "0 7 9", "0 4", "0"));

    assertNull(forecast.cohorts().get(3).ultimate());
    assertEquals(1, forecast.total().notEstimated());
    assertTrue(forecast.total().standardError() > 0);
  }

  @Test
  void saysWhatItWillHaveRedeemedSomePeriodsOn() {
    var all = METHOD.estimateAfter(raa(), 100).orElseThrow();
    var one = METHOD.estimateAfter(raa(), 1).orElseThrow();
    Forecast forecast = METHOD.forecast(raa());

    assertEquals(forecast.total().standardError(), all.totalStandardError(), 1e-6);
    assertTrue(one.totalStandardError() < all.totalStandardError());
    assertEquals(2063 * 2.999358651335, one.cohorts().get(9).ultimate(), 1e-6);
    double tailed =
        METHOD
            .tail(Tail.constant(1.05))
            .estimateAfter(raa(), 1)
            .orElseThrow()
            .cohorts()
            .get(0)
            .ultimate();
    assertTrue(tailed > 18834 && tailed < 18834 * 1.05);
  }

  @Test
  void namesItsParameters() {
    assertEquals("bootstrap(draws=1000,seed=1)", OdpBootstrap.standard().name());
    assertEquals(
        "bootstrap(draws=50,seed=7,noise=poisson,tail=constant(1.05))",
        OdpBootstrap.standard()
            .draws(50)
            .seed(7)
            .noise(ProcessNoise.POISSON)
            .tail(Tail.constant(1.05))
            .name());
  }

  @Test
  void refusesFewerThanTwoDraws() {
    IllegalArgumentException error =
        assertThrows(IllegalArgumentException.class, () -> METHOD.draws(1));
    assertEquals(
        "Cannot make a bootstrap: draws is 1, 2 is the least. Give 1000 or more.",
        error.getMessage());
  }

  @Test
  void drawsWithinTheirBoundsAreTheSame() {
    Draws draws = Draws.of(1, 2, 3);
    assertSame(draws, draws.within(0, 3));
    assertEquals(Draws.of(1.5, 2, 2.5), draws.within(1.5, 2.5));
  }
}
