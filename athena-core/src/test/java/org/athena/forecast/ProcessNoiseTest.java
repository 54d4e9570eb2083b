package org.athena.forecast;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.SplittableRandom;
import org.athena.breakage.Draws;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ProcessNoiseTest {

  private static final int COUNT = 100_000;

  @ParameterizedTest
  @EnumSource
  void hasTheMeanAndTheVarianceItIsGiven(ProcessNoise noise) {
    for (double mean : new double[] {0.3, 2, 9.9, 10.1, 60, 4000}) {
      double dispersion = 2.5;
      Draws draws = draws(noise, mean, dispersion);
      double error = Math.sqrt(dispersion * mean / COUNT);

      assertEquals(mean, draws.mean(), 5 * error, noise + " of mean " + mean);
      double variance = draws.standardDeviation() * draws.standardDeviation();
      assertEquals(1, variance / (dispersion * mean), 0.06, noise + " of mean " + mean);
    }
  }

  @Test
  void poissonCountsHaveTheirProbabilities() {
    for (double mean : new double[] {4, 15}) {
      Draws draws = draws(ProcessNoise.POISSON, mean, 1);
      int[] counts = new int[200];
      for (int d = 0; d < COUNT; d++) {
        counts[(int) draws.value(d)]++;
      }
      double probability = Math.exp(-mean);
      for (int n = 0; n < 40; n++) {
        double error = Math.sqrt(probability / COUNT);
        assertEquals(probability, counts[n] / (double) COUNT, 5 * error + 1e-5, mean + ": " + n);
        probability *= mean / (n + 1);
      }
    }
  }

  /** A gamma number of shape 1 is exponential: its quantile is -ln(1 - p). */
  @Test
  void gammaOfShapeOneIsExponential() {
    Draws draws = draws(ProcessNoise.GAMMA, 1, 1);

    for (double p : new double[] {0.05, 0.25, 0.5, 0.75, 0.95}) {
      double error = Math.sqrt(p * (1 - p) / COUNT) / (1 - p);
      assertEquals(-Math.log1p(-p), draws.quantile(p), 5 * error);
    }
  }

  @ParameterizedTest
  @EnumSource
  void nothingExpectedOrNoDispersionStays(ProcessNoise noise) {
    RandomStream random = new RandomStream().at(1);

    assertEquals(0, noise.around(0, 5, random));
    assertEquals(12.5, noise.around(12.5, 0, random));
    assertEquals(1e18, noise.around(1e18, 1, random));
  }

  /** The JDK's generator mixes its count as ours does. */
  @Test
  void theNumbersOfAKeyAreThoseOfSplitMix() {
    for (long key : new long[] {0, 1, -7, Long.MAX_VALUE}) {
      SplittableRandom other = new SplittableRandom(key);
      for (int place = 0; place < 100; place++) {
        assertEquals(other.nextLong(), RandomStream.bits(key, place));
      }
    }
  }

  private static Draws draws(ProcessNoise noise, double mean, double dispersion) {
    double[] values = new double[COUNT];
    for (int d = 0; d < COUNT; d++) {
      values[d] = noise.around(mean, dispersion, new RandomStream().at(RandomStream.key(42, d)));
    }
    return Draws.of(values);
  }
}
