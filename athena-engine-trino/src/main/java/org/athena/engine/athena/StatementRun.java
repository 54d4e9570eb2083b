package org.athena.engine.athena;

import java.nio.charset.StandardCharsets;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.athena.error.AthenaException;
import org.athena.error.CancelledException;
import org.athena.error.EngineUnavailableException;
import org.athena.error.TimedOutException;
import org.athena.error.UnsupportedByEngineException;
import org.athena.spi.Execution;
import org.athena.spi.Progress;
import org.athena.spi.SqlStatement;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.exception.AbortedException;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.athena.model.QueryExecution;
import software.amazon.awssdk.services.athena.model.QueryExecutionState;
import software.amazon.awssdk.services.athena.model.QueryExecutionStatistics;
import software.amazon.awssdk.services.athena.model.StartQueryExecutionRequest;

/**
 * One statement on its way: started, asked for until it has ended, and stopped when the caller says
 * so, its time is over, its thread is interrupted or the engine is closed.
 */
final class StatementRun {

  private static final int LONGEST_STATEMENT = 262_144;
  private static final int STARTS = 6;
  private static final int ATTEMPTS = 3;
  private static final long FIRST_PAUSE_MILLIS = 50;
  private static final long LONGEST_PAUSE_MILLIS = 3_000;

  private final Service service;
  private final SqlStatement statement;
  private final Execution execution;
  private final long started = System.nanoTime();
  private final CountDownLatch unwanted = new CountDownLatch(1);
  private volatile @Nullable String running;

  StatementRun(Service service, SqlStatement statement, Execution execution) {
    this.service = service;
    this.statement = statement;
    this.execution = execution;
  }

  /**
   * Runs the statement to its good end.
   *
   * @param repeatable whether it may be started anew if the service lost it by no fault of its own
   */
  QueryExecution await(boolean repeatable) {
    execution.cancellation().check();
    String sent = checked(StatementText.of(statement));
    try (var byCaller = execution.cancellation().onCancel(unwanted::countDown);
        var byClose = service.closing().onCancel(this::stopForClose)) {
      for (int attempt = 1; ; attempt++) {
        QueryExecution ended = untilEnd(start(sent));
        service.report(ended);
        if (ended.status().state() == QueryExecutionState.SUCCEEDED) {
          tell(ended, 1);
          return ended;
        }
        if (!repeatable || attempt == ATTEMPTS || !isPassing(ended)) {
          throw service.errors().ended(ended, statement);
        }
        pause(attempt);
      }
    }
  }

  private static String checked(String sent) {
    int bytes = sent.getBytes(StandardCharsets.UTF_8).length;
    if (bytes > LONGEST_STATEMENT) {
      throw new UnsupportedByEngineException(
          "Cannot send a statement of %d bytes to athena: it takes %d. Ask for less at once, or publish a part as a table and ask of that."
              .formatted(bytes, LONGEST_STATEMENT));
    }
    return sent;
  }

  private static boolean isPassing(QueryExecution ended) {
    return ended.status().state() == QueryExecutionState.FAILED
        && ended.status().athenaError() != null
        && Boolean.TRUE.equals(ended.status().athenaError().retryable());
  }

  /** The token makes the service take a request that comes twice for one. */
  private String start(String sent) {
    AthenaConfig config = service.config();
    StartQueryExecutionRequest.Builder request =
        StartQueryExecutionRequest.builder()
            .queryString(sent)
            .clientRequestToken(UUID.randomUUID().toString())
            .workGroup(config.workgroup())
            .queryExecutionContext(c -> c.catalog(config.catalog()).database(config.database()));
    if (config.output() != null) {
      request.resultConfiguration(r -> r.outputLocation(config.output() + "/"));
    }
    if (config.reuseMinutes() > 0) {
      request.resultReuseConfiguration(r ->
          r.resultReuseByAgeConfiguration(
              age -> age.enabled(true).maxAgeInMinutes(config.reuseMinutes())));
    }
    for (int attempt = 1; ; attempt++) {
      endIfUnwanted(null);
      try {
        String id = service.athena().startQueryExecution(request.build()).queryExecutionId();
        running = id;
        return id;
      } catch (SdkException e) {
        if (attempt == STARTS || !ServiceErrors.isThrottling(e)) {
          throw failure(e);
        }
      }
      pause(attempt);
    }
  }

