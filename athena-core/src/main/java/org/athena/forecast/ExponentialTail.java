package org.athena.forecast;

import org.athena.breakage.Development;
import org.jspecify.annotations.Nullable;

/**
 * The tail of factors that decay exponentially towards 1: ln(f - 1) is a straight line over the
 * links counted from 1. Links at or below 1.00001 are left out of the line. Where fewer than two
 * links are left, or the line does not fall, there is no tail and a note says so.
 *
 * @source the log-linear tail of R ChainLadder (tailfactor) and chainladder-python (TailCurve)
 * @param periods how many ages after the last the curve is carried on
 * @param attachment the age, as the triangle labels it, from which the curve's factors replace the
 *     links, or null where it only adds after the last age
 */
public record ExponentialTail(int periods, @Nullable Integer attachment) implements Tail {

  static final ExponentialTail DEFAULT = new ExponentialTail(Tail.PERIODS, null);

  /** Checks the number of periods. */
  public ExponentialTail {
    TailCurve.EXPONENTIAL.requirePeriods(periods);
  }

  /** This tail carried on for another number of ages after the last. */
  public ExponentialTail over(int ages) {
    return new ExponentialTail(ages, attachment);
  }

  /** This tail with the curve's factors in place of the links from an age on. */
  public ExponentialTail attachedAt(int age) {
    return new ExponentialTail(periods, age);
  }

  @Override
  public String name() {
    return TailCurve.name("exponential", periods, attachment);
  }

  @Override
  public Extension extend(Development development) {
    return TailCurve.EXPONENTIAL.extend(development, periods, attachment);
  }
}
