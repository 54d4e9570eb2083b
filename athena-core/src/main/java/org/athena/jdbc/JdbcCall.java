package org.athena.jdbc;

import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.athena.error.AthenaException;
import org.athena.error.CancelledException;
import org.athena.error.TimedOutException;
import org.athena.jdbc.JdbcProfile.Reading;
import org.athena.spi.Cancellation;
import org.athena.spi.Execution;
import org.athena.spi.Progress;
import org.athena.spi.SqlStatement;
import org.jspecify.annotations.Nullable;

/**
 * One statement on its way: cancels it when the caller says so or its time is over, and tells its
 * progress. Closing twice does nothing.
 */
final class JdbcCall implements AutoCloseable {

  private static final long PROGRESS_EVERY_MILLIS = 100;
  private static final long CANCEL_EVERY_MILLIS = 50;

  private final JdbcProfile profile;
  private final JdbcErrors errors;
  private final SqlStatement statement;
  private final Execution execution;
  private final AtomicBoolean timedOut = new AtomicBoolean();
  private final long started;
  private Cancellation.@Nullable Registration registration;
  private @Nullable ScheduledFuture<?> timeout;
  private @Nullable ScheduledFuture<?> progress;
  private @Nullable ScheduledFuture<?> cancelling;
  private boolean closed;

  JdbcCall(JdbcProfile profile, JdbcErrors errors, SqlStatement statement, Execution execution) {
    this(profile, errors, statement, execution, System.nanoTime());
  }

  private JdbcCall(
      JdbcProfile profile,
      JdbcErrors errors,
      SqlStatement statement,
      Execution execution,
      long started) {
    this.profile = profile;
    this.errors = errors;
    this.statement = statement;
    this.execution = execution;
    this.started = started;
  }

  /** The same statement on its way once more, within the same time. */
  JdbcCall again() {
    return new JdbcCall(profile, errors, statement, execution, started);
  }

  /** What the engine's driver does with results. */
  JdbcProfile.Behaviour behaviour() {
    return profile.behaviour();
  }

  /** Whether nobody wants the work to stop. */
  boolean mayGoOn() {
    return !timedOut.get() && !execution.cancellation().isCancelled();
  }

  /** To be told of the driver's statement just before it is executed. */
  void starts(Statement driver) throws SQLException {
    execution.cancellation().check();
    registration = execution.cancellation().onCancel(() -> cancel(driver));
    ScheduledExecutorService clock = JdbcClock.get();
    Duration limit = execution.timeout();
    if (limit != null) {
      timeout =
          clock.schedule(
              () -> timeOut(driver),
              Math.max(1, limit.toMillis() - millis()),
              TimeUnit.MILLISECONDS);
    }
    Consumer<Progress> listener = execution.progress();
    if (listener != null) {
      Supplier<@Nullable Reading> watched =
          profile.behaviour().watch(driver.unwrap(Statement.class));
      progress =
          clock.scheduleWithFixedDelay(
              () -> tell(watched.get(), listener),
              PROGRESS_EVERY_MILLIS,
              PROGRESS_EVERY_MILLIS,
              TimeUnit.MILLISECONDS);
    }
  }

  private void timeOut(Statement driver) {
    timedOut.set(true);
    cancel(driver);
  }

  /**
   * Asks the driver to stop until this call is closed: a request that comes just before the
   * statement is executed would be lost.
   */
  private synchronized void cancel(Statement driver) {
    if (!closed && cancelling == null) {
      cancelling =
          JdbcClock.get()
              .scheduleWithFixedDelay(
                  () -> cancelOnce(driver), 0, CANCEL_EVERY_MILLIS, TimeUnit.MILLISECONDS);
    }
  }

  /** Never after the close: the connection may by then run the statement of someone else. */
  private synchronized void cancelOnce(Statement driver) {
    try {
      if (!closed) {
        driver.cancel();
      }
    } catch (SQLException e) {
      // The statement had ended by itself.
    }
  }

  private void tell(@Nullable Reading reading, Consumer<Progress> listener) {
    if (reading != null) {
      double fraction = Math.clamp(reading.fraction(), 0, 1);
      listener.accept(
          new Progress(fraction, millis(), reading.rows(), reading.bytes(), reading.queryId()));
    }
  }

  private long millis() {
    return TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - started);
  }

  /** Ends the work between two rows if it was cancelled or its time is over. */
  void check() {
    if (timedOut.get()) {
      throw new TimedOutException(timedOutMessage());
    }
    execution.cancellation().check();
  }

  /** What an error of this statement is: the caller's doing, or the engine's. */
  AthenaException failure(SQLException error) {
    if (timedOut.get()) {
      return new TimedOutException(timedOutMessage(), error);
    }
    if (execution.cancellation().isCancelled()) {
      return new CancelledException(
          "The work on engine %s was cancelled by the caller.".formatted(profile.engine().name()),
          error);
    }
    return errors.failure(error, statement.text());
  }

  private String timedOutMessage() {
    return "The statement on engine %s took longer than %s and was stopped. Allow more time, or ask for less."
        .formatted(profile.engine().name(), execution.timeout());
  }

  @Override
  public void close() {
    if (registration != null) {
      registration.close();
    }
    synchronized (this) {
      closed = true;
    }
    for (ScheduledFuture<?> task : new ScheduledFuture<?>[] {timeout, progress, cancelling}) {
      if (task != null) {
        task.cancel(false);
      }
    }
  }
}
