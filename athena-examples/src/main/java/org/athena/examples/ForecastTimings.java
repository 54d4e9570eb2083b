package org.athena.examples;

import java.io.PrintStream;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SplittableRandom;
import org.athena.breakage.ForecastMethod;
import org.athena.breakage.Segment;
import org.athena.breakage.Triangle;
import org.athena.forecast.Mack;
import org.athena.forecast.OdpBootstrap;

/** How long forecasts of many segments take: the first call of this JVM, and the median after. */
public final class ForecastTimings {

  private static final int REPEATS = 15;

  private ForecastTimings() {}

  /** Times Mack and the bootstrap of 1,000 draws on 20 segments of 60 cohorts by 60 ages. */
  public static void main(String[] args) {
    List<Triangle> triangles = triangles(20, 60);
    time(System.out, Mack.volumeWeighted(), triangles);
    time(System.out, OdpBootstrap.standard(), triangles);
  }

  static void time(PrintStream out, ForecastMethod method, List<Triangle> triangles) {
    double first = milliseconds(method, triangles);
    double[] later = new double[REPEATS];
    for (int n = 0; n < later.length; n++) {
      later[n] = milliseconds(method, triangles);
    }
    Arrays.sort(later);
    out.printf(
        Locale.ROOT,
        "%-30s %d segments: first call %.0f ms, median %.0f ms, fastest %.0f ms%n",
        method.name(),
        triangles.size(),
        first,
        later[later.length / 2],
        later[0]);
  }

  private static double milliseconds(ForecastMethod method, List<Triangle> triangles) {
    long start = System.nanoTime();
    if (method.forecast(triangles).size() != triangles.size()) {
      throw new AssertionError("A forecast is missing.");
    }
    return (System.nanoTime() - start) / 1e6;
  }

  /** Made-up triangles whose cohorts redeem a falling share of what was issued. */
  public static List<Triangle> triangles(int segments, int size) {
    List<Triangle> triangles = new ArrayList<>(segments);
    for (int s = 0; s < segments; s++) {
      SplittableRandom random = new SplittableRandom(s);
      List<Triangle.Cohort> cohorts = new ArrayList<>(size);
      for (int i = 0; i < size; i++) {
        cohorts.add(cohort("c" + i, size - i, random));
      }
      triangles.add(new Triangle(new Segment("USD", Map.of("program", "p" + s)), cohorts));
    }
    return triangles;
  }

  private static Triangle.Cohort cohort(String origin, int ages, SplittableRandom random) {
    long issued = random.nextLong(50_000_000, 150_000_000);
    double redeemed = 0;
    List<Triangle.Cell> cells = new ArrayList<>(ages);
    for (int k = 0; k < ages; k++) {
      redeemed += issued * 0.1 * Math.pow(0.88, k) * random.nextDouble(0.7, 1.3);
      cells.add(
          Triangle.Cell.of(
              k, BigDecimal.valueOf(issued, 2), BigDecimal.valueOf(Math.round(redeemed), 2)));
    }
    return new Triangle.Cohort(origin, cells);
  }
}
