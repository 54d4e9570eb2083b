package org.athena.oracle;

import java.util.function.LongConsumer;

/** Tries a law on the logs of 2,000 seeds, and names the seed that breaks it. */
final class EverySeed {

  static final int SEEDS = 2_000;

  private EverySeed() {}

  static void holds(LongConsumer law) {
    for (long seed = 0; seed < SEEDS; seed++) {
      try {
        law.accept(seed);
      } catch (AssertionError | RuntimeException failure) {
        throw new AssertionError("Cannot hold the law: seed is " + seed, failure);
      }
    }
  }

  /** The oracle of the log of a seed, under the settings of that seed. */
  static Oracle oracle(long seed) {
    return Oracle.of(RandomLogs.rows(seed), RandomLogs.settings(seed));
  }
}
