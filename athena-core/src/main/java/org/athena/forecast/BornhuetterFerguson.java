package org.athena.forecast;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.athena.breakage.Estimates;
import org.athena.breakage.ForecastMethod;
import org.athena.breakage.Triangle;

/**
 * Bornhuetter-Ferguson: what a cohort has redeemed, and of an ultimate expected beforehand the
 * share that is still to come by the link ratios and the tail. A cohort without a complete age
 * comes to the expected ultimate.
 *
 * <p>The standard error is that of {@link PatternErrors}; that of the expected share is added where
 * it is given, as one error of all cohorts.
 *
 * @source Bornhuetter and Ferguson (1972), The Actuary and IBNR, PCAS 59, 181-195; for the error
 *     Alai, Merz and Wuthrich (2010), Prediction uncertainty in the Bornhuetter-Ferguson claims
 *     reserving method: revisited, Annals of Actuarial Science 5(1), 7-17
 * @param apriori the share of issued value expected to be redeemed in the end
 * @param aprioriStandardError its standard error; 0 takes it as known
 * @param ratios how link ratios are averaged
 * @param tail what comes after the last age
 */
public record BornhuetterFerguson(
    double apriori, double aprioriStandardError, LinkRatios ratios, Tail tail)
    implements ForecastMethod {

  /** Checks the expected share and its error. */
  public BornhuetterFerguson {
    requireApriori("a Bornhuetter-Ferguson method", apriori);
    if (!(aprioriStandardError >= 0 && Double.isFinite(aprioriStandardError))) {
      throw new IllegalArgumentException(
          "Cannot make a Bornhuetter-Ferguson method: aprioriStandardError is %s, it must be a number from 0. "
                  .formatted(aprioriStandardError)
              + "Give 0.02 where apriori may be 2 percent of issued value off.");
    }
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
    return new BornhuetterFerguson(apriori, 0, LinkRatios.volumeWeighted(), Tail.none());
  }

  /** This method with a standard error of the expected share; 0 takes it as known. */
  public BornhuetterFerguson aprioriStandardError(double error) {
    return new BornhuetterFerguson(apriori, error, ratios, tail);
  }

  /** This method on other averages. */
  public BornhuetterFerguson ratios(LinkRatios others) {
    return new BornhuetterFerguson(apriori, aprioriStandardError, others, tail);
  }

  /** This method with a tail. */
  public BornhuetterFerguson tail(Tail other) {
    return new BornhuetterFerguson(apriori, aprioriStandardError, ratios, other);
  }

  @Override
  public String name() {
    List<String> own = new ArrayList<>(List.of("apriori=" + apriori));
    if (aprioriStandardError != 0) {
      own.add("apriori-se=" + aprioriStandardError);
    }
    return Names.of("bf", own, ratios, tail);
  }

  /**
   * {@inheritDoc}
   *
   * @throws IllegalArgumentException if a cohort has no issued value
   */
  @Override
  public Estimates estimate(Triangle triangle) {
    return after(triangle, Maturity.ALL);
  }

  /** {@inheritDoc} A tail is redeemed as the increments of the last ages fall off. */
  @Override
  public Optional<Estimates> estimateAfter(Triangle triangle, int periods) {
    return Optional.of(after(triangle, periods));
  }

  private Estimates after(Triangle triangle, int periods) {
    Maturity maturity = Maturity.of(triangle, ratios, tail, "Bornhuetter-Ferguson");
    double[] expected = new double[maturity.cohorts()];
    double[] error = new double[expected.length];
    for (int i = 0; i < expected.length; i++) {
      expected[i] = apriori * maturity.issued[i];
      error[i] = aprioriStandardError * maturity.issued[i];
    }
    return PatternErrors.estimates(maturity, ratios, Expectation.given(expected, error), periods);
  }
}
