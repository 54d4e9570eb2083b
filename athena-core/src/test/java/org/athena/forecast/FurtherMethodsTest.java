package org.athena.forecast;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.athena.breakage.Bound;
import org.athena.breakage.CohortForecast;
import org.athena.breakage.Forecast;
import org.athena.breakage.ForecastAmounts;
import org.athena.breakage.ForecastMethod;
import org.athena.breakage.Segment;
import org.athena.breakage.Triangle;
import org.junit.jupiter.api.Test;

/** What holds of every method whatever the triangle. */
class FurtherMethodsTest {

  private static final List<ForecastMethod> ALIKE =
      List.of(
          BornhuetterFerguson.of(0.88).tail(Tail.constant(1.02)),
          Benktander.of(0.9).times(3),
          CapeCod.plain().tail(Tail.inversePower()),
          Additive.all().tail(Tail.exponential()),
          Hazard.all().tail(Tail.inversePower()),
          GrowthCurve.lognormal(),
          GrowthCurve.of(Curve.WEIBULL).form(GrowthCurve.Form.LDF));

  private static final List<ForecastMethod> METHODS = new ArrayList<>(ALIKE);

  static {
    METHODS.add(BornhuetterFerguson.of(0).ratios(LinkRatios.simple().last(2)));
    METHODS.add(CapeCod.plain().trend(0.05).decay(0.75).tail(Tail.weibull()));
    METHODS.add(CapeCod.plain().decay(0));
    METHODS.add(Additive.all().last(2));
    METHODS.add(Hazard.all().last(3).tail(Tail.exponential()));
    METHODS.add(GrowthCurve.of(Curve.LOG_LOGISTIC).until(24));
    METHODS.add(ChainLadder.simple().tail(Tail.bondy().from(0)));
    METHODS.add(ChainLadder.volumeWeighted().tail(Tail.weibull().attachedAt(1)));
  }

  @Test
  void bornhuetterFergusonLiesBetweenTheChainLadderAndTheExpected() {
    for (long seed = 0; seed < 30; seed++) {
      Triangle triangle = random(seed, 10);
      Forecast bf = BornhuetterFerguson.of(0.7).forecast(triangle, Bound.NONE);
      Forecast ladder = ChainLadder.volumeWeighted().forecast(triangle, Bound.NONE);
      for (int i = 0; i < 10; i++) {
        double own = ladder.cohorts().get(i).ultimate();
        double expected = 0.7 * bf.cohorts().get(i).issued().doubleValue();
        double ultimate = bf.cohorts().get(i).ultimate();
        assertTrue(ultimate >= Math.min(own, expected) - 1e-9);
        assertTrue(ultimate <= Math.max(own, expected) + 1e-9);
      }
    }
  }

  @Test
  void benktanderRunsFromBornhuetterFergusonToTheChainLadder() {
    Triangle triangle = random(3, 10);
    LinkRatios ratios = LinkRatios.simple().last(4);
    Tail tail = Tail.constant(1.02);

    Forecast once = Benktander.of(0.8).times(1).ratios(ratios).tail(tail).forecast(triangle);
    Forecast often = Benktander.of(0.8).times(5000).ratios(ratios).tail(tail).forecast(triangle);

    assertSame(BornhuetterFerguson.of(0.8).ratios(ratios).tail(tail).forecast(triangle), once);
    assertSame(new ChainLadder(ratios, tail).forecast(triangle), often);
  }

  @Test
  void capeCodWithoutWeightForOthersIsTheChainLadder() {
    Triangle triangle = random(5, 10);

    Forecast alone = CapeCod.plain().decay(0).tail(Tail.constant(1.02)).forecast(triangle);
    Forecast nearly = CapeCod.plain().decay(1e-12).tail(Tail.constant(1.02)).forecast(triangle);

    Forecast ladder = ChainLadder.volumeWeighted().tail(Tail.constant(1.02)).forecast(triangle);
    assertSame(ladder, alone);
    assertSame(ladder, nearly);
  }

  @Test
  void theHazardIsWithinWhatWasIssuedWithoutTheFrame() {
    for (long seed = 0; seed < 30; seed++) {
      Triangle triangle = random(seed, 10);
      for (Hazard method : List.of(Hazard.all(), Hazard.all().tail(Tail.exponential()))) {
        for (CohortForecast cohort : method.forecast(triangle, Bound.NONE).cohorts()) {
          assertTrue(cohort.ultimate() <= cohort.issued().doubleValue() * (1 + 1e-12));
        }
      }
    }
  }

  @Test
  void nothingIsAboveIssuedAndThePartsAddUp() {
    for (long seed = 0; seed < 20; seed++) {
      Triangle triangle = random(seed, 10);
      for (ForecastMethod method : METHODS) {
        Forecast forecast = method.forecast(triangle);
        for (CohortForecast cohort : forecast.cohorts()) {
          assertTrue(cohort.ultimate() <= cohort.issued().doubleValue(), method.name());
          assertTrue(cohort.breakage() >= 0, method.name());
        }
        ForecastAmounts amounts = forecast.rounded(2);
        BigDecimal sum =
            amounts.cohorts().stream()
                .map(ForecastAmounts.Line::ultimate)
                .reduce(BigDecimal.ZERO, BigDecimal::add);
        assertEquals(amounts.total().ultimate(), sum, method.name());
      }
    }
  }

