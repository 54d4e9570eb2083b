package org.athena.forecast;

import static org.athena.forecast.KnownAnswers.assertClose;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.util.List;
import org.athena.breakage.Bound;
import org.athena.breakage.Forecast;
import org.athena.breakage.ForecastMethod;
import org.athena.breakage.Triangle;
import org.junit.jupiter.api.Test;

class PatternErrorsTest {

  private static final Triangle PUBLISHED = KnownAnswers.of("alai-merz-wuthrich").triangle();
  private static final CapeCod LADDER = CapeCod.plain().decay(0);

  @Test
  void thatOfBornhuetterFergusonIsThePublishedOne() {
    KnownAnswers known = KnownAnswers.of("alai-merz-wuthrich");

    var diagnostics = BornhuetterFerguson.of(1).forecast(PUBLISHED, Bound.NONE).diagnostics();

    assertEquals(known.value("dispersion"), diagnostics.get(OdpBootstrap.DISPERSION), 0.5);
    assertEquals(known.value("bf.process"), diagnostics.get(Mack.PROCESS_ERROR), 0.5);
    assertClose(
        known.value("bf.parameter"), diagnostics.get(Mack.PARAMETER_ERROR), 2e-5, "parameter");
  }

  /** Without any decay of weights Cape Cod is the chain ladder, and so is its error. */
  @Test
  void thatOfCapeCodWithoutNeighboursIsThePublishedOneOfTheChainLadder() {
    Triangle taylorAshe =
        Figures.withIssued(
            KnownAnswers.of("taylor-ashe").triangle(), cohort -> BigDecimal.valueOf(9_000_000));

    assertEquals(
        KnownAnswers.of("alai-merz-wuthrich").value("ladder.error"),
        LADDER.forecast(PUBLISHED, Bound.NONE).total().standardError(),
        1);
    assertClose(
        KnownAnswers.of("taylor-ashe").value("odp.error"),
        LADDER.forecast(taylorAshe, Bound.NONE).total().standardError(),
        1e-5,
        "error");
  }

  /** The expected share is one for all cohorts, so its error does not average out. */
  @Test
  void theErrorOfTheExpectedShareIsAddedAsOneOfAllCohorts() {
    BornhuetterFerguson known = BornhuetterFerguson.of(1);
    Forecast plain = known.forecast(PUBLISHED, Bound.NONE);
    Forecast unsure = known.aprioriStandardError(0.05).forecast(PUBLISHED, Bound.NONE);

    double added = 0.05 * plain.total().outstanding();
    assertEquals(
        Math.hypot(plain.total().standardError(), added), unsure.total().standardError(), 1e-3);
    assertEquals("bf(apriori=1.0,apriori-se=0.05)", unsure.method());
    String refusal =
        assertThrows(IllegalArgumentException.class, () -> known.aprioriStandardError(-1))
            .getMessage();
    assertEquals(
        "Cannot make a Bornhuetter-Ferguson method: aprioriStandardError is -1.0, it must be a "
            + "number from 0. Give 0.02 where apriori may be 2 percent of issued value off.",
        refusal);
  }

  /** Increments from the model itself: what the error claims is what happens, within a fifth. */
  @Test
  void whatTheErrorsClaimIsWhatHappens() {
    List<ForecastMethod> methods =
        List.of(
            BornhuetterFerguson.of(0.8),
            BornhuetterFerguson.of(0.8).ratios(LinkRatios.volumeWeighted().last(5)),
            CapeCod.plain(),
            CapeCod.plain().decay(0.75),
            Additive.all(),
            Additive.all().last(6));
    for (ForecastMethod method : methods) {
      for (int periods : new int[] {1, 3, BackTest.ULTIMATE}) {
        double happened = 0;
        double claimed = 0;
        for (long seed = 0; seed < 400; seed++) {
          Triangle whole = Simulated.whole(seed, 10, 20);
          Forecast forecast = new Ahead(method, periods).forecast(Simulated.half(whole));
          double truth = 0;
          for (int i = 0; i < 10; i++) {
            int age = (int) Math.min(9, 9L - i + periods);
            truth += whole.cohorts().get(i).cells().get(age).redeemed().doubleValue();
          }
          happened += Math.pow(forecast.total().ultimate() - truth, 2);
          claimed += Math.pow(forecast.total().standardError(), 2);
        }
        assertEquals(1, happened / claimed, 0.2, method.name() + " at " + periods);
      }
    }
  }

  @Test
  void aTailIsTakenAsKnownAndThatIsSaid() {
    CapeCod plain = CapeCod.plain();
    Forecast without = plain.forecast(PUBLISHED, Bound.NONE);
    Forecast with = plain.tail(Tail.constant(1.05)).forecast(PUBLISHED, Bound.NONE);

    assertTrue(with.total().standardError() > without.total().standardError());
    assertTrue(with.notes().contains("standard errors take the tail factor as known"));
    assertTrue(without.notes().isEmpty());
  }

  @Test
  void whereThereIsNoAcceptedErrorItSaysWhyAndWhatHasOne() {
    String bootstrap = "; a bootstrap has the error of the chain ladder";
    BornhuetterFerguson plain = BornhuetterFerguson.of(0.9);
    LinkRatios ratios = LinkRatios.volumeWeighted();
    String other =
        "no standard error: there is no accepted one but on volume-weighted ratios, none of them "
            + "dropped for its size"
            + bootstrap;
    assertNoError(other, plain.ratios(LinkRatios.simple()));
    assertNoError(other, CapeCod.plain().ratios(ratios.dropHighest(1)));
    assertNoError(
        "no standard error: there is no accepted one where the tail replaces link ratios"
            + bootstrap,
        plain.tail(Tail.exponential().attachedAt(3)));
    assertNoError(
        "no standard error: the formulas for Benktander take link ratios and the variance of the "
            + "expected share as known"
            + bootstrap,
        Benktander.of(0.9));
    assertNoError(
        "no standard error: the naive rate has no model of how cohorts differ; a bootstrap has one",
        NaiveRate.olderThan(3));
    assertNoError(
        "no standard error: there is none for a tail of shares; without a tail there is one, and "
            + "a bootstrap has that of the chain ladder",
        Additive.all().tail(Tail.exponential()));
  }

  @Test
  void tooFewCellsHaveNoErrorAndSaySo() {
    Triangle two =
        Figures.withIssued(Figures.triangle("10 20", "10"), cohort -> BigDecimal.valueOf(30));

    assertEquals(
        List.of("no standard error: 3 cells for 3 parameters"),
        CapeCod.plain().forecast(two).notes());
    assertEquals(
        List.of("no standard error: too few cohorts to see how their shares vary"),
        Additive.all()
            .forecast(
                Figures.withIssued(
                    Figures.triangle("1 2 3", "1*"), cohort -> BigDecimal.valueOf(30)))
            .notes());
  }

  private static void assertNoError(String why, ForecastMethod method) {
    Forecast forecast = method.forecast(PUBLISHED);

    assertNull(forecast.total().standardError(), method.name());
    assertTrue(forecast.notes().contains(why), () -> method.name() + forecast.notes());
  }
}
