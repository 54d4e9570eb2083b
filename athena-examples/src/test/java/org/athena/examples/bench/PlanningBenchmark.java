package org.athena.examples.bench;

import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.athena.Athena;
import org.athena.examples.SampleCards;
import org.athena.model.AsOf;
import org.athena.model.Lake;
import org.athena.query.TriangleQuery;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/** Planning a question and rendering its SQL; nothing is sent to the engine. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 10, time = 2)
@Measurement(iterations = 5, time = 1)
@Fork(
    value = 1,
    jvmArgsAppend = {"--enable-native-access=ALL-UNNAMED", "-Dorg.jooq.no-logo=true"})
public class PlanningBenchmark {

  private static final AsOf AS_OF = AsOf.endOf("2025-12-31");

  private Athena athena;

  /** Opens an engine that is asked nothing. */
  @Setup
  public void open() {
    athena = Athena.open("duckdb:", Lake.at(Path.of("")));
  }

  /** Closes it. */
  @TearDown
  public void close() {
    athena.close();
  }

  /** A triangle by program over a log with duplicates, corrections, references and expiry. */
  @Benchmark
  public Object triangle() {
    return athena.explain(TriangleQuery.of(SampleCards.LOG, AS_OF).by(SampleCards.PROGRAM));
  }
}
