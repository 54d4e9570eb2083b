package org.athena.forecast;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.athena.breakage.Estimate;
import org.athena.breakage.Estimates;
import org.athena.breakage.ForecastMethod;
import org.athena.breakage.Triangle;

/**
 * The generalised Cape Cod: Bornhuetter-Ferguson with the expected share of issued value taken from
 * the cohorts themselves, near ones counting more where the decay is below 1. Each cohort's share
 * is the diagnostic {@link #ELR}.
 *
 * <p>Cohorts are counted in the triangle's order, one step from each to the next. A decay of 1 is
 * the plain Cape Cod, a decay of 0 is the chain ladder.
 *
 * <p>The standard error is that of {@link PatternErrors}, with the expected share made from the
 * same triangle: a decay of 0 has the error of the chain ladder as over-dispersed Poisson. That
 * cohorts may come to other shares than those near them is not in it.
 *
 * @source Gluck (1997), Balancing Development and Trend in Loss Reserve Analysis, PCAS 84, 482-532;
 *     Struzzieri and Hussian (1998), CAS Forum, Fall; the plain form is Stanard (1985) and
 *     Buhlmann; for the error Alai, Merz and Wuthrich (2010), Annals of Actuarial Science 5(1),
 *     7-17, carried on to the expected share by the delta method; Richman and Wuthrich (2026),
 *     arXiv 2604.27732, is on the error of this method
 * @param trend how much the share redeemed changes from a cohort to the next, 0.05 for 5 percent
 * @param decay the weight of the next cohort relative to this one, 0 to 1
 * @param ratios how link ratios are averaged
 * @param tail what comes after the last age
 */
public record CapeCod(double trend, double decay, LinkRatios ratios, Tail tail)
    implements ForecastMethod {

  /** The name of the diagnostic: the share of issued value expected to be redeemed in the end. */
  public static final String ELR = "elr";

  /** Checks the trend and the decay. */
  public CapeCod {
    if (!(trend > -1 && Double.isFinite(trend))) {
      throw new IllegalArgumentException(
          "Cannot make a Cape Cod method: trend is %s, it must be above -1. ".formatted(trend)
              + "Give 0.05 for 5 percent from a cohort to the next.");
    }
    if (!(decay >= 0 && decay <= 1)) {
      throw new IllegalArgumentException(
          "Cannot make a Cape Cod method: decay is %s, it must lie from 0 to 1. ".formatted(decay)
              + "Give 1 to count all cohorts alike.");
    }
  }

  /** The plain Cape Cod on volume-weighted averages of all ratios, without a tail. */
  public static CapeCod plain() {
    return new CapeCod(0, 1, LinkRatios.volumeWeighted(), Tail.none());
  }

  /** This method with a trend from a cohort to the next. */
  public CapeCod trend(double rate) {
    return new CapeCod(rate, decay, ratios, tail);
  }

  /** This method with a decay of the weights of other cohorts. */
  public CapeCod decay(double weight) {
    return new CapeCod(trend, weight, ratios, tail);
  }

  /** This method on other averages. */
  public CapeCod ratios(LinkRatios others) {
    return new CapeCod(trend, decay, others, tail);
  }

  /** This method with a tail. */
  public CapeCod tail(Tail other) {
    return new CapeCod(trend, decay, ratios, other);
  }

  @Override
  public String name() {
    List<String> own = new ArrayList<>();
    if (trend != 0) {
      own.add("trend=" + trend);
    }
    if (decay != 1) {
      own.add("decay=" + decay);
    }
    return Names.of("cape-cod", own, ratios, tail);
  }

  /**
   * {@inheritDoc}
   *
   * @throws IllegalArgumentException if a cohort has no issued value
   */
  @Override
  public Estimates estimate(Triangle triangle) {
    Maturity maturity = Maturity.of(triangle, ratios, tail, "Cape Cod");
    CapeCodShares shares = new CapeCodShares(this, maturity);
    Estimates plain = PatternErrors.estimates(maturity, ratios, shares.expectation(), Maturity.ALL);
    List<Estimate> estimates = new ArrayList<>(plain.cohorts());
    for (int i = 0; i < maturity.cohorts(); i++) {
      if (!Double.isNaN(shares.elr[i])) {
        estimates.set(i, estimates.get(i).with(ELR, shares.elr[i]));
      }
    }
    return plain.withCohorts(estimates);
  }

  /** {@inheritDoc} A tail is redeemed as the increments of the last ages fall off. */
  @Override
  public Optional<Estimates> estimateAfter(Triangle triangle, int periods) {
    Maturity maturity = Maturity.of(triangle, ratios, tail, "Cape Cod");
    Expectation expectation = new CapeCodShares(this, maturity).expectation();
    return Optional.of(PatternErrors.estimates(maturity, ratios, expectation, periods));
  }
}
