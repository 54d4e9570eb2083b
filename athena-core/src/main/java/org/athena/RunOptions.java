package org.athena;

import java.time.Duration;
import java.util.function.Consumer;
import org.athena.spi.Cancellation;
import org.athena.spi.Execution;
import org.athena.spi.Progress;
import org.jspecify.annotations.Nullable;

/**
 * The conditions of one call.
 *
 * @param timeout the most time for each statement; null for no limit
 * @param cancellation the switch that stops it
 * @param progress told how far it has come, from another thread; null for nobody
 */
public record RunOptions(
    @Nullable Duration timeout, Cancellation cancellation, @Nullable Consumer<Progress> progress) {

  /** Checks that a limit is positive. */
  public RunOptions {
    if (timeout != null && (timeout.isNegative() || timeout.isZero())) {
      throw new IllegalArgumentException(
          "Cannot limit a call to %s: a time-out is a positive duration.".formatted(timeout));
    }
  }

  /** No limit, and nobody told. */
  public static RunOptions none() {
    return new RunOptions(null, new Cancellation(), null);
  }

  /** The same with a limit of time for each statement. */
  public RunOptions timeout(Duration limit) {
    return new RunOptions(limit, cancellation, progress);
  }

  /** The same, stopped by a switch of the caller. */
  public RunOptions cancelledBy(Cancellation cancellation) {
    return new RunOptions(timeout, cancellation, progress);
  }

  /** The same, telling how far it has come. */
  public RunOptions onProgress(Consumer<Progress> listener) {
    return new RunOptions(timeout, cancellation, listener);
  }

  Execution execution() {
    return new Execution(timeout, cancellation, progress);
  }
}