  private QueryExecution untilEnd(String id) {
    for (int asked = 0; ; asked++) {
      pause(asked);
      endIfUnwanted(id);
      QueryExecution now = look(id);
      if (now != null) {
        switch (now.status().state()) {
          case SUCCEEDED, FAILED, CANCELLED -> {
            running = null;
            return now;
          }
          default -> tell(now, 0);
        }
      }
    }
  }

  /** Null where the service has too much to do to tell: the statement goes on meanwhile. */
  private @Nullable QueryExecution look(String id) {
    try {
      return service.athena().getQueryExecution(r -> r.queryExecutionId(id)).queryExecution();
    } catch (SdkException e) {
      if (ServiceErrors.isThrottling(e)) {
        return null;
      }
      AthenaException failure = failure(e);
      stop(id);
      throw failure;
    }
  }

  private void tell(QueryExecution now, double fraction) {
    QueryExecutionStatistics statistics = now.statistics();
    Long scanned = statistics == null ? null : statistics.dataScannedInBytes();
    service.tell(
        execution,
        new Progress(
            fraction, millis(), -1, scanned == null ? -1 : scanned, now.queryExecutionId()));
  }

  private long millis() {
    return TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - started);
  }

  private void pause(int before) {
    long pause = (long) Math.min(FIRST_PAUSE_MILLIS * Math.pow(1.5, before), LONGEST_PAUSE_MILLIS);
    if (execution.timeout() != null) {
      pause = Math.clamp(execution.timeout().toMillis() - millis(), 1, pause);
    }
    try {
      if (unwanted.await(pause, TimeUnit.MILLISECONDS)) {
        endIfUnwanted(running);
      }
    } catch (InterruptedException e) {
      throw interrupted(e);
    }
  }

  /** The mark of the interrupt is taken away while the service is told to stop, and put back. */
  private CancelledException interrupted(Exception cause) {
    boolean marked = Thread.interrupted() || cause instanceof InterruptedException;
    stop(running);
    if (marked || cause instanceof AbortedException) {
      Thread.currentThread().interrupt();
    }
    return new CancelledException(
        "The work on engine athena was cancelled: its thread was interrupted.", cause);
  }

  private void endIfUnwanted(@Nullable String id) {
    if (isOver()) {
      stop(id);
      throw new TimedOutException(timedOut());
    }
    if (execution.cancellation().isCancelled()) {
      stop(id);
      throw new CancelledException("The work on engine athena was cancelled by the caller.");
    }
    if (service.closing().isCancelled()) {
      throw closed();
    }
  }

  private static EngineUnavailableException closed() {
    return new EngineUnavailableException("Cannot use engine athena: it is closed. Open it again.");
  }

  private boolean isOver() {
    return execution.timeout() != null
        && System.nanoTime() - started >= execution.timeout().toNanos();
  }

  private String timedOut() {
    return "The statement on engine athena took longer than %s and was stopped. Allow more time, or ask for less."
        .formatted(execution.timeout());
  }

  /** Ends the work between two rows if it is no longer wanted. */
  void check() {
    endIfUnwanted(null);
  }

  /** What an error of a request is: the caller's doing, or the service's. */
  AthenaException failure(SdkException error) {
    if (error instanceof AbortedException || Thread.currentThread().isInterrupted()) {
      return interrupted(error);
    }
    if (isOver()) {
      return new TimedOutException(timedOut(), error);
    }
    return service.closing().isCancelled() ? closed() : service.errors().of(error, statement);
  }

  private void stopForClose() {
    unwanted.countDown();
    stop(running);
  }

  /** A statement that goes on would be paid for; what it scanned until now is. */
  private void stop(@Nullable String id) {
    if (id == null) {
      return;
    }
    running = null;
    try {
      service.athena().stopQueryExecution(r -> r.queryExecutionId(id));
      service.report(
          service.athena().getQueryExecution(r -> r.queryExecutionId(id)).queryExecution());
    } catch (SdkException e) {
      // It had ended by itself, or cannot be reached: the caller is told of why it was stopped.
    }
  }
}
