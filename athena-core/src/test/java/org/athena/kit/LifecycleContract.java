package org.athena.kit;

import static org.athena.query.Query.from;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.ArrayList;
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
import org.athena.error.EngineFailedException;
import org.athena.error.TimedOutException;
import org.athena.model.Column;
import org.athena.model.NativeQuery;
import org.athena.model.Relation;
import org.athena.model.Row;
import org.athena.query.Query;
import org.athena.spi.Cancellation;
import org.junit.jupiter.api.Test;

/** Time-outs, cancellation, streams, progress, listeners and closing. */
public abstract class LifecycleContract extends EngineContract {

  protected static final Column<Long> N = Column.integer("n");

  /** A relation of {@code rows} rows with column {@link #N} from 0. */
  protected abstract Relation numbers(long rows);

  /** Joins everything with everything: the pairs are equal in a constant. */
  private static final Column<Long> LEFT_ZERO = Column.integer("zero");

  private static final Column<Long> RIGHT_ZERO = Column.integer("also_zero");

  /** A question that would run for minutes. */
  private Query endless() {
    var left =
        from(numbers(400_000)).select(N, org.athena.model.Expressions.literal(0L).as("zero"));
    var right =
        from(numbers(400_000))
            .select(N.as("m"), org.athena.model.Expressions.literal(0L).as("also_zero"));
    return left.join(right, org.athena.model.On.on(LEFT_ZERO, RIGHT_ZERO))
        .where(N.lt(Column.integer("m")))
        .measure(org.athena.model.Aggregate.sumOf(N).as("sum"));
  }

  @Test
  void stopsAfterItsTime() {
    try (Athena athena = open()) {
      long start = System.nanoTime();
      TimedOutException e =
          assertThrows(
              TimedOutException.class,
              () -> athena.fetch(endless(), RunOptions.none().timeout(Duration.ofMillis(300))));
      assertTrue(e.getMessage().contains("PT0.3S"), e.getMessage());
      assertTrue(System.nanoTime() - start < TimeUnit.SECONDS.toNanos(20));
      assertEquals(3L, athena.rows(from(numbers(3)).count()).get(0).get(Column.integer("count")));
    }
  }

  @Test
  void isCancelledBeforeDuringAndAfter() throws Exception {
    try (Athena athena = open();
        var pool = Executors.newSingleThreadScheduledExecutor()) {
      List<StatementEvent> events = new CopyOnWriteArrayList<>();
      athena.listening(events::add);
      Cancellation before = new Cancellation();
      before.cancel();
      assertThrows(
          CancelledException.class,
          () -> athena.fetch(endless(), RunOptions.none().cancelledBy(before)));
      assertEquals(List.of(), events, "nothing was sent");
      Cancellation during = new Cancellation();
      pool.schedule(during::cancel, 300, TimeUnit.MILLISECONDS);
      assertThrows(
          CancelledException.class,
          () -> athena.fetch(endless(), RunOptions.none().cancelledBy(during)));
      assertEquals(1, events.size());
      assertNotNull(events.get(0).error());
      Cancellation after = new Cancellation();
      athena.fetch(from(numbers(3)), RunOptions.none().cancelledBy(after));
      after.cancel();
      assertEquals(3, athena.rows(numbers(3)).size());
    }
  }

  @Test
  void streamsManyRowsInBoundedMemory() {
    long rows = 3_000_000;
    try (Athena athena = open();
        Stream<Row> stream = athena.stream(numbers(rows))) {
      long[] sum = new long[1];
      long[] most = new long[1];
      stream.forEach(row -> {
        long n = row.require(N);
        sum[0] += n;
        if (n % 500_000 == 0) {
          System.gc();
          Runtime runtime = Runtime.getRuntime();
          most[0] = Math.max(most[0], runtime.totalMemory() - runtime.freeMemory());
        }
      });
      assertEquals(rows * (rows - 1) / 2, sum[0]);
      assertTrue(most[0] < 200L << 20, "heap in use was " + (most[0] >> 20) + " MiB");
    }
  }

  @Test
  void streamMayBeLeftEarlyAndItsConnectionComesBack() {
    try (Athena athena = open()) {
      for (int i = 0; i < 20; i++) {
        try (Stream<Row> stream = athena.stream(numbers(1_000_000))) {
          Iterator<Row> rows = stream.iterator();
          assertTrue(rows.hasNext());
          assertNotNull(rows.next());
        }
      }
    }
  }

  @Test
  void tellsOfStatements() {
    try (Athena athena = open()) {
      List<StatementEvent> events = new ArrayList<>();
      athena.listening(events::add);
      athena.fetch(from(numbers(3)));
      assertEquals(1, events.size());
      assertEquals(3, events.get(0).rows());
      assertTrue(events.get(0).sql().startsWith("select"), events.get(0).sql());
    }
  }

  @Test
  void tellsOfProgressWhereTheEngineCan() {
    try (Athena athena = open()) {
      List<Double> progress = new CopyOnWriteArrayList<>();
      assertThrows(
          TimedOutException.class,
          () ->
              athena.fetch(
                  endless(),
                  RunOptions.none()
                      .timeout(Duration.ofSeconds(2))
                      .onProgress(p -> progress.add(p.fraction()))));
      assertEquals(
          athena.engine().can(org.athena.spi.Capability.PROGRESS),
          !progress.isEmpty(),
          "progress is told just where the engine has it");
      assertTrue(progress.stream().allMatch(p -> p >= 0 && p <= 1), progress.toString());
    }
  }

  @Test
  void engineErrorsTellKindEngineAndStatement() {
    try (Athena athena = open()) {
      NativeQuery wrong =
          NativeQuery.of("wrong", athena.engine().name(), "select * from no_such_table", N);
      EngineFailedException e = assertThrows(EngineFailedException.class, () -> athena.rows(wrong));
      assertEquals(EngineFailedException.Kind.NOT_FOUND, e.kind());
      assertEquals(athena.engine().name(), e.engine());
      assertTrue(e.statement().contains("no_such_table"));
      assertEquals(1, athena.rows(numbers(1)).size());
    }
  }

  @Test
  void mayBeClosedTwice() {
    Athena athena = open();
    athena.close();
    athena.close();
  }
}
