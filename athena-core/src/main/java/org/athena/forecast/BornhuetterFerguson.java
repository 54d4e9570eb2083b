package org.athena.forecast;

import java.util.List;
import org.athena.breakage.Estimates;
import org.athena.breakage.ForecastMethod;
import org.athena.breakage.Triangle;

/**
 * Bornhuetter-Ferguson: what a cohort has redeemed, and of an ultimate expected beforehand the
 * share that is still to come by the link ratios and the tail. A cohort without a complete age
 * comes to the expected ultimate.
 *
 * @source Bornhuetter and Ferguson (1972), The Actuary and IBNR, PCAS 59, 181-195
 * @param apriori the share of issued value expected to be redeemed in the end
 * @param ratios how link ratios are averaged
 * @param tail what comes after the last age
 */
public record BornhuetterFerguson(double apriori, LinkRatios ratios, Tail tail)
    implements ForecastMethod {

  /** Checks the expected share. */
  public BornhuetterFerguson {
    requireApriori("a Bornhuetter-Ferguson method", apriori);
  }

  static void requireApriori(String what, double apriori) {
    if (!(apriori >= 0 && Double.isFinite(apriori))) {
      throw new IllegalArgumentException(
          "Cannot make %s: apriori is %s, it must be a number from 0. ".formatted(what, apriori)
              + "Give 0.88 for 88 percent of issued value.");
    }
  }

  /** The method on volume-weighted averages of all ratios, without a tail. */
  public static BornhuetterFerguson of(double apriori) {
    return new BornhuetterFerguson(apriori, LinkRatios.volumeWeighted(), Tail.none());
  }

  /** This method on other averages. */
  public BornhuetterFerguson ratios(LinkRatios others) {
    return new BornhuetterFerguson(apriori, others, tail);
  }

  /** This method with a tail. */
  public BornhuetterFerguson tail(Tail other) {
    return new BornhuetterFerguson(apriori, ratios, other);
  }

  @Override
  public String name() {
    return Names.of("bf", List.of("apriori=" + apriori), ratios, tail);
  }

  /**
   * {@inheritDoc}
   *
   * @throws IllegalArgumentException if a cohort has no issued value
   */
  @Override
  public Estimates estimate(Triangle triangle) {
    Maturity maturity = Maturity.of(triangle, ratios, tail, "Bornhuetter-Ferguson");
    double[] expected = new double[maturity.cohorts()];
    for (int i = 0; i < expected.length; i++) {
      expected[i] = apriori * maturity.issued[i];
    }
    return maturity.estimates(expected);
  }
}
