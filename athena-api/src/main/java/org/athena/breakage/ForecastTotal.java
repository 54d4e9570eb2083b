package org.athena.breakage;

import java.math.BigDecimal;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The sum of a forecast over its estimated cohorts, and apart from it what was seen of the others.
 *
 * @units money in the segment's currency; what was seen is exact, estimates are unrounded
 * @param estimated how many cohorts are in the sum
 * @param issued what was issued to them, or null where the triangle does not say for all
 * @param latest what they redeemed as seen at the as-of
 * @param ultimate the sum of their ultimates
 * @param standardError the standard error of the ultimate, or null
 * @param tailShare the share of the ultimate beyond the last age of the triangle, or null
 * @param bound what holds the ultimates
 * @param predictive the method's distribution of the ultimate, or null
 * @param notEstimated how many cohorts are not in the sum
 * @param issuedNotEstimated what was issued to those, or null where the triangle does not say
 * @param latestNotEstimated what those redeemed as seen at the as-of
 */
public record ForecastTotal(
    int estimated,
    @Nullable BigDecimal issued,
    BigDecimal latest,
    double ultimate,
    @Nullable Double standardError,
    @Nullable Double tailShare,
    Bound bound,
    @Nullable Predictive predictive,
    int notEstimated,
    @Nullable BigDecimal issuedNotEstimated,
    BigDecimal latestNotEstimated) {

  /** Checks that all figures are finite. */
  public ForecastTotal {
    Finite.require("a total", "ultimate", ultimate);
    Finite.requireError("a total", "standard error", standardError);
    Finite.require("a total", "tail share", tailShare);
  }

  /** What is still to be redeemed: ultimate less latest. */
  public double outstanding() {
    return ultimate - latest.doubleValue();
  }

  /** What will never be redeemed: issued less ultimate, or null where issued is not known. */
  public @Nullable Double breakage() {
    return issued == null ? null : issued.doubleValue() - ultimate;
  }

  /**
   * Breakage as a share of what was issued.
   *
   * @units fraction
   * @return null where issued is not known or nothing was issued
   */
  public @Nullable Double breakageRate() {
    return issued == null || issued.signum() == 0
        ? null
        : (Double) ((issued.doubleValue() - ultimate) / issued.doubleValue());
  }

  /**
   * Where the ultimate lies with the given probability, as {@link CohortForecast#interval}.
   *
   * @param level the probability, for instance 0.95
   * @return empty where there is no standard error
   * @throws IllegalArgumentException if the level is not between 0 and 1
   */
  public Optional<Interval> interval(double level) {
    Double upper =
        bound == Bound.NONE || issued == null ? null : (Double) issued.max(latest).doubleValue();
    return new Spread(latest.doubleValue(), ultimate, standardError, predictive, upper)
        .interval(level);
  }

  /** Where breakage lies with the given probability: issued less {@link #interval}. */
  public Optional<Interval> breakageInterval(double level) {
    if (issued == null) {
      return Optional.empty();
    }
    double value = issued.doubleValue();
    return interval(level).map(i -> new Interval(value - i.high(), value - i.low()));
  }
}
