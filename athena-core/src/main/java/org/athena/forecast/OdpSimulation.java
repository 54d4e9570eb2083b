package org.athena.forecast;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.atomic.LongAdder;
import java.util.stream.IntStream;

/**
 * Draws what cohorts will have redeemed: triangles made anew from resampled residuals, developed by
 * their own link ratios, and scattered. Each number drawn belongs to a seed, a draw, a cohort's
 * label and an age; threads and their order do not matter.
 *
 * <p>The future increments of a cohort are drawn as one number: a sum of independent gamma, or of
 * over-dispersed Poisson, numbers of one dispersion is again one, with the summed mean. Increments
 * below 0 are summed and drawn apart.
 *
 * @source England and Verrall (2002), British Actuarial Journal 8(3), 443-518, appendix 3
 */
final class OdpSimulation {

  private static final int DRAWS_PER_BLOCK = 50;
  private static final long PROCESS = -1;

  private final Projection projection;
  private final OdpFit fit;
  private final ProcessNoise noise;

  /** How many ages ahead; beyond the last age comes the tail. */
  private final int periods;

  private final Emergence emergence;
  private final double[][] roots;
  private final boolean[] estimated;
  private final boolean[] held;
  private final long[] keys;
  private final LongAdder kept = new LongAdder();

  OdpSimulation(
      Projection projection, OdpFit fit, ProcessNoise noise, boolean[] estimated, int periods) {
    this.projection = projection;
    this.fit = fit;
    this.noise = noise;
    this.estimated = estimated;
    this.periods = periods;
    emergence = Emergence.of(projection.extension.development());
    roots = new double[fit.fitted.length][];
    for (int i = 0; i < roots.length; i++) {
      roots[i] = Arrays.stream(fit.fitted[i]).map(m -> Math.sqrt(Math.abs(m))).toArray();
    }
    held = new boolean[projection.factors.length];
    for (int k = 0; k < held.length; k++) {
      held[k] = Double.compare(projection.factors[k], projection.fit.factors[k]) != 0;
    }
    keys = keys(projection.cells.origins());
  }

  private static long[] keys(String[] origins) {
    Map<String, Integer> seen = new HashMap<>();
    long[] keys = new long[origins.length];
    for (int i = 0; i < keys.length; i++) {
      int before = seen.merge(origins[i], 1, Integer::sum) - 1;
      keys[i] = RandomStream.key(RandomStream.key(origins[i]), before);
    }
    return keys;
  }

  /**
   * The draws.
   *
   * @shape a row per cohort; empty where it is not estimated
   */
  double[][] run(int draws, long key) {
    double[][] results = new double[keys.length][];
    for (int i = 0; i < results.length; i++) {
      results[i] = new double[estimated[i] ? draws : 0];
    }
    int blocks = (draws + DRAWS_PER_BLOCK - 1) / DRAWS_PER_BLOCK;
    IntStream.range(0, blocks)
        .parallel()
        .forEach(block -> {
          Block work = new Block(results);
          int end = Math.min(draws, (block + 1) * DRAWS_PER_BLOCK);
          for (int d = block * DRAWS_PER_BLOCK; d < end; d++) {
            work.draw(d, RandomStream.key(key, d));
          }
        });
    return results;
  }

  /** How often a fitted factor stood in, over all draws, for a factor that could not be made. */
  long factorsKept() {
    return kept.sum();
  }

  /** The arrays that a thread reuses from draw to draw. */
  private final class Block {

    private final double[][] results;
    private final double[] above = new double[projection.factors.length];
    private final double[] below = new double[projection.factors.length];
    private final double[] factors = new double[projection.factors.length];
    private final double[] latest = new double[keys.length];
    private final RandomStream random = new RandomStream();

    Block(double[][] results) {
      this.results = results;
    }

    void draw(int draw, long key) {
      Arrays.fill(above, 0);
      Arrays.fill(below, 0);
      for (int i = 0; i < latest.length; i++) {
        latest[i] = resample(fit.fitted[i], roots[i], RandomStream.key(key, keys[i]));
      }
      for (int k = 0; k < factors.length; k++) {
        factors[k] = factor(k);
      }
      for (int i = 0; i < latest.length; i++) {
        if (estimated[i]) {
          results[i][draw] = project(i, RandomStream.key(RandomStream.key(key, keys[i]), PROCESS));
        }
      }
    }

    private double resample(double[] means, double[] scales, long key) {
      double value = 0;
      for (int k = 0; k < means.length; k++) {
        double residual = fit.residuals[RandomStream.below(fit.residuals.length, key, k)];
        double next = value + means[k] + residual * scales[k];
        if (k > 0) {
          below[k - 1] += value;
          above[k - 1] += next;
        }
        value = next;
      }
      return value;
    }

    private double factor(int k) {
      if (held[k]) {
        return projection.factors[k];
      }
      if (below[k] > 0) {
        return above[k] / below[k];
      }
      kept.increment();
      return projection.factors[k];
    }

    private double project(int i, long key) {
      double[] row = projection.cells.redeemed()[i];
      double value = latest[i];
      double up = 0;
      double down = 0;
      int last = row.length - 1;
      int end = (int) Math.min(factors.length, (long) last + periods);
      for (int k = last; k < end; k++) {
        double increment = value * (factors[k] - 1);
        up += Math.max(increment, 0);
        down -= Math.min(increment, 0);
        value *= factors[k];
      }
      if (end - last < periods) {
        double part = emergence.ofTail(periods - (end - last));
        double increment = value * (projection.tail - 1) * part;
        up += Math.max(increment, 0);
        down -= Math.min(increment, 0);
      }
      random.at(key);
      return row[last]
          + noise.around(up, fit.dispersion, random)
          - noise.around(down, fit.dispersion, random);
    }
  }
}
