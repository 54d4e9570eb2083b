package org.athena.examples.bench;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.ToLongFunction;
import java.util.stream.Stream;
import org.athena.breakage.TextTable;

/**
 * Prints a table of Athena beside hand-written SQL of the same meaning on DuckDB: medians over
 * several runs of whole processes, the forms in turn. Of the time a question takes its planning is
 * a part; a process also starts Java and opens the database.
 *
 * <p>{@code Benchmark [transactions=10000000] [runs=3] [folder] [engine options] [cases]}; the
 * folder keeps the data for the next time. Two threads, so that figures compare between machines.
 * Both forms start with what a first process leaves in the folder of loaded classes, and on Java 25
 * and later of profiles (JEP 515), as far as the class path is of jars.
 */
public final class Benchmark {

  private final Path folder;
  private final String options;
  private final int runs;

  private record Run(long question, long process, long cpu, long peak, String checksum) {}

  private Benchmark(Path folder, String options, int runs) {
    this.folder = folder;
    this.options = options;
    this.runs = runs;
  }

  /** Runs the benchmark. */
  public static void main(String[] args) throws IOException, InterruptedException {
    long transactions = args.length > 0 ? Long.parseLong(args[0]) : 10_000_000;
    int runs = args.length > 1 ? Integer.parseInt(args[1]) : 3;
    Path folder =
        Path.of(args.length > 2 ? args[2] : "target/bench-" + transactions).toAbsolutePath();
    String options = args.length > 3 ? args[3] : "threads=2";
    List<BenchCase> cases =
        args.length > 4
            ? Stream.of(args[4].split(",")).map(BenchCase::valueOf).toList()
            : Arrays.asList(BenchCase.values());
    System.out.printf("preparing %,d transactions in %s%n", transactions, folder);
    BenchLake.writeLog(folder, transactions);
    if (cases.stream().anyMatch(BenchCase::readsTables)) {
      BenchLake.makeTables(folder, transactions);
    }
    System.out.print(new Benchmark(folder, options, runs).table(cases));
  }

  private String table(List<BenchCase> cases) throws IOException, InterruptedException {
    TextTable table =
        new TextTable(
            "case",
            "question ms",
            "by hand",
            "ratio",
            "process ms",
            "by hand",
            "ratio",
            "cpu ms",
            "by hand",
            "ratio",
            "peak MB",
            "by hand",
            "ratio");
    warm();
    for (BenchCase each : cases) {
      List<Run> athena = new ArrayList<>();
      List<Run> hand = new ArrayList<>();
      for (int i = 0; i < runs; i++) {
        athena.add(run(each, "athena"));
        hand.add(run(each, "hand"));
      }
      String checksum = athena.get(0).checksum();
      if (!checksum.equals(hand.get(0).checksum())) {
        throw new IllegalStateException(
            each + " answers " + checksum + ", by hand " + hand.get(0).checksum());
      }
      List<String> row = new ArrayList<>(List.of(each.name().toLowerCase(java.util.Locale.ROOT)));
      row.addAll(compared(athena, hand, Run::question));
      row.addAll(compared(athena, hand, Run::process));
      row.addAll(compared(athena, hand, Run::cpu));
      row.addAll(compared(athena, hand, Run::peak));
      table.row(row);
    }
    return table.toString();
  }

  private static List<String> compared(List<Run> athena, List<Run> hand, ToLongFunction<Run> of) {
    long one = median(athena, of);
    long other = median(hand, of);
    return List.of(
        String.valueOf(one),
        String.valueOf(other),
        String.format(java.util.Locale.ROOT, "%.2f", one / (double) Math.max(1, other)));
  }

  private static long median(List<Run> runs, ToLongFunction<Run> of) {
    return runs.stream().mapToLong(of).sorted().skip(runs.size() / 2).findFirst().orElse(0);
  }

  private void warm() throws IOException, InterruptedException {
    String archive = folder.resolve("classes").toString();
    output(
        profiles()
            ? "-XX:AOTCacheOutput=" + archive + ".aot"
            : "-XX:ArchiveClassesAtExit=" + archive + ".jsa");
  }

  private Run run(BenchCase what, String form) throws IOException, InterruptedException {
    String archive = folder.resolve("classes").toString();
    long start = System.nanoTime();
    String out =
        output(
            profiles()
                ? "-XX:AOTCache=" + archive + ".aot"
                : "-XX:SharedArchiveFile=" + archive + ".jsa",
            what.name(),
            form);
    long process = (System.nanoTime() - start) / 1_000_000;
    String[] parts = out.strip().split(" ", 4);
    return new Run(
        Long.parseLong(parts[0]),
        process,
        Long.parseLong(parts[1]),
        Long.parseLong(parts[2]),
        parts[3]);
  }

  private static boolean profiles() {
    return Runtime.version().feature() >= 25;
  }

  private String output(String archive, String... asked) throws IOException, InterruptedException {
    List<String> command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "--enable-native-access=ALL-UNNAMED",
                "-Xmx1g",
                archive,
                "-Xlog:disable",
                "-cp",
                System.getProperty("java.class.path"),
                BenchProcess.class.getName(),
                folder.toString(),
                options));
    command.addAll(List.of(asked));
    Process process =
        new ProcessBuilder(command)
            .redirectError(
                archive.contains("Output")
                    ? ProcessBuilder.Redirect.DISCARD
                    : ProcessBuilder.Redirect.INHERIT)
            .start();
    String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    if (process.waitFor() != 0) {
      throw new IllegalStateException(String.join(" ", asked) + " failed");
    }
    return out;
  }
}
