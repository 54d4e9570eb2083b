package org.athena.spi;

import java.util.ArrayList;
import java.util.List;
import org.athena.error.CancelledException;

/** A switch by which a caller stops work from another thread; thread-safe, off at first. */
public final class Cancellation {

  private final List<Runnable> actions = new ArrayList<>();
  private boolean cancelled;

  /** A switch that is off. */
  public Cancellation() {}

  /** Stops what runs under this switch, and whatever is started under it later. */
  public void cancel() {
    List<Runnable> due;
    synchronized (this) {
      cancelled = true;
      due = List.copyOf(actions);
      actions.clear();
    }
    due.forEach(Runnable::run);
  }

  /** Whether it was switched. */
  public synchronized boolean isCancelled() {
    return cancelled;
  }

  /**
   * Ends the work if the switch is on.
   *
   * @throws CancelledException when it is
   */
  public void check() {
    if (isCancelled()) {
      throw new CancelledException("The work was cancelled by the caller; nothing was changed.");
    }
  }

  /**
   * Has an action run when the switch is thrown, at once if it already was.
   *
   * @return closes the registration: the action is not run any more
   */
  public Registration onCancel(Runnable action) {
    boolean now;
    synchronized (this) {
      now = cancelled;
      if (!now) {
        actions.add(action);
      }
    }
    if (now) {
      action.run();
    }
    return () -> forget(action);
  }

  private synchronized void forget(Runnable action) {
    actions.remove(action);
  }

  /** A registered action. */
  @FunctionalInterface
  public interface Registration extends AutoCloseable {
    @Override
    void close();
  }
}
