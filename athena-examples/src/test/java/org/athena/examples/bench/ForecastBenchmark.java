package org.athena.examples.bench;

import java.util.List;
import java.util.concurrent.TimeUnit;
import org.athena.breakage.ForecastMethod;
import org.athena.breakage.Triangle;
import org.athena.examples.ForecastTimings;
import org.athena.forecast.CapeCod;
import org.athena.forecast.GrowthCurve;
import org.athena.forecast.Hazard;
import org.athena.forecast.Mack;
import org.athena.forecast.OdpBootstrap;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** Forecasts of 20 segments of 60 cohorts by 60 ages. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
@Fork(1)
public class ForecastBenchmark {

  /** The method. */
  @Param({"mack", "cape-cod", "hazard", "growth", "bootstrap"})
  public String method;

  private ForecastMethod chosen;
  private List<Triangle> triangles;

  /** Makes up the triangles. */
  @Setup
  public void makeUp() {
    triangles = ForecastTimings.triangles(20, 60);
    chosen =
        switch (method) {
          case "mack" -> Mack.volumeWeighted();
          case "cape-cod" -> CapeCod.plain();
          case "hazard" -> Hazard.all();
          case "growth" -> GrowthCurve.lognormal();
          case "bootstrap" -> OdpBootstrap.standard();
          default -> throw new IllegalArgumentException(method);
        };
  }

  /** All segments, one after the other. */
  @Benchmark
  public Object forecast() {
    return chosen.forecast(triangles);
  }
}
