package org.athena.breakage;

import static org.athena.breakage.ForecastSamples.cohort;
import static org.athena.breakage.ForecastSamples.method;
import static org.athena.breakage.ForecastSamples.triangle;
import static org.athena.breakage.ForecastSamples.withError;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ForecastIntervalTest {

  /**
   * 20 outstanding with s.e. 5: sigma squared is ln(1 + 1/16), the quantile of 0.975 is 1.95996.
   */
  @Test
  void takesWhatIsOutstandingAsLognormal() {
    Forecast forecast = withError(5.0, 90).forecast(triangle(cohort("a", "200", "70", true)));
    double sigma = Math.sqrt(Math.log(1 + 1 / 16.0));
    double z = 1.959963984540054;

    Interval interval = forecast.cohorts().get(0).interval(0.95).orElseThrow();

    assertEquals(70 + 20 * Math.exp(-z * sigma - sigma * sigma / 2), interval.low(), 1e-9);
    assertEquals(70 + 20 * Math.exp(z * sigma - sigma * sigma / 2), interval.high(), 1e-9);
    assertEquals(interval, forecast.total().interval(0.95).orElseThrow());
    Interval breakage = forecast.cohorts().get(0).breakageInterval(0.95).orElseThrow();
    assertEquals(new Interval(200 - interval.high(), 200 - interval.low()), breakage);
  }

  @Test
  void isCutOffAtWhatWasIssuedUnlessLifted() {
    Triangle triangle = triangle(cohort("a", "100", "70", true));
    ForecastMethod method = withError(40.0, 90);

    Interval bounded = method.forecast(triangle).total().interval(0.95).orElseThrow();
    Interval lifted = method.forecast(triangle, Bound.NONE).total().interval(0.95).orElseThrow();

    assertEquals(100, bounded.high());
    assertTrue(lifted.high() > 100);
    assertTrue(bounded.low() >= 70);
  }

  @Test
  void anErrorOfZeroIsAPoint() {
    Forecast forecast = withError(0.0, 90).forecast(triangle(cohort("a", "100", "70", true)));

    assertEquals(Optional.of(new Interval(90, 90)), forecast.total().interval(0.8));
  }

  @Test
  void withNothingOutstandingTheUltimateIsTakenAsNormalAboveWhatWasSeen() {
    Forecast forecast = withError(5.0, 70).forecast(triangle(cohort("a", "100", "70", true)));

    Interval interval = forecast.total().interval(0.95).orElseThrow();
    assertEquals(70, interval.low());
    assertEquals(70 + 5 * 1.959963984540054, interval.high(), 1e-12);
  }

  @Test
  void thereIsNoneWithoutAnErrorOrAnEstimate() {
    Triangle triangle = triangle(cohort("a", "100", "70", true));

    assertEquals(Optional.empty(), method(90).forecast(triangle).total().interval(0.95));
    assertEquals(
        Optional.empty(), method(Double.NaN).forecast(triangle).cohorts().get(0).interval(0.95));
  }

  @Test
  void theMethodsOwnDistributionComesFirst() {
    ForecastMethod uniform =
        new ForecastMethod() {
          @Override
          public String name() {
            return "uniform";
          }

          @Override
          public Estimates estimate(Triangle triangle) {
            Estimate estimate = Estimate.of("a", 80).withPredictive(p -> 60 + 40 * p);
            return Estimates.of(List.of(estimate)).withTotalPredictive(p -> 60 + 40 * p);
          }
        };

    Forecast forecast = uniform.forecast(triangle(cohort("a", "95", "70", true)));

    assertEquals(Optional.of(new Interval(70, 95)), forecast.total().interval(0.9));
    assertEquals(Optional.of(new Interval(75, 85)), forecast.cohorts().get(0).interval(0.25));
  }

  @Test
  void refusesALevelThatIsNotAShare() {
    Forecast forecast = withError(5.0, 90).forecast(triangle(cohort("a", "100", "70", true)));

    var e = assertThrows(IllegalArgumentException.class, () -> forecast.total().interval(95));
    assertEquals(
        "Cannot give an interval: level is 95.0, it must lie between 0 and 1. Give 0.95 for 95 %.",
        e.getMessage());
  }
}
