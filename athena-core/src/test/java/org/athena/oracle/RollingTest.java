package org.athena.oracle;

import static org.athena.oracle.TinyLog.money;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Windows are closed on both ends, take ties, and are null and 0 when empty. */
final class RollingTest {

  private static final Instant NOON = Instant.parse("2020-03-29T12:00:00Z");
  private static final Duration HOUR = Duration.ofHours(1);

  private static final RollingEvent EDGE = new RollingEvent("k", NOON, money("1"), true);
  private static final RollingEvent TIE =
      new RollingEvent("k", NOON.plus(HOUR), money("10"), false);
  private static final RollingEvent TIED_WITHOUT_VALUE =
      new RollingEvent("k", NOON.plus(HOUR), null, true);
  private static final RollingEvent PAST_EDGE =
      new RollingEvent("k", NOON.plus(HOUR).plusNanos(1_000), money("100"), false);
  private static final RollingEvent OTHER_KEY = new RollingEvent("l", NOON.plus(HOUR), null, false);
  private static final List<RollingEvent> EVENTS =
      List.of(PAST_EDGE, TIE, OTHER_KEY, EDGE, TIED_WITHOUT_VALUE);

  @Test
  void windowEndsAtEachEvent() {
    List<WindowSums> sums =
        Rolling.atEvents(EVENTS, HOUR).stream().map(Rolling.AtEvent::sums).toList();

    assertEquals(
        List.of(
            new WindowSums(3, 1, money("110"), null),
            new WindowSums(3, 2, money("11"), money("1")),
            new WindowSums(1, 0, null, null),
            new WindowSums(1, 1, money("1"), money("1")),
            new WindowSums(3, 2, money("11"), money("1"))),
        sums);
  }

  @Test
  void windowEndsAtAnInstantForKeysOfTheLongest() {
    Instant instant = NOON.plus(HOUR).plus(HOUR).plusNanos(1_000);

    List<Rolling.AtInstant> lines =
        Rolling.asOf(EVENTS, instant, List.of(HOUR, HOUR.plusNanos(1_000)));

    assertEquals(
        List.of(
            new Rolling.AtInstant("k", HOUR, new WindowSums(1, 0, money("100"), null)),
            new Rolling.AtInstant(
                "k", HOUR.plusNanos(1_000), new WindowSums(3, 1, money("110"), null)),
            new Rolling.AtInstant("l", HOUR, WindowSums.EMPTY),
            new Rolling.AtInstant("l", HOUR.plusNanos(1_000), new WindowSums(1, 0, null, null))),
        lines);
  }

  @Test
  void windowAtAnEventIsTheWindowAtItsInstant() {
    for (long seed = 0; seed < 500; seed++) {
      List<RollingEvent> events = RandomRolling.events(seed);
      for (Duration window : RandomRolling.WINDOWS) {
        for (Rolling.AtEvent line : Rolling.atEvents(events, window)) {
          var same = new Rolling.AtInstant(line.event().key(), window, line.sums());
          List<Rolling.AtInstant> asOf =
              Rolling.asOf(events, line.event().at(), RandomRolling.WINDOWS);
          assertTrue(asOf.contains(same), "seed is " + seed);
        }
      }
    }
  }

  @Test
  void randomEventsMeetTheEdgesAndLeaveWindowsEmpty() {
    int edges = 0;
    int empty = 0;
    int ties = 0;
    for (long seed = 0; seed < 200; seed++) {
      List<RollingEvent> events = RandomRolling.events(seed);
      assertEquals(events, RandomRolling.events(seed));
      for (Rolling.AtInstant line :
          Rolling.asOf(events, RandomRolling.instant(seed), RandomRolling.WINDOWS)) {
        empty += line.sums().count() == 0 ? 1 : 0;
      }
      for (int i = 0; i < events.size(); i++) {
        for (int j = 0; j < i; j++) {
          Duration apart = Duration.between(events.get(i).at(), events.get(j).at()).abs();
          boolean sameKey = events.get(i).key().equals(events.get(j).key());
          ties += sameKey && apart.isZero() ? 1 : 0;
          edges += sameKey && RandomRolling.WINDOWS.contains(apart) ? 1 : 0;
        }
      }
    }
    assertTrue(edges > 100 && empty > 20 && ties > 100, edges + " " + empty + " " + ties);
  }
}
