package org.athena.breakage;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * A predictive distribution as equally likely draws. Draws of cohorts that were made together share
 * their order, so that they may be added draw by draw; the frame of a forecast bounds each draw of
 * a cohort before it adds them.
 *
 * <p>Immutable and safe for threads.
 *
 * @units money in the segment's currency, unrounded
 */
public final class Draws implements Predictive {

  private final double[] values;

  /** Sorted when first asked for; computed twice at worst, always alike. */
  private double @Nullable [] sorted;

  private Draws(double[] values) {
    this.values = values;
  }

  /**
   * The draws with the given values, in their order.
   *
   * @throws IllegalArgumentException if there is none or one is not finite
   */
  public static Draws of(double... values) {
    if (values.length == 0) {
      throw new IllegalArgumentException("Cannot make draws: there are 0. Give one at least.");
    }
    for (int d = 0; d < values.length; d++) {
      if (!Double.isFinite(values[d])) {
        throw new IllegalArgumentException(
            "Cannot make draws: draw %d is %s, it must be a finite number."
                .formatted(d, values[d]));
      }
    }
    return new Draws(values.clone());
  }

  /** How many draws there are. */
  public int size() {
    return values.length;
  }

  /** One draw, counted from 0. */
  public double value(int draw) {
    return values[draw];
  }

  /** The mean of the draws. */
  public double mean() {
    double sum = 0;
    for (double value : values) {
      sum += value;
    }
    return sum / values.length;
  }

  /** The standard deviation of the draws with one degree of freedom less; 0 for a single draw. */
  public double standardDeviation() {
    double mean = mean();
    double sum = 0;
    for (double value : values) {
      sum += (value - mean) * (value - mean);
    }
    return values.length == 1 ? 0 : Math.sqrt(sum / (values.length - 1));
  }

  /**
   * {@inheritDoc}
   *
   * @source Hyndman and Fan (1996), The American Statistician 50(4), 361-365, definition 7: linear
   *     between draws
   */
  @Override
  public double quantile(double probability) {
    if (!(probability >= 0 && probability <= 1)) {
      throw new IllegalArgumentException(
          "Cannot give a quantile of draws: probability is %s, it must lie between 0 and 1."
              .formatted(probability));
    }
    double[] ranked = ranked();
    double place = probability * (ranked.length - 1);
    int below = (int) place;
    int above = Math.min(below + 1, ranked.length - 1);
    return ranked[below] + (place - below) * (ranked[above] - ranked[below]);
  }

  /** These draws raised to a lower and held at an upper bound; the same object if none moves. */
  public Draws within(double low, double high) {
    double[] held = values.clone();
    boolean moved = false;
    for (int d = 0; d < held.length; d++) {
      double value = Math.max(low, Math.min(high, held[d]));
      moved |= value != held[d];
      held[d] = value;
    }
    return moved ? new Draws(held) : this;
  }

  /**
   * The sum of two cohorts' or segments' draws, draw by draw.
   *
   * @throws IllegalArgumentException if there are not as many
   */
  public Draws plus(Draws other) {
    if (other.values.length != values.length) {
      throw new IllegalArgumentException(
          "Cannot add draws: there are %d and %d. Draw them together."
              .formatted(values.length, other.values.length));
    }
    double[] sums = values.clone();
    for (int d = 0; d < sums.length; d++) {
      sums[d] += other.values[d];
    }
    return of(sums);
  }

  private double[] ranked() {
    double[] ranked = sorted;
    if (ranked == null) {
      ranked = values.clone();
      Arrays.sort(ranked);
      sorted = ranked;
    }
    return ranked;
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Draws draws && Arrays.equals(values, draws.values);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(values);
  }

  @Override
  public String toString() {
    return "%d draws, mean %s".formatted(values.length, mean());
  }
}
