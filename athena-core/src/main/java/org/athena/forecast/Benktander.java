package org.athena.forecast;

import java.util.List;
import java.util.Optional;
import org.athena.breakage.Estimates;
import org.athena.breakage.ForecastMethod;
import org.athena.breakage.Triangle;

/**
 * Benktander: Bornhuetter-Ferguson several times over, each time with the ultimate it gave as the
 * one expected. Once is Bornhuetter-Ferguson, twice is Benktander's own, very often is the chain
 * ladder.
 *
 * <p>It has no standard error: Mack (2000) has one for known link ratios and known variances of the
 * expected share; there is no accepted one where they come from the triangle.
 *
 * @source Benktander (1976), An Approach to Credibility in Calculating IBNR, The Actuarial Review;
 *     Mack (2000), ASTIN Bulletin 30(2), 333-347, equation (6)
 * @param apriori the share of issued value expected to be redeemed in the end
 * @param n how many times
 * @param ratios how link ratios are averaged
 * @param tail what comes after the last age
 */
public record Benktander(double apriori, int n, LinkRatios ratios, Tail tail)
    implements ForecastMethod {

  private static final String NO_ERROR =
      "no standard error: the formulas for Benktander take link ratios and the variance of the "
          + "expected share as known; a bootstrap has the error of the chain ladder";

  /** Checks the expected share and the number of times. */
  public Benktander {
    BornhuetterFerguson.requireApriori("a Benktander method", apriori);
    if (n < 1) {
      throw new IllegalArgumentException(
          "Cannot make a Benktander method: n is %d times, 1 is the fewest. ".formatted(n)
              + "Give 1 for Bornhuetter-Ferguson, 2 for Benktander.");
    }
  }

  /** Benktander's own method, twice, on volume-weighted averages of all ratios, without a tail. */
  public static Benktander of(double apriori) {
    return new Benktander(apriori, 2, LinkRatios.volumeWeighted(), Tail.none());
  }

  /** This method another number of times over. */
  public Benktander times(int count) {
    return new Benktander(apriori, count, ratios, tail);
  }

  /** This method on other averages. */
  public Benktander ratios(LinkRatios others) {
    return new Benktander(apriori, n, others, tail);
  }

  /** This method with a tail. */
  public Benktander tail(Tail other) {
    return new Benktander(apriori, n, ratios, other);
  }

  @Override
  public String name() {
    return Names.of("benktander", List.of("apriori=" + apriori, "n=" + n), ratios, tail);
  }

  /**
   * {@inheritDoc}
   *
   * @throws IllegalArgumentException if a cohort has no issued value
   */
  @Override
  public Estimates estimate(Triangle triangle) {
    return after(triangle, Maturity.ALL).withNotes(List.of(NO_ERROR));
  }

  /** {@inheritDoc} A tail is redeemed as the increments of the last ages fall off. */
  @Override
  public Optional<Estimates> estimateAfter(Triangle triangle, int periods) {
    return Optional.of(after(triangle, periods));
  }

  private Estimates after(Triangle triangle, int periods) {
    Maturity maturity = Maturity.of(triangle, ratios, tail, "Benktander");
    double[] expected = new double[maturity.cohorts()];
    for (int i = 0; i < expected.length; i++) {
      expected[i] = apriori * maturity.issued[i];
      for (int times = 1; times < n; times++) {
        expected[i] = maturity.carried(i, expected[i]);
      }
    }
    return maturity.estimates(expected, periods);
  }
}
