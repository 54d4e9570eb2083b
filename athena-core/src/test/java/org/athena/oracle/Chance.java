package org.athena.oracle;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.SplittableRandom;

/** Draws that depend on nothing but a seed; for one thread. */
final class Chance {

  private static final List<Duration> STEPS =
      List.of(
          Duration.ZERO,
          Duration.ofNanos(1_000),
          Duration.ofNanos(999_999_000),
          Duration.ofSeconds(1),
          Duration.ofMinutes(30),
          Duration.ofHours(1),
          Duration.ofHours(2),
          Duration.ofDays(1),
          Duration.ofDays(7));

  private final SplittableRandom random;

  Chance(long seed) {
    random = new SplittableRandom(seed);
  }

  boolean percent(int percent) {
    return random.nextInt(100) < percent;
  }

  /** A number from the first to the last, both included. */
  int between(int first, int last) {
    return random.nextInt(first, last + 1);
  }

  <T> T one(List<T> choices) {
    return choices.get(random.nextInt(choices.size()));
  }

  /** An instant a short or a random way before or after the given one. */
  Instant near(Instant instant) {
    if (percent(30)) {
      return instant.plus(Duration.ofSeconds(between(-40 * 86_400, 40 * 86_400)));
    }
    Duration step = one(STEPS);
    return percent(50) ? instant.plus(step) : instant.minus(step);
  }
}
