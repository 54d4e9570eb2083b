package org.athena.oracle;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.TreeSet;

/** Sums over trailing windows closed on both ends, rows of the same instant included. */
public final class Rolling {

  /** The window that ends at one event. */
  public record AtEvent(RollingEvent event, Duration window, WindowSums sums) {}

  /** The window of one key that ends at a given instant. */
  public record AtInstant(String key, Duration window, WindowSums sums) {}

  private Rolling() {}

  /** For each event in turn, the rows of its key from the window's length before it up to it. */
  public static List<AtEvent> atEvents(List<RollingEvent> events, Duration window) {
    var lines = new ArrayList<AtEvent>();
    for (RollingEvent event : events) {
      lines.add(new AtEvent(event, window, sums(events, event.key(), event.at(), window)));
    }
    return lines;
  }

  /** For each key with a row in the longest window, and each window, the rows up to the instant. */
  public static List<AtInstant> asOf(
      List<RollingEvent> events, Instant instant, List<Duration> windows) {
    var keys = new TreeSet<String>(TextOrder.TEXT);
    for (RollingEvent event : events) {
      keys.add(event.key());
    }

    var lines = new ArrayList<AtInstant>();
    Duration longest = Collections.max(windows);
    for (String key : keys) {
      if (sums(events, key, instant, longest).count() > 0) {
        for (Duration window : windows) {
          lines.add(new AtInstant(key, window, sums(events, key, instant, window)));
        }
      }
    }
    return lines;
  }

  private static WindowSums sums(
      List<RollingEvent> events, String key, Instant end, Duration window) {
    Instant start = end.minus(window);
    WindowSums sums = WindowSums.EMPTY;
    for (RollingEvent event : events) {
      boolean inside = !event.at().isBefore(start) && !event.at().isAfter(end);
      if (inside && event.key().equals(key)) {
        sums = sums.plus(event);
      }
    }
    return sums;
  }
}
