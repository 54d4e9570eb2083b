package org.athena.forecast;

import org.athena.breakage.Development;
import org.jspecify.annotations.Nullable;

/**
 * The tail of factors whose share redeemed follows a Weibull curve: ln ln(f / (f - 1)) is a
 * straight line over the logarithm of the link's number from 1, so f = 1 / (1 - exp(-e^a k^b)).
 * Links at or below 1.00001 are left out of the line. Where fewer than two links are left, or the
 * line does not rise, there is no tail and a note says so.
 *
 * @source the Weibull form of chainladder-python (TailCurve)
 * @param periods how many ages after the last the curve is carried on
 * @param attachment the age, as the triangle labels it, from which the curve's factors replace the
 *     links, or null where it only adds after the last age
 */
public record WeibullTail(int periods, @Nullable Integer attachment) implements Tail {

  static final WeibullTail DEFAULT = new WeibullTail(Tail.PERIODS, null);

  /** Checks the number of periods. */
  public WeibullTail {
    TailCurve.WEIBULL.requirePeriods(periods);
  }

  /** This tail carried on for another number of ages after the last. */
  public WeibullTail over(int ages) {
    return new WeibullTail(ages, attachment);
  }

  /** This tail with the curve's factors in place of the links from an age on. */
  public WeibullTail attachedAt(int age) {
    return new WeibullTail(periods, age);
  }

  @Override
  public String name() {
    return TailCurve.name("weibull", periods, attachment);
  }

  @Override
  public Extension extend(Development development) {
    return TailCurve.WEIBULL.extend(development, periods, attachment);
  }
}
