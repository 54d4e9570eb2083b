package org.athena.oracle;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Small lists of events that meet the edges of windows and each other, made from a seed alone. */
public final class RandomRolling {

  /** Windows whose edges the events meet. */
  public static final List<Duration> WINDOWS =
      List.of(Duration.ofHours(1), Duration.ofDays(1), Duration.ofDays(7));

  private static final Instant START = Instant.parse("2020-03-28T00:00:00Z");

  private RandomRolling() {}

  /** The events of a seed: 5 to 40 on 1 to 4 keys, which the seed number prefixes. */
  public static List<RollingEvent> events(long seed) {
    var chance = new Chance(seed);
    var keys = new ArrayList<String>();
    for (int key = chance.between(1, 4); key > 0; key--) {
      keys.add("s" + seed + "-" + key + chance.one(HostileTexts.ALL));
    }

    var events = new ArrayList<RollingEvent>();
    for (int left = chance.between(5, 40); left > 0; left--) {
      events.add(
          new RollingEvent(chance.one(keys), time(chance), value(chance), chance.percent(40)));
    }
    return List.copyOf(events);
  }

  /** An instant to ask from, at or near the events of a seed. */
  public static Instant instant(long seed) {
    return time(new Chance(~seed));
  }

  private static Instant time(Chance chance) {
    Instant day = START.plus(Duration.ofDays(chance.between(0, 12)));
    Instant hour = day.plus(Duration.ofHours(chance.between(0, 2)));
    return switch (chance.between(0, 5)) {
      case 0 -> hour.plusNanos(1_000);
      case 1 -> hour.minusNanos(1_000);
      case 2 -> hour.plus(Duration.ofMinutes(30));
      default -> hour;
    };
  }

  private static @Nullable BigDecimal value(Chance chance) {
    if (chance.percent(15)) {
      return null;
    }
    return chance.percent(15)
        ? BigDecimal.ZERO
        : BigDecimal.valueOf(chance.between(-500, 9_999), 2);
  }
}
