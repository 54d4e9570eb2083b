package org.athena.examples.sample;

import java.time.Duration;
import java.util.function.DoubleUnaryOperator;

/**
 * The delays of the generator as tables of quantiles, in whole seconds.
 *
 * <p>The engine only looks them up: logarithms and exponentials differ in their last digit from
 * machine to machine, {@link StrictMath} does not.
 */
final class Quantiles {

  /** One more than the steps; the SQL takes the upper 10 of 32 bits for the step. */
  private static final int KNOTS = 1025;

  /** The probability of the last knot: the tail ends there. */
  private static final double LAST = 1 - 1.0 / (4 * KNOTS);

  private static final double LONGEST = Duration.ofDays(36_500).toSeconds();

  private Quantiles() {}

  /** From the issue to the first use: a median of a month, a tail of years. */
  static Long[] firstUse() {
    return table(heavyTailed(40, 200));
  }

  /** From one use to the next. */
  static Long[] laterUse() {
    return table(heavyTailed(20, 60));
  }

  /** An exponential delay of a day on average. */
  static Long[] brief() {
    return table(exponential(1));
  }

  /** A lognormal delay: ln t has the median's logarithm as mean. */
  static Long[] lognormal(double medianDays, double sigma) {
    double median = medianDays * 86_400;
    return table(t -> t <= 0 ? 0 : normal(StrictMath.log(t / median) / sigma));
  }

  /** Three quarters lognormal, one quarter exponential. */
  private static DoubleUnaryOperator heavyTailed(double medianDays, double meanDays) {
    DoubleUnaryOperator exponential = exponential(meanDays);
    double median = medianDays * 86_400;
    return t ->
        0.75 * normal(StrictMath.log(t / median) / 1.25) + 0.25 * exponential.applyAsDouble(t);
  }

  private static DoubleUnaryOperator exponential(double meanDays) {
    double mean = meanDays * 86_400;
    return t -> -StrictMath.expm1(-t / mean);
  }

  /** The first second at which each probability is reached. */
  private static Long[] table(DoubleUnaryOperator distribution) {
    Long[] seconds = new Long[KNOTS];
    long low = 0;
    for (int knot = 0; knot < KNOTS; knot++) {
      double probability = Math.min(LAST, (double) knot / (KNOTS - 1));
      low = quantile(distribution, probability, low);
      seconds[knot] = low;
    }
    return seconds;
  }

  private static long quantile(DoubleUnaryOperator distribution, double probability, long from) {
    long low = from;
    long step = 1;
    while (distribution.applyAsDouble((double) (low + step)) < probability && step < LONGEST) {
      step *= 2;
    }
    long high = low + step;
    while (low < high) {
      long middle = (low + high) >>> 1;
      if (distribution.applyAsDouble((double) middle) < probability) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }

  /**
   * The normal distribution function.
   *
   * @source Marsaglia, Evaluating the Normal Distribution, doi:10.18637/jss.v011.i04
   */
  static double normal(double x) {
    if (StrictMath.abs(x) > 6) {
      return x < 0 ? 0 : 1;
    }
    double sum = x;
    double term = x;
    for (int k = 3; StrictMath.abs(term) > 1e-17; k += 2) {
      term *= x * x / k;
      sum += term;
    }
    return 0.5 + sum * StrictMath.exp(-x * x / 2) / StrictMath.sqrt(2 * StrictMath.PI);
  }
}
