package org.athena.breakage;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A forecast as money: the total of the ultimates is rounded once and the cohorts add up to it.
 *
 * @units money in the segment's currency, at one scale
 * @shape one line per cohort, in the order of the forecast
 * @param cohorts the cohorts
 * @param total the sum over the estimated cohorts
 */
public record ForecastAmounts(List<Line> cohorts, Line total) {

  /**
   * One line of money.
   *
   * @param origin the cohort's label, or "total"
   * @param issued what was issued, or null where the triangle does not say
   * @param latest what was redeemed as seen at the as-of
   * @param ultimate the ultimate redemption, or null where it is not estimated
   */
  public record Line(
      String origin,
      @Nullable BigDecimal issued,
      BigDecimal latest,
      @Nullable BigDecimal ultimate) {

    /** Ultimate less latest, or null where not estimated. */
    public @Nullable BigDecimal outstanding() {
      return ultimate == null ? null : ultimate.subtract(latest);
    }

    /** Issued less ultimate, or null where either is not known. */
    public @Nullable BigDecimal breakage() {
      return ultimate == null || issued == null ? null : issued.subtract(ultimate);
    }
  }

  /** Keeps its own copy of the lines. */
  public ForecastAmounts {
    cohorts = List.copyOf(cohorts);
  }

  static ForecastAmounts of(Forecast forecast, int scale) {
    List<Double> ultimates = new ArrayList<>();
    for (CohortForecast cohort : forecast.cohorts()) {
      if (cohort.ultimate() != null) {
        ultimates.add(cohort.ultimate());
      }
    }
    LargestRemainder rounded = LargestRemainder.of(ultimates, scale);

    List<Line> lines = new ArrayList<>(forecast.cohorts().size());
    int next = 0;
    for (CohortForecast cohort : forecast.cohorts()) {
      BigDecimal ultimate = cohort.ultimate() == null ? null : rounded.parts().get(next++);
      String origin = cohort.origin();
      BigDecimal issued = atScale(origin, "issued", cohort.issued(), scale);
      BigDecimal latest = seenAtScale(origin, "latest", cohort.latest(), scale);
      lines.add(new Line(origin, issued, latest, ultimate));
    }
    ForecastTotal total = forecast.total();
    BigDecimal issued = atScale("total", "issued", total.issued(), scale);
    BigDecimal latest = seenAtScale("total", "latest", total.latest(), scale);
    return new ForecastAmounts(lines, new Line("total", issued, latest, rounded.total()));
  }

  private static @Nullable BigDecimal atScale(
      String origin, String name, @Nullable BigDecimal seen, int scale) {
    return seen == null ? null : seenAtScale(origin, name, seen, scale);
  }

  private static BigDecimal seenAtScale(String origin, String name, BigDecimal seen, int scale) {
    if (seen.stripTrailingZeros().scale() > scale) {
      throw new IllegalArgumentException(
          "Cannot give the forecast at %d decimals: %s of %s is %s. Use %d decimals or more."
              .formatted(scale, name, origin, seen, seen.stripTrailingZeros().scale()));
    }
    return seen.setScale(scale);
  }
}
