package org.athena.forecast;

import java.util.Arrays;
import org.athena.breakage.Interval;
import org.hipparchus.analysis.differentiation.DerivativeStructure;

/** The likelihood of a mixture cure model, its maximum, and the profile of the cured share. */
final class CureFit {

  /** Half the 95 percent point of the chi-squared distribution with one degree of freedom. */
  private static final double DROP = 3.841458820694124 / 2;

  private static final double STEP = 0.02;
  private static final int HALVINGS = 40;

  private final CureModel.Delay delay;
  private final Standard standard;
  private final double[] times;
  private final boolean[] events;

  CureFit(CureModel.Delay delay, double[] times, boolean[] events) {
    this.delay = delay;
    this.times = times.clone();
    this.events = events.clone();
    standard = new Standard(delay.curve);
  }

  CureModel model() {
    double level = Math.log(Arrays.stream(times).average().orElse(1));
    Maximum none =
        Maximum.of(theta -> likelihood(theta[0].getField().getZero(), theta), own(level));
    double[][] starts = {with(-1, none.point()), with(1, own(level)[0]), with(-1, own(level)[1])};
    Maximum best =
        Maximum.of(
            theta -> likelihood(share(theta[0]), Arrays.copyOfRange(theta, 1, theta.length)),
            starts);
    boolean cures = best.value() > none.value() + 1e-8;
    double cured = cures ? 1 / (1 + Math.exp(-best.point()[0])) : 0;
    double[] point =
        cures ? Arrays.copyOfRange(best.point(), 1, best.point().length) : none.point();
    double value = cures ? best.value() : none.value();
    return new CureModel(
        delay,
        cured,
        point[0],
        spread(point),
        value,
        new Interval(bound(cured, point, value, -1), bound(cured, point, value, 1)),
        CureModel.FollowUp.of(times, events));
  }

  static double survival(CureModel model, double time) {
    DerivativeStructure[] at =
        Maximum.parameters(new double[] {(Math.log(time) - model.location()) / model.spread()}, 0);
    double own = new Standard(model.delay().curve).above(at[0]).getValue();
    return model.cured() + (1 - model.cured()) * own;
  }

  private double[][] own(double level) {
    return delay == CureModel.Delay.EXPONENTIAL
        ? new double[][] {{level}, {level + 2}}
        : new double[][] {{level, 0}, {level + 2, 0.7}};
  }

  private static double[] with(double first, double[] rest) {
    double[] all = new double[rest.length + 1];
    all[0] = first;
    System.arraycopy(rest, 0, all, 1, rest.length);
    return all;
  }

  private double spread(double[] point) {
    return delay == CureModel.Delay.EXPONENTIAL ? 1 : Math.exp(point[1]);
  }

  /** The share whose logit is given. */
  private static DerivativeStructure share(DerivativeStructure logit) {
    return logit.negate().exp().add(1).reciprocal();
  }

  /** Where the profile falls by {@link #DROP}, below (-1) or above (1) the best share. */
  private double bound(double cured, double[] point, double value, int direction) {
    double inside = cured;
    double[] warm = point;
    while (true) {
      double next = Math.clamp(inside + direction * STEP, 0, 1);
      if (next == inside) {
        return inside;
      }
      Maximum there = profile(Math.min(next, 1 - 1e-9), warm);
      if (there.value() < value - DROP) {
        return between(inside, next, warm, value);
      }
      inside = next;
      warm = there.point();
    }
  }

  private double between(double inside, double outside, double[] warm, double value) {
    double in = inside;
    double out = outside;
    for (int i = 0; i < HALVINGS; i++) {
      double middle = (in + out) / 2;
      if (profile(middle, warm).value() < value - DROP) {
        out = middle;
      } else {
        in = middle;
      }
    }
    return (in + out) / 2;
  }

  private Maximum profile(double cured, double[] warm) {
    return Maximum.near(theta -> likelihood(theta[0].getField().getZero().add(cured), theta), warm);
  }

  private DerivativeStructure likelihood(DerivativeStructure cured, DerivativeStructure[] own) {
    DerivativeStructure others = cured.negate().add(1);
    boolean exponential = delay == CureModel.Delay.EXPONENTIAL;
    DerivativeStructure logSpread = exponential ? own[0].getField().getZero() : own[1];
    DerivativeStructure perSpread = logSpread.negate().exp();
    DerivativeStructure logOthers = others.log();
    DerivativeStructure sum = own[0].getField().getZero();
    for (int i = 0; i < times.length; i++) {
      double log = Math.log(times[i]);
      DerivativeStructure z = own[0].negate().add(log).multiply(perSpread);
      sum =
          sum.add(
              events[i]
                  ? logOthers.add(standard.logDensity(z)).subtract(logSpread).subtract(log)
                  : standard.above(z).multiply(others).add(cured).log());
    }
    return sum;
  }
}
