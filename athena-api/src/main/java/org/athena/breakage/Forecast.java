package org.athena.breakage;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What the cohorts of a triangle are expected to redeem in the end, and what of it is breakage.
 *
 * @shape one line per cohort of the triangle, in its order
 * @units money in the segment's currency; estimates are unrounded until {@link #rounded}
 * @param segment what the forecast is about
 * @param method the name of the method with its parameters
 * @param bound what holds the ultimates
 * @param cohorts the cohorts
 * @param total the sum over the estimated cohorts
 * @param development the development pattern, or null where the method has none
 * @param diagnostics further figures of the method by name
 * @param notes what a reader should know
 */
public record Forecast(
    Segment segment,
    String method,
    Bound bound,
    List<CohortForecast> cohorts,
    ForecastTotal total,
    @Nullable Development development,
    Map<String, Double> diagnostics,
    List<String> notes) {

  /** Keeps its own copies and checks that all figures are finite. */
  public Forecast {
    cohorts = List.copyOf(cohorts);
    diagnostics = Finite.copy("a forecast", diagnostics);
    notes = List.copyOf(notes);
  }

  /**
   * The forecast as money: the total rounded half-even once, the cohorts adding up to it.
   *
   * @param scale decimals, as {@link java.math.BigDecimal#scale()}
   * @throws IllegalArgumentException if what was issued or redeemed has more decimals
   */
  public ForecastAmounts rounded(int scale) {
    return ForecastAmounts.of(this, scale);
  }

  /** A table for people: a line per cohort, the total, what is not estimated, the notes. */
  @Override
  public String toString() {
    return ForecastTable.of(this);
  }
}
