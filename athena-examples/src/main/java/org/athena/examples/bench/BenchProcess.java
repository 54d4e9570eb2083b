package org.athena.examples.bench;

import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.athena.Athena;
import org.athena.model.Row;
import org.athena.query.Query;

/**
 * One run of one form in a process of its own: prints what it took and the checksums. Without a
 * case it loads and warms what the others start with, and reads next to nothing.
 */
final class BenchProcess {

  private BenchProcess() {}

  /** Takes the folder, the engine's options, the case and {@code athena} or {@code hand}. */
  public static void main(String[] args) throws IOException {
    Path folder = Path.of(args[0]);
    try (Athena athena = Athena.open(BenchLake.url(folder, args[1]), folder)) {
      athena.rows(Query.from(BenchLake.RAW).limit(0));
      if (args.length == 2) {
        warm(athena);
      } else {
        measure(athena, BenchCase.valueOf(args[2]), args[3]);
      }
    }
  }

  private static void warm(Athena athena) {
    for (BenchCase each : BenchCase.values()) {
      athena.explain(each.question());
      athena.explain(each.byHand());
    }
    athena.rows(Query.from(BenchLake.RAW).limit(1));
  }

  private static void measure(Athena athena, BenchCase what, String form) throws IOException {
    long start = System.nanoTime();
    List<Row> rows = athena.rows(form.equals("hand") ? what.byHand() : what.question());
    long wall = (System.nanoTime() - start) / 1_000_000;
    System.out.printf("%d %d %d %s%n", wall, cpuMillis(), peakMegabytes(), rows.get(0).values());
  }

  private static long cpuMillis() {
    return ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class).getProcessCpuTime()
        / 1_000_000;
  }

  /** The largest resident size so far, where the system tells it. */
  private static long peakMegabytes() throws IOException {
    Path status = Path.of("/proc/self/status");
    if (!Files.exists(status)) {
      return 0;
    }
    return Files.readAllLines(status).stream()
        .filter(line -> line.startsWith("VmHWM"))
        .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) / 1024)
        .findFirst()
        .orElse(0);
  }
}
