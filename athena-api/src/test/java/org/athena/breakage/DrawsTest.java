package org.athena.breakage;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class DrawsTest {

  @Test
  void tellsMeanDeviationAndQuantiles() {
    Draws draws = Draws.of(4, 1, 3, 2);

    assertEquals(2.5, draws.mean());
    assertEquals(Math.sqrt(5 / 3.0), draws.standardDeviation(), 1e-15);
    assertEquals(1, draws.quantile(0));
    assertEquals(2.5, draws.quantile(0.5));
    assertEquals(3.25, draws.quantile(0.75));
    assertEquals(4, draws.quantile(1));
    assertEquals(4, draws.value(0));
    assertEquals(0, Draws.of(7).standardDeviation());
  }

  @Test
  void addsDrawByDraw() {
    assertEquals(Draws.of(11, 22), Draws.of(1, 2).plus(Draws.of(10, 20)));
    assertNotEquals(Draws.of(22, 11), Draws.of(1, 2).plus(Draws.of(10, 20)));
    assertEquals(
        "Cannot add draws: there are 1 and 2. Draw them together.",
        refusal(() -> Draws.of(1).plus(Draws.of(1, 2))));
  }

  @Test
  void isHeldWithinBounds() {
    Draws draws = Draws.of(1, 5, 9);

    assertEquals(Draws.of(2, 5, 8), draws.within(2, 8));
    assertSame(draws, draws.within(1, 9));
  }

  @Test
  void refusesWhatIsNoDistribution() {
    assertEquals("Cannot make draws: there are 0. Give one at least.", refusal(() -> Draws.of()));
    assertEquals(
        "Cannot make draws: draw 1 is NaN, it must be a finite number.",
        refusal(() -> Draws.of(1, Double.NaN)));
    assertEquals(
        "Cannot give a quantile of draws: probability is 1.5, it must lie between 0 and 1.",
        refusal(() -> Draws.of(1).quantile(1.5)));
  }

  @Test
  void theFrameBoundsEachDrawAndAddsThemAgain() {
    Triangle triangle =
        ForecastSamples.triangle(
            ForecastSamples.cohort("a", "100", "70", true),
            ForecastSamples.cohort("b", "100", "80", false),
            ForecastSamples.cohort("c", "0", "5", true));
    ForecastMethod method = drawn(Draws.of(80, 120, 90), Draws.of(70, 90, 100), Draws.of(7, 7, 7));

    Forecast forecast = method.forecast(triangle);
    Forecast lifted = method.forecast(triangle, Bound.NONE);

    assertEquals(Draws.of(80, 100, 90), forecast.cohorts().get(0).predictive());
    assertEquals(10, forecast.cohorts().get(0).standardError());
    assertEquals(Draws.of(80, 90, 100), forecast.cohorts().get(1).predictive());
    assertEquals(Draws.of(165, 195, 195), forecast.total().predictive());
    assertEquals(Math.sqrt(300), forecast.total().standardError(), 1e-12);
    assertEquals(Draws.of(80, 120, 90), lifted.cohorts().get(0).predictive());
  }

  private static ForecastMethod drawn(Draws... draws) {
    return new ForecastMethod() {
      @Override
      public String name() {
        return "drawn";
      }

      @Override
      public Estimates estimate(Triangle triangle) {
        List<Estimate> estimates = new ArrayList<>();
        Draws sum = draws[0];
        for (int i = 0; i < draws.length; i++) {
          String origin = triangle.cohorts().get(i).origin();
          estimates.add(
              Estimate.of(origin, draws[i].mean())
                  .withPredictive(draws[i])
                  .withStandardError(draws[i].standardDeviation()));
          sum = i == 0 ? sum : sum.plus(draws[i]);
        }
        return Estimates.of(estimates)
            .withTotalPredictive(sum)
            .withTotalStandardError(sum.standardDeviation());
      }
    };
  }

  private static String refusal(org.junit.jupiter.api.function.Executable call) {
    return assertThrows(IllegalArgumentException.class, call).getMessage();
  }
}
