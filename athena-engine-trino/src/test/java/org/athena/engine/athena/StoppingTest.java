package org.athena.engine.athena;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.function.Consumer;
import org.athena.engine.athena.Script.Answer;
import org.athena.error.CancelledException;
import org.athena.error.EngineUnavailableException;
import org.athena.error.TimedOutException;
import org.athena.model.Column;
import org.athena.spi.Cancellation;
import org.athena.spi.Engine;
import org.athena.spi.Execution;
import org.athena.spi.Progress;
import org.athena.spi.SqlStatement;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A statement that nobody wants any more is stopped on the service, where it would cost. */
class StoppingTest {

  private static final List<Column<?>> N = List.of(Column.integer("n"));
  private static final SqlStatement ONE = SqlStatement.of("SELECT 1 AS n");

  private final List<QueryReport> reports = new CopyOnWriteArrayList<>();
  private final CountDownLatch running = new CountDownLatch(1);
  private final List<Progress> told = new CopyOnWriteArrayList<>();
  private final Consumer<Progress> progress =
      p -> {
        told.add(p);
        if (p.bytes() > 0) {
          running.countDown();
        }
      };
  private Endpoint endpoint;
  private Engine engine;

  @BeforeEach
  void open() {
    endpoint = new Endpoint(new Script(Answer.endless()));
    engine = endpoint.engine("").reporting(reports::add).open();
  }

  @AfterEach
  void close() {
    engine.close();
    endpoint.close();
  }

  private void assertStoppedOnce() {
    assertEquals(1, endpoint.requests("StopQueryExecution").size());
    assertEquals(1, reports.size(), "what was scanned until then is paid for, so it is told");
    assertEquals(QueryReport.State.CANCELLED, reports.get(0).state());
    assertEquals(700, reports.get(0).bytesScanned());
  }

  @Test
  void whenItsTimeIsOver() {
    Execution limited = new Execution(Duration.ofMillis(400), new Cancellation(), progress);
    var e = assertThrows(TimedOutException.class, () -> engine.query(ONE, N, limited));
    assertEquals(
        "The statement on engine athena took longer than PT0.4S and was stopped. Allow more time, or ask for less.",
        e.getMessage());
    assertStoppedOnce();
  }

  @Test
  void whenTheCallerCancels() throws Exception {
    Cancellation cancellation = new Cancellation();
    CompletableFuture<?> asked =
        CompletableFuture.supplyAsync(
            () -> engine.query(ONE, N, new Execution(null, cancellation, progress)));
    running.await();
    cancellation.cancel();
    var e = assertThrows(CompletionException.class, asked::join);
    assertInstanceOf(CancelledException.class, e.getCause());
    assertStoppedOnce();
    assertTrue(told.stream().allMatch(p -> p.fraction() == 0), told.toString());
    assertTrue(told.stream().anyMatch(p -> p.bytes() == 500 && p.queryId() != null));
  }

  @Test
  void whenItsThreadIsInterrupted() throws Exception {
    var failure = new CompletableFuture<Throwable>();
    var marked = new CompletableFuture<Boolean>();
    Thread thread =
        Thread.ofPlatform()
            .start(() -> {
              try {
                engine.query(ONE, N, new Execution(null, new Cancellation(), progress));
              } catch (RuntimeException e) {
                marked.complete(Thread.currentThread().isInterrupted());
                failure.complete(e);
              }
            });
    running.await();
    thread.interrupt();
    assertInstanceOf(CancelledException.class, failure.join());
    assertTrue(marked.join(), "the mark of the interrupt stays");
    assertStoppedOnce();
  }

  @Test
  void whenTheEngineIsClosed() throws Exception {
    CompletableFuture<?> asked =
        CompletableFuture.supplyAsync(
            () -> engine.query(ONE, N, new Execution(null, new Cancellation(), progress)));
    running.await();
    engine.close();
    var e = assertThrows(CompletionException.class, asked::join);
    assertInstanceOf(EngineUnavailableException.class, e.getCause());
    assertStoppedOnce();
    assertThrows(
        EngineUnavailableException.class, () -> engine.query(ONE, N, Execution.unlimited()));
  }

  @Test
  void nothingIsSentForWhatWasCancelledBefore() {
    Cancellation cancellation = new Cancellation();
    cancellation.cancel();
    assertThrows(
        CancelledException.class,
        () -> engine.query(ONE, N, new Execution(null, cancellation, null)));
    assertEquals(List.of(), endpoint.statements());
    assertFalse(endpoint.requests("GetWorkGroup").isEmpty());
  }
}
