package org.athena.kit;

import static org.athena.kit.Subject.N;
import static org.athena.query.Query.from;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.athena.Athena;
import org.athena.RunOptions;
import org.athena.StatementEvent;
import org.athena.error.CancelledException;
import org.athena.error.TimedOutException;
import org.athena.model.Aggregate;
import org.athena.model.Column;
import org.athena.model.Expressions;
import org.athena.model.On;
import org.athena.model.Row;
import org.athena.query.Query;
import org.athena.spi.Cancellation;
import org.athena.spi.Capability;
import org.junit.jupiter.api.Test;

/** Time-outs, cancellation, streams left early, progress, listeners and closing. */
interface LifecycleContract extends Topic {

  /** A question that would run for minutes: everything joined with everything. */
  private Query endless() {
    Query left = from(subject().numbers(400_000)).select(N, Expressions.literal(0L).as("zero"));
    Query right =
        from(subject().numbers(400_000)).select(N.as("m"), Expressions.literal(0L).as("also_zero"));
    return left.join(right, On.on(Column.integer("zero"), Column.integer("also_zero")))
        .where(N.lt(Column.integer("m")))
        .measure(Aggregate.sumOf(N).as("sum"));
  }

  @Test
  default void stopsAfterItsTimeAndGoesOn() {
    Query endless = endless();
    long start = System.nanoTime();
    TimedOutException e =
        assertThrows(
            TimedOutException.class,
            () ->
                subject()
                    .athena()
                    .fetch(endless, RunOptions.none().timeout(Duration.ofMillis(300))));
    assertTrue(e.getMessage().contains("PT0.3S"), e.getMessage());
    assertTrue(System.nanoTime() - start < TimeUnit.SECONDS.toNanos(30));
    assertEquals(3, subject().athena().rows(subject().numbers(3)).size());
  }

  @Test
  default void isCancelledBeforeDuringAndAfter() throws Exception {
    Athena athena = subject().athena();
    Query endless = endless();
    Cancellation before = new Cancellation();
    before.cancel();
    List<StatementEvent> none =
        subject()
            .during(() ->
                assertThrows(
                    CancelledException.class,
                    () -> athena.fetch(endless, RunOptions.none().cancelledBy(before))));
    assertEquals(List.of(), none, "nothing was sent");
    try (var pool = Executors.newSingleThreadScheduledExecutor()) {
      Cancellation during = new Cancellation();
      pool.schedule(during::cancel, 300, TimeUnit.MILLISECONDS);
      List<StatementEvent> one =
          subject()
              .during(() ->
                  assertThrows(
                      CancelledException.class,
                      () -> athena.fetch(endless, RunOptions.none().cancelledBy(during))));
      assertEquals(1, one.size());
      assertNotNull(one.get(0).error());
    }
    Cancellation after = new Cancellation();
    athena.fetch(from(subject().numbers(3)), RunOptions.none().cancelledBy(after));
    after.cancel();
    assertEquals(3, athena.rows(subject().numbers(3)).size());
  }

  @Test
  default void aStreamMayBeLeftEarlyAndItsConnectionComesBack() {
    long many = subject().profile().can(Capability.STREAMING) ? 100_000 : 1_000;
    for (int i = 0; i < 20; i++) {
      try (Stream<Row> stream = subject().athena().stream(subject().numbers(many))) {
        Iterator<Row> rows = stream.iterator();
        assertTrue(rows.hasNext());
        assertNotNull(rows.next());
      }
    }
  }

  @Test
  default void listenersAreToldOfEachStatement() {
    Query query = from(subject().numbers(3));
    List<StatementEvent> events = subject().during(() -> subject().athena().fetch(query));
    assertEquals(1, events.size());
    assertEquals(3, events.get(0).rows());
    assertTrue(events.get(0).sql().startsWith("select"), events.get(0).sql());
  }

  @Test
  default void progressIsToldJustWhereTheEngineHasIt() {
    Query endless = endless();
    List<Double> progress = new CopyOnWriteArrayList<>();
    assertThrows(
        TimedOutException.class,
        () ->
            subject()
                .athena()
                .fetch(
                    endless,
                    RunOptions.none()
                        .timeout(Duration.ofSeconds(2))
                        .onProgress(p -> progress.add(p.fraction()))));
    assertEquals(subject().profile().can(Capability.PROGRESS), !progress.isEmpty());
    assertTrue(progress.stream().allMatch(p -> p >= 0 && p <= 1), progress.toString());
  }

  @Test
  default void mayBeClosedTwice() {
    Athena athena = subject().open();
    athena.close();
    athena.close();
  }
}
