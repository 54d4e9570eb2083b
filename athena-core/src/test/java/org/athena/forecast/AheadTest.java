package org.athena.forecast;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.util.List;
import org.athena.breakage.Estimates;
import org.athena.breakage.ForecastMethod;
import org.athena.breakage.Triangle;
import org.junit.jupiter.api.Test;

/** What methods say of the next periods. */
class AheadTest {

  private static final Tail TAIL = Tail.exponential();

  private static final List<ForecastMethod> WITH_ERRORS =
      List.of(
          Mack.volumeWeighted(),
          OdpBootstrap.standard().draws(200),
          BornhuetterFerguson.of(0.8),
          CapeCod.plain().decay(0.9),
          CapeCod.plain().tail(TAIL),
          Additive.all(),
          Hazard.all(),
          Hazard.all().tail(TAIL),
          GrowthCurve.lognormal(),
          GrowthCurve.of(Curve.WEIBULL).form(GrowthCurve.Form.LDF));

  private static final List<ForecastMethod> WITHOUT =
      List.of(
          ChainLadder.volumeWeighted().tail(TAIL),
          ChainLadder.simple(),
          Mack.volumeWeighted().tail(TAIL),
          Benktander.of(0.8).tail(TAIL),
          Additive.all().tail(TAIL));

  private final Triangle triangle = Simulated.half(Simulated.whole(5, 12, 20));

  @Test
  void afterManyPeriodsIsTheUltimate() {
    for (ForecastMethod method :
        List.of(WITH_ERRORS, WITHOUT).stream().flatMap(List::stream).toList()) {
      Estimates all = method.estimate(triangle);
      Estimates many = method.estimateAfter(triangle, 2_000).orElseThrow();
      for (int i = 0; i < 12; i++) {
        double ultimate = all.cohorts().get(i).ultimate();
        assertEquals(1, many.cohorts().get(i).ultimate() / ultimate, 1e-9, method.name());
      }
    }
  }

  @Test
  void periodAfterPeriodMoreIsRedeemedAndTheErrorIsSaid() {
    for (ForecastMethod method : WITH_ERRORS) {
      double before = 0;
      for (int periods : new int[] {1, 3, 8}) {
        Estimates ahead = method.estimateAfter(triangle, periods).orElseThrow();
        double sum = ahead.cohorts().stream().mapToDouble(e -> e.ultimate()).sum();
        assertTrue(sum > before, method.name());
        assertNotNull(ahead.totalStandardError(), method.name());
        before = sum;
      }
    }
  }

  @Test
  void aCohortThatComesToAnEstimatedTailHasNoError() {
    for (ForecastMethod method : WITHOUT.subList(2, 5)) {
      Estimates one = method.estimateAfter(triangle, 1).orElseThrow();

      assertNull(one.cohorts().get(0).standardError(), method.name());
      assertNull(one.totalStandardError(), method.name());
      assertEquals(
          method instanceof Benktander,
          one.cohorts().get(5).standardError() == null,
          method.name());
    }
  }

  /** By hand: shares of what was issued and of what is left, an age at a time. */
  @Test
  void theNextAgeByHand() {
    Triangle small =
        Figures.withIssued(
            Figures.triangle("10 20 24", "10 22", "12"), cohort -> BigDecimal.valueOf(40));

    double share = 22 / 80.0;
    assertEquals(12 + 40 * share, next(Additive.all(), small), 1e-12);
    double hazard = 22 / 60.0;
    assertEquals(12 + 28 * hazard, next(Hazard.all(), small), 1e-12);
    double first = 42 / 20.0;
    double second = 24 / 20.0;
    assertEquals(
        0.5 * 40 * (1 / second - 1 / first / second) + 12,
        next(BornhuetterFerguson.of(0.5), small),
        1e-12);
  }

  /** What is left after two ages, by the hazards that the forecast shows. */
  @Test
  void twoAgesOnTheHazardLeavesWhatItsOwnHazardsLeave() {
    double[] hazards = Figures.factors(Hazard.all().forecast(triangle));
    Estimates ahead = Hazard.all().estimateAfter(triangle, 2).orElseThrow();
    for (int i = 3; i < 12; i++) {
      Triangle.Cell cell = triangle.cohorts().get(i).latest();
      double issued = cell.issued().doubleValue();
      double left =
          (issued - cell.redeemed().doubleValue())
              * (1 - hazards[cell.age()])
              * (1 - hazards[cell.age() + 1]);
      assertEquals(issued - left, ahead.cohorts().get(i).ultimate(), 1e-6 * issued);
    }
  }

  /** What the Weibull curve redeems in the next three ages, by its own parameters. */
  @Test
  void threeAgesOnTheGrowthCurveRedeemsWhatItsParametersSay() {
    GrowthCurve method = GrowthCurve.of(Curve.WEIBULL);
    var figures = method.forecast(triangle).diagnostics();
    double scale = figures.get(GrowthCurve.SCALE);
    double shape = figures.get(GrowthCurve.SHAPE);
    Estimates ahead = method.estimateAfter(triangle, 3).orElseThrow();
    for (int i = 0; i < 12; i++) {
      Triangle.Cell cell = triangle.cohorts().get(i).latest();
      double issued = cell.issued().doubleValue();
      double before = Math.exp(-Math.pow((cell.age() + 0.5) / scale, shape));
      double after = Math.exp(-Math.pow((cell.age() + 3.5) / scale, shape));
      double redeemed =
          cell.redeemed().doubleValue() + figures.get(GrowthCurve.ELR) * issued * (before - after);
      assertEquals(redeemed, ahead.cohorts().get(i).ultimate(), 1e-6 * issued);
    }
  }

  private static double next(ForecastMethod method, Triangle triangle) {
    return method.estimateAfter(triangle, 1).orElseThrow().cohorts().get(2).ultimate();
  }

  @Test
  void aCohortWithoutACompleteAgeIsLeftOut() {
    Triangle fresh =
        Figures.withIssued(
            Figures.triangle("10 20 24 25", "10 22 23", "12 19", "3", "1*"),
            cohort -> BigDecimal.valueOf(40));
    for (ForecastMethod method : WITH_ERRORS) {
      assertEquals(
          "no complete age yet",
          method.estimateAfter(fresh, 1).orElseThrow().cohorts().get(4).reason(),
          method.name());
    }
  }

  @Test
  void theBackTestCountsTheirIntervalsAtEveryDistance() {
    Triangle half = Simulated.half(Simulated.whole(8, 26, 20));
    BackTestReport report =
        new BackTest(WITH_ERRORS, List.of(1, 3, 12), null).rolledBack(half, 1, 13);

    for (ForecastMethod method : WITH_ERRORS) {
      for (int periods : new int[] {1, 3, 12}) {
        Score score = report.score(method.name(), periods).orElseThrow();
        assertTrue(score.cohorts() > 0, method.name());
        assertTrue(score.coverages().get(2).of() > 0, method.name() + periods);
      }
    }
  }
}
