package org.athena.forecast;

import org.hipparchus.analysis.differentiation.DerivativeStructure;

/** The likelihood of a shifted beta-geometric over the logarithms of its parameters. */
final class RetentionFit {

  private static final double[][] STARTS = {{0, 0}, {0, 2}, {2, 2}};

  private RetentionFit() {}

  static ShiftedBetaGeometric of(double[] survivors) {
    Maximum best = Maximum.of(theta -> likelihood(theta, survivors), STARTS);
    return new ShiftedBetaGeometric(
        Math.exp(best.point()[0]), Math.exp(best.point()[1]), best.value());
  }

  private static DerivativeStructure likelihood(DerivativeStructure[] theta, double[] survivors) {
    DerivativeStructure b = theta[1].exp();
    DerivativeStructure both = theta[0].exp().add(b);
    DerivativeStructure logStayed = b.getField().getZero();
    DerivativeStructure sum = b.getField().getZero();
    for (int t = 1; t < survivors.length; t++) {
      DerivativeStructure logBefore = both.add(t - 1).log();
      DerivativeStructure logLeft = logStayed.add(theta[0]).subtract(logBefore);
      sum = sum.add(logLeft.multiply(survivors[t - 1] - survivors[t]));
      logStayed = logStayed.add(b.add(t - 1).log()).subtract(logBefore);
    }
    return sum.add(logStayed.multiply(survivors[survivors.length - 1]));
  }
}
