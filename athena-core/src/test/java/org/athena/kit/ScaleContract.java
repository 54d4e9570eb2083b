package org.athena.kit;

import static org.athena.kit.Subject.N;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.stream.Stream;
import org.athena.model.Row;
import org.junit.jupiter.api.Test;

/** Many rows pass through a heap that does not grow with them. */
interface ScaleContract extends Topic {

  /** How many rows are streamed. */
  long MANY = 3_000_000;

  @Test
  default void streamsManyRowsInBoundedMemory() {
    try (Stream<Row> stream = subject().athena().stream(subject().numbers(MANY))) {
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
      assertEquals(MANY * (MANY - 1) / 2, sum[0]);
      assertTrue(most[0] < 250L << 20, "heap in use was " + (most[0] >> 20) + " MiB");
    }
  }
}
