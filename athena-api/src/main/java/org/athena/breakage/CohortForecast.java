package org.athena.breakage;

import java.math.BigDecimal;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The forecast of one cohort: what was seen and what it is expected to come to.
 *
 * @units money in the segment's currency; what was seen is exact, estimates are unrounded
 * @param origin the cohort's label
 * @param age the last age seen, as the triangle labels it
 * @param issued what was issued, or null where the triangle does not say
 * @param latest what was redeemed as seen at the as-of, in an incomplete age too
 * @param ultimate the ultimate redemption, or null where it is not estimated
 * @param standardError the standard error of the ultimate, or null
 * @param tailShare the share of the ultimate that lies beyond the last age of the triangle, or null
 * @param bound what holds the ultimate
 * @param bounded whether the frame moved the method's figure to a bound
 * @param reason why the cohort is not estimated, or null where it is
 * @param predictive the method's distribution of the ultimate, or null
 * @param diagnostics further figures of the method by name
 */
public record CohortForecast(
    String origin,
    int age,
    @Nullable BigDecimal issued,
    BigDecimal latest,
    @Nullable Double ultimate,
    @Nullable Double standardError,
    @Nullable Double tailShare,
    Bound bound,
    boolean bounded,
    @Nullable String reason,
    @Nullable Predictive predictive,
    Map<String, Double> diagnostics) {

  /** Checks that all figures are finite. */
  public CohortForecast {
    if (Finite.odd(ultimate)
        || Finite.odd(standardError)
        || Finite.odd(tailShare)
        || Finite.odd(diagnostics)) {
      String owner = "the forecast of cohort " + origin;
      Finite.require(owner, "ultimate", ultimate);
      Finite.requireError(owner, "standard error", standardError);
      Finite.require(owner, "tail share", tailShare);
      diagnostics = Finite.copy(owner, diagnostics);
    }
    diagnostics = Finite.copy(diagnostics);
  }

  /** Whether the cohort has an ultimate. */
  public boolean estimated() {
    return ultimate != null;
  }

  /** What is still to be redeemed: ultimate less latest, or null where not estimated. */
  public @Nullable Double outstanding() {
    return ultimate == null ? null : ultimate - latest.doubleValue();
  }

  /** What will never be redeemed: issued less ultimate, or null where either is not known. */
  public @Nullable Double breakage() {
    return ultimate == null || issued == null ? null : issued.doubleValue() - ultimate;
  }

  /**
   * Breakage as a share of what was issued.
   *
   * @units fraction
   * @return null where either is not known or nothing was issued
   */
  public @Nullable Double breakageRate() {
    Double breakage = breakage();
    return breakage == null || issued == null || issued.signum() == 0
        ? null
        : breakage / issued.doubleValue();
  }

  /**
   * Where the ultimate lies with the given probability: by the method's distribution, else by a
   * lognormal for what is outstanding; cut off at what was seen and, when bounded, at what was
   * issued.
   *
   * @param level the probability, for instance 0.95
   * @return empty where the cohort is not estimated or has no standard error
   * @throws IllegalArgumentException if the level is not between 0 and 1
   */
  public Optional<Interval> interval(double level) {
    if (ultimate == null) {
      return Optional.empty();
    }
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