  @Test
  void theOrderOfCohortsChangesNothingWhereAllCountAlike() {
    Triangle triangle = random(11, 12);
    for (ForecastMethod method : ALIKE) {
      Forecast forward = method.forecast(triangle);
      Forecast backward = method.forecast(Figures.reversed(triangle));
      for (int i = 0; i < 12; i++) {
        double ultimate = backward.cohorts().get(11 - i).ultimate();
        assertEquals(1, forward.cohorts().get(i).ultimate() / ultimate, 1e-8, method.name());
      }
    }
  }

  @Test
  void aThousandTimesTheMoneyIsAThousandTimesTheForecast() {
    Triangle triangle = random(13, 12);
    Triangle larger = Figures.scaled(triangle, new BigDecimal("1000"));
    for (ForecastMethod method : METHODS) {
      Forecast one = method.forecast(triangle);
      Forecast thousand = method.forecast(larger);
      for (int i = 0; i < 12; i++) {
        double ultimate = thousand.cohorts().get(i).ultimate();
        assertEquals(1, ultimate / one.cohorts().get(i).ultimate() / 1000, 1e-8, method.name());
      }
      if (one.total().standardError() != null) {
        double error = thousand.total().standardError() / one.total().standardError();
        assertEquals(1, error / 1000, 1e-5, method.name());
      }
    }
  }

  @Test
  void hostileTrianglesGiveFiniteFiguresOrReasons() {
    for (Triangle triangle : HostileTriangles.all()) {
      for (ForecastMethod method : METHODS) {
        for (Bound bound : Bound.values()) {
          Forecast forecast = method.forecast(triangle, bound);
          for (CohortForecast cohort : forecast.cohorts()) {
            assertTrue((cohort.ultimate() == null) != (cohort.reason() == null), method.name());
            cohort.interval(0.95);
          }
          forecast.total().interval(0.95);
          assertTrue(forecast.toString().contains("total"), method.name());
        }
      }
    }
  }

  @Test
  void withoutIssuedValueTheyRefuseWithTheWayOut() {
    Triangle without = Figures.triangle("1 2 3", "1 2", "1");
    int refused = 0;
    for (ForecastMethod method : METHODS) {
      boolean needs =
          !(method instanceof ChainLadder)
              && !(method instanceof GrowthCurve g && g.form() == GrowthCurve.Form.LDF);
      if (needs) {
        var e = assertThrows(IllegalArgumentException.class, () -> method.estimate(without));
        assertTrue(
            e.getMessage()
                .endsWith(
                    ": issued of cohort c0 is absent. "
                        + "Give a triangle with issued values, or use the chain ladder."),
            e.getMessage());
        refused++;
      } else {
        assertFalse(method.forecast(without).cohorts().isEmpty());
      }
    }
    assertEquals(12, refused);
  }

  @Test
  void refuseParametersThatMeanNothing() {
    assertEquals(
        "Cannot make a Bornhuetter-Ferguson method: apriori is -0.1, it must be a number from 0. "
            + "Give 0.88 for 88 percent of issued value.",
        assertThrows(IllegalArgumentException.class, () -> BornhuetterFerguson.of(-0.1))
            .getMessage());
    assertThrows(IllegalArgumentException.class, () -> Benktander.of(Double.NaN));
    assertThrows(IllegalArgumentException.class, () -> Benktander.of(0.9).times(0));
    assertThrows(IllegalArgumentException.class, () -> CapeCod.plain().decay(1.1));
    assertThrows(IllegalArgumentException.class, () -> CapeCod.plain().trend(-1));
    assertEquals(
        "benktander(apriori=0.9,n=2,average=simple,tail=bondy)",
        Benktander.of(0.9).ratios(LinkRatios.simple()).tail(Tail.bondy()).name());
    assertEquals(
        "additive(last=3,tail=exponential)",
        Additive.all().last(3).tail(Tail.exponential()).name());
  }

  private static void assertSame(Forecast expected, Forecast actual) {
    KnownAnswers.assertClose(
        Figures.ultimates(expected), Figures.ultimates(actual), 1e-9, "ultimate");
    assertEquals(expected.total().tailShare(), actual.total().tailShare(), 1e-9);
  }

  /** Cohorts whose redemptions rise ever slower towards at most what was issued. */
  static Triangle random(long seed, int size) {
    Random random = new Random(seed);
    List<Triangle.Cohort> cohorts = new ArrayList<>();
    for (int i = 0; i < size; i++) {
      long issued = 100_000L + random.nextInt(900_000);
      long open = issued;
      List<Triangle.Cell> cells = new ArrayList<>();
      for (int k = 0; k < size - i; k++) {
        open -= (long) (open * random.nextDouble() * 0.6 / (1 + k));
        BigDecimal redeemed = BigDecimal.valueOf(issued - open, 2);
        cells.add(Triangle.Cell.of(k, BigDecimal.valueOf(issued, 2), redeemed));
      }
      cohorts.add(new Triangle.Cohort("c" + i, cells));
    }
    return new Triangle(Segment.ALL, cohorts);
  }
}
