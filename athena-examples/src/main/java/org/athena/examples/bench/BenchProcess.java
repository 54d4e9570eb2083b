package org.athena.examples.bench;

import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.athena.Athena;
import org.athena.model.Relation;
import org.athena.model.Row;
import org.athena.query.Query;

/** One run of one form in a process of its own: prints what it took and the checksums. */
final class BenchProcess {

  private BenchProcess() {}

  /** Takes the folder, the engine's options, the case and {@code athena} or {@code hand}. */
  public static void main(String[] args) throws IOException {
    Path folder = Path.of(args[0]);
    BenchCase what = BenchCase.valueOf(args[2]);
    try (Athena athena = Athena.open(BenchLake.url(folder, args[1]), folder)) {
      athena.rows(Query.from(BenchLake.RAW).limit(0));
      long start = System.nanoTime();
      Relation asked = args[3].equals("hand") ? what.byHand() : what.question();
      List<Row> rows = athena.rows(asked);
      long wall = (System.nanoTime() - start) / 1_000_000;
      System.out.printf("%d %d %d %s%n", wall, cpuMillis(), peakMegabytes(), rows.get(0).values());
    }
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
