package org.athena.forecast;

import java.util.ArrayList;
import java.util.List;
import org.athena.breakage.CohortForecast;
import org.athena.breakage.Estimate;
import org.athena.breakage.Estimates;
import org.athena.breakage.Forecast;
import org.athena.breakage.ForecastMethod;
import org.athena.breakage.Triangle;

/**
 * A method asked for what will have been redeemed some periods on, as if that were the ultimate; so
 * the frame bounds and rounds it. Where the method says nothing of it, its bounded outstanding is
 * spread by {@link Emergence}, without an error.
 */
record Ahead(ForecastMethod method, int periods) implements ForecastMethod {

  @Override
  public String name() {
    return method.name();
  }

  @Override
  public Estimates estimate(Triangle triangle) {
    return periods == BackTest.ULTIMATE
        ? method.estimate(triangle)
        : method.estimateAfter(triangle, periods).orElseGet(() -> spread(triangle));
  }

  private Estimates spread(Triangle triangle) {
    Forecast forecast = method.forecast(triangle);
    Emergence emergence = Emergence.of(forecast.development(), triangle);
    List<Estimate> estimates = new ArrayList<>(triangle.cohorts().size());
    for (int i = 0; i < triangle.cohorts().size(); i++) {
      estimates.add(spread(triangle.cohorts().get(i), forecast.cohorts().get(i), emergence));
    }
    return Estimates.of(estimates);
  }

  private Estimate spread(Triangle.Cohort cohort, CohortForecast forecast, Emergence emergence) {
    int known = cohort.completeCells();
    Double ultimate = forecast.ultimate();
    if (ultimate == null || forecast.reason() != null) {
      String reason = forecast.reason();
      return Estimate.none(cohort.origin(), reason == null ? "not estimated" : reason);
    }
    if (known == 0) {
      return Estimate.none(cohort.origin(), "no complete age yet");
    }
    double seen = cohort.cells().get(known - 1).redeemed().doubleValue();
    double share = emergence.within(known - 1, periods);
    return Estimate.of(cohort.origin(), seen + (ultimate - seen) * share);
  }
}
