package org.athena.kit;

import static org.athena.kit.Subject.N;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.stream.Stream;
import org.athena.model.Row;
import org.athena.spi.Capability;
import org.junit.jupiter.api.Test;

/** Many rows pass through a heap that does not grow with them, where the engine says so. */
interface ScaleContract extends Topic {

  /** How many rows are streamed. */
  long MANY = 3_000_000;

  /** How many of an engine that holds them all. */
  long SOME = 100_000;

  @Test
  default void streamsManyRowsInBoundedMemory() {
    boolean bounded = subject().profile().can(Capability.STREAMING);
    long rows = bounded ? MANY : SOME;
    long[] sum = new long[1];
    long before = inUse();
    long[] most = new long[1];
    try (Stream<Row> stream = subject().athena().stream(subject().numbers(rows))) {
      stream.forEach(row -> {
        long n = row.require(N);
        sum[0] += n;
        if (n % (MANY / 6) == 0) {
          most[0] = Math.max(most[0], inUse());
        }
      });
    }
    assertEquals(rows * (rows - 1) / 2, sum[0]);
    if (bounded) {
      long grown = most[0] - before;
      assertTrue(grown < 150L << 20, "the heap in use grew by " + (grown >> 20) + " MiB");
    }
  }

  private static long inUse() {
    System.gc();
    Runtime runtime = Runtime.getRuntime();
    return runtime.totalMemory() - runtime.freeMemory();
  }
}
