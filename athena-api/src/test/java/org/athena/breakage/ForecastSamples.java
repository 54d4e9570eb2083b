package org.athena.breakage;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Small triangles and a method with given figures. */
final class ForecastSamples {

  private ForecastSamples() {}

  /** A cohort of one cell. */
  static Triangle.Cohort cohort(
      String origin, @Nullable String issued, String redeemed, boolean complete) {
    BigDecimal value = issued == null ? null : new BigDecimal(issued);
    return new Triangle.Cohort(
        origin,
        List.of(
            new Triangle.Cell(
                0, value, new BigDecimal(redeemed), BigDecimal.ZERO, 0, 0, complete)));
  }

  static Triangle triangle(Triangle.Cohort... cohorts) {
    return new Triangle(Segment.ALL, List.of(cohorts));
  }

  static Triangle triangle(String currency, String program, Triangle.Cohort... cohorts) {
    return new Triangle(new Segment(currency, Map.of("program", program)), List.of(cohorts));
  }

  /** A method that gives these ultimates; NaN stands for a cohort that is not estimated. */
  static ForecastMethod method(double... ultimates) {
    return withError(null, ultimates);
  }

  /** A method that gives these ultimates, each and in total with one standard error. */
  static ForecastMethod withError(@Nullable Double error, double... ultimates) {
    return new ForecastMethod() {
      @Override
      public String name() {
        return "given";
      }

      @Override
      public Estimates estimate(Triangle triangle) {
        List<Estimate> estimates = new ArrayList<>();
        for (int i = 0; i < ultimates.length; i++) {
          String origin = triangle.cohorts().get(i).origin();
          Estimate estimate =
              Double.isNaN(ultimates[i])
                  ? Estimate.none(origin, "too young")
                  : Estimate.of(origin, ultimates[i]).withTailShare(0.1);
          estimates.add(error == null ? estimate : estimate.withStandardError(error));
        }
        Estimates all = Estimates.of(estimates);
        return error == null ? all : all.withTotalStandardError(error);
      }
    };
  }
}
