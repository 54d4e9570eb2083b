package org.athena.spi;

import java.time.Duration;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Under which conditions a statement runs.
 *
 * @param timeout the most time from sending to the last row; null for no limit
 * @param cancellation the caller's switch
 * @param progress told while the statement runs, from another thread; null for nobody
 */
public record Execution(
    @Nullable Duration timeout, Cancellation cancellation, @Nullable Consumer<Progress> progress) {

  /** Without a limit. */
  public static Execution unlimited() {
    return new Execution(null, new Cancellation(), null);
  }
}
