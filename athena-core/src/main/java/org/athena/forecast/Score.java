package org.athena.forecast;

import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How well one method did at one distance: what it expected to be redeemed after the origins, and
 * what was.
 *
 * @units money in the currency of the triangles, rounded to its decimals for each origin
 * @param method the method's name with its parameters
 * @param periods how many periods after the origin, or {@link BackTest#ULTIMATE}
 * @param origins the origins that had anything to compare
 * @param cohorts how many estimates were compared, over all origins
 * @param missing how many cohorts had an outcome and no estimate
 * @param expected what was expected of the compared cohorts after the origin
 * @param actual what was redeemed by them; at the ultimate, what is thought of it at the latest
 *     view
 * @param absolute the sum of the errors of single cohorts without their signs
 * @param coverages how often intervals held the outcome, by rising level
 */
public record Score(
    String method,
    int periods,
    int origins,
    int cohorts,
    int missing,
    BigDecimal expected,
    BigDecimal actual,
    BigDecimal absolute,
    List<Coverage> coverages) {

  /**
   * How often intervals of one level held the outcome. Intervals without a width are not counted.
   *
   * @param level the probability that the intervals claim
   * @param held intervals of cohorts that held it
   * @param of intervals of cohorts
   * @param totalsHeld intervals of totals that held it
   * @param totalsOf intervals of totals
   */
  public record Coverage(double level, int held, int of, int totalsHeld, int totalsOf) {

    /** The share of cohorts' intervals that held the outcome; null where there are none. */
    public @Nullable Double ofCohorts() {
      return of == 0 ? null : (Double) ((double) held / of);
    }

    /** The share of totals' intervals that held the outcome; null where there are none. */
    public @Nullable Double ofTotals() {
      return totalsOf == 0 ? null : (Double) ((double) totalsHeld / totalsOf);
    }
  }

  /** Keeps its own copy of the coverages. */
  public Score {
    coverages = List.copyOf(coverages);
  }

  /** The error in money: expected less actual. */
  public BigDecimal error() {
    return expected.subtract(actual);
  }

  /** The error as a fraction of what was redeemed; null where nothing was. */
  public @Nullable Double bias() {
    return share(error());
  }

  /**
   * The weighted absolute percentage error: the errors of single cohorts without their signs over
   * what was redeemed.
   *
   * @units fraction
   * @return null where nothing was redeemed
   */
  public @Nullable Double wape() {
    return share(absolute);
  }

  private @Nullable Double share(BigDecimal part) {
    return actual.signum() == 0
        ? null
        : (Double) (part.doubleValue() / Math.abs(actual.doubleValue()));
  }
}
