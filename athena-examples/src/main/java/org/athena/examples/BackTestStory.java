package org.athena.examples;

import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.athena.Athena;
import org.athena.breakage.ForecastMethod;
import org.athena.breakage.Triangle;
import org.athena.examples.sample.SampleLog;
import org.athena.forecast.BackTest;
import org.athena.forecast.BackTestReport;
import org.athena.forecast.CapeCod;
import org.athena.forecast.ChainLadder;
import org.athena.forecast.Comparison;
import org.athena.forecast.GrowthCurve;
import org.athena.forecast.Mack;
import org.athena.forecast.NaiveRate;
import org.athena.forecast.OdpBootstrap;
import org.athena.forecast.Tail;
import org.athena.model.AsOf;
import org.athena.query.TriangleQuery;

/**
 * Which method to trust: forecasts made at the quarter ends of two years, each from what the log
 * knew then, beside what came.
 */
public final class BackTestStory {

  private static final LocalDate LAST_DAY = LocalDate.of(2025, 12, 31);
  private static final int QUARTERS = 8;
  private static final long CARDS = 20_000;

  // @start region="methods"
  static final List<ForecastMethod> METHODS =
      List.of(
          Mack.volumeWeighted(),
          ChainLadder.volumeWeighted().tail(Tail.exponential()),
          CapeCod.plain(),
          GrowthCurve.lognormal(),
          NaiveRate.olderThan(24),
          OdpBootstrap.standard());

  // @end

  private BackTestStory() {}

  /**
   * Writes a sample log to a temporary folder, tests methods on it and compares them.
   *
   * @param args the number of cards, 20000 without it
   */
  public static void main(String[] args) {
    try (ScratchFolder scratch = new ScratchFolder()) {
      tell(args.length == 0 ? CARDS : Long.parseLong(args[0]), scratch.path(), System.out);
    }
  }

  static BackTestReport tell(long cards, Path folder, PrintStream out) {
    SampleLog.cards(cards).writeTo(folder);
    try (Athena athena = Athena.open("duckdb:", folder)) {
      BackTestReport report = report(athena);
      out.print(report);
      out.println();
      out.print(Comparison.of(METHODS, triangles(athena, AsOf.endOf(LAST_DAY))));
      return report;
    }
  }

  private static BackTestReport report(Athena athena) {
    // @start region="back-test"
    List<AsOf> quarterEnds = new ArrayList<>();
    for (int n = QUARTERS; n >= 1; n--) {
      LocalDate end = LAST_DAY.plusDays(1).minusMonths(3L * n).minusDays(1);
      quarterEnds.add(AsOf.endOf(end).knownAt(endOf(end)));
    }
    AsOf now = AsOf.endOf(LAST_DAY);
    BackTest test = new BackTest(METHODS, List.of(1, 3, 12), Mack.volumeWeighted());
    BackTestReport report = test.over(quarterEnds, now, asOf -> triangles(athena, asOf));
    // @end
    return report;
  }

  /** A triangle of months for each program, in dollars. */
  private static List<Triangle> triangles(Athena athena, AsOf asOf) {
    TriangleQuery query = TriangleQuery.of(SampleCards.LOG, asOf).by(SampleCards.PROGRAM);
    return athena.fetch(query).list().stream()
        .filter(triangle -> "USD".equals(triangle.segment().currency()))
        .toList();
  }

  private static Instant endOf(LocalDate day) {
    return day.plusDays(1).atStartOfDay(ZoneOffset.UTC).toInstant().minusNanos(1_000);
  }
}
