package org.athena.jdbc;

import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledThreadPoolExecutor;

/** The one daemon thread that ends statements whose time is over and asks for their progress. */
final class JdbcClock {

  private JdbcClock() {}

  private static final class Holder {
    static final ScheduledExecutorService CLOCK = start();

    private static ScheduledExecutorService start() {
      var clock =
          new ScheduledThreadPoolExecutor(
              1, Thread.ofPlatform().daemon(true).name("athena-clock").factory());
      clock.setRemoveOnCancelPolicy(true);
      return Executors.unconfigurableScheduledExecutorService(clock);
    }
  }

  /** Waits; an interrupt ends the wait and stays set. */
  static void pause(long millis) {
    try {
      Thread.sleep(millis);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  static ScheduledExecutorService get() {
    return Holder.CLOCK;
  }
}
