package org.athena.forecast;

import org.athena.breakage.Development;
import org.jspecify.annotations.Nullable;

/**
 * The tail of factors that decay as a power of the age: ln(f - 1) is a straight line over the
 * logarithm of the link's number from 1. Links at or below 1.00001 are left out of the line. Where
 * fewer than two links are left, or the line does not fall, there is no tail and a note says so. A
 * power that falls slower than 1/k has no limit: then the tail is what its periods make of it, and
 * a note says that too.
 *
 * @source Sherman (1984), PCAS 71, 122-155
 * @param periods how many ages after the last the curve is carried on
 * @param attachment the age, as the triangle labels it, from which the curve's factors replace the
 *     links, or null where it only adds after the last age
 */
public record InversePowerTail(int periods, @Nullable Integer attachment) implements Tail {

  static final InversePowerTail DEFAULT = new InversePowerTail(Tail.PERIODS, null);

  /** Checks the number of periods. */
  public InversePowerTail {
    TailCurve.INVERSE_POWER.requirePeriods(periods);
  }

  /** This tail carried on for another number of ages after the last. */
  public InversePowerTail over(int ages) {
    return new InversePowerTail(ages, attachment);
  }

  /** This tail with the curve's factors in place of the links from an age on. */
  public InversePowerTail attachedAt(int age) {
    return new InversePowerTail(periods, age);
  }

  @Override
  public String name() {
    return TailCurve.name("inverse-power", periods, attachment);
  }

  @Override
  public Extension extend(Development development) {
    return TailCurve.INVERSE_POWER.extend(development, periods, attachment);
  }
}
