package org.athena.breakage;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a method says of one cohort, before any bound: its ultimate redemption, or why there is
 * none.
 *
 * @units money in the segment's currency, unrounded
 * @param origin the cohort's label
 * @param ultimate the ultimate redemption, or null where it cannot be estimated
 * @param reason why it cannot be estimated, or null where it is
 * @param standardError the standard error of the ultimate, or null where the method has none
 * @param tailShare the share of the ultimate that lies beyond the last age seen, or null
 * @param predictive the distribution of the ultimate, or null where the method has none
 * @param diagnostics further figures by name, in order
 */
public record Estimate(
    String origin,
    @Nullable Double ultimate,
    @Nullable String reason,
    @Nullable Double standardError,
    @Nullable Double tailShare,
    @Nullable Predictive predictive,
    Map<String, Double> diagnostics) {

  /** Checks that there is an ultimate or a reason, and that all figures are finite. */
  public Estimate {
    if ((ultimate == null) == (reason == null)) {
      throw new IllegalArgumentException(
          "Cannot make the estimate of cohort %s: ultimate is %s and reason is %s. "
                  .formatted(origin, ultimate, reason)
              + "Give one of the two.");
    }
    if (Finite.odd(ultimate)
        || Finite.odd(standardError)
        || Finite.odd(tailShare)
        || Finite.odd(diagnostics)) {
      String owner = "the estimate of cohort " + origin;
      Finite.require(owner, "ultimate", ultimate);
      Finite.requireError(owner, "standard error", standardError);
      Finite.require(owner, "tail share", tailShare);
      diagnostics = Finite.copy(owner, diagnostics);
    }
    diagnostics = Finite.copy(diagnostics);
  }

  /** An estimate without an error. */
  public static Estimate of(String origin, double ultimate) {
    return new Estimate(origin, ultimate, null, null, null, null, Map.of());
  }

  /** A cohort that cannot be estimated. */
  public static Estimate none(String origin, String reason) {
    return new Estimate(origin, null, reason, null, null, null, Map.of());
  }

  /** Whether there is an ultimate. */
  public boolean estimated() {
    return ultimate != null;
  }

  /** This estimate with a standard error of the ultimate. */
  public Estimate withStandardError(double error) {
    return new Estimate(origin, ultimate, reason, error, tailShare, predictive, diagnostics);
  }

  /** This estimate with the tail's share of the ultimate, a fraction. */
  public Estimate withTailShare(double share) {
    return new Estimate(origin, ultimate, reason, standardError, share, predictive, diagnostics);
  }

  /** This estimate with a distribution of the ultimate. */
  public Estimate withPredictive(Predictive distribution) {
    return new Estimate(
        origin, ultimate, reason, standardError, tailShare, distribution, diagnostics);
  }

  /** This estimate with one further named figure. */
  public Estimate with(String name, double value) {
    Map<String, Double> more = Finite.plus(diagnostics, name, value);
    return new Estimate(origin, ultimate, reason, standardError, tailShare, predictive, more);
  }
}
