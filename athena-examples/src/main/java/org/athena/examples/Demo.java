package org.athena.examples;

import static org.athena.model.Aggregate.count;
import static org.athena.model.Aggregate.max;
import static org.athena.model.Aggregate.min;
import static org.athena.model.Grain.QUARTER;
import static org.athena.query.Query.from;

import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.athena.Athena;
import org.athena.RunOptions;
import org.athena.breakage.AuditReport;
import org.athena.breakage.Forecast;
import org.athena.breakage.Forecasts;
import org.athena.breakage.Triangle;
import org.athena.breakage.Triangles;
import org.athena.examples.sample.Progress;
import org.athena.examples.sample.SampleLog;
import org.athena.examples.sample.Written;
import org.athena.forecast.ChainLadder;
import org.athena.forecast.Mack;
import org.athena.forecast.NaiveRate;
import org.athena.forecast.Tail;
import org.athena.model.AsOf;
import org.athena.model.Measure;
import org.athena.query.AuditQuery;
import org.athena.query.Question;
import org.athena.query.TriangleQuery;

/**
 * The demo: writes a sample log whose true breakage is known, reads it with DuckDB, accounts for
 * every row, and forecasts the breakage beside the truth.
 */
public final class Demo {

  static final String CURRENCY = "USD";
  static final Measure<Long> ROWS = count().as("rows");
  static final Measure<Instant> FIRST = min(SampleCards.OCCURRED).as("first");
  static final Measure<Instant> LAST = max(SampleCards.OCCURRED).as("last");

  private static final AsOf AS_OF = AsOf.endOf("2025-12-31");
  private static final int MATURE_MONTHS = 36;

  private final PrintStream out;
  private final ProgressLine progress;
  private final Steps steps = new Steps();

  Demo(PrintStream out, boolean terminal) {
    this.out = out;
    this.progress = new ProgressLine(out, terminal);
  }

  /**
   * Runs the demo.
   *
   * @param args the number of cards, 100000 without it, and the folder in which the log is to be
   *     kept, a temporary one without it
   */
  public static void main(String[] args) {
    DemoArguments arguments;
    try {
      arguments = DemoArguments.of(args);
    } catch (IllegalArgumentException e) {
      System.err.println(e.getMessage());
      System.exit(2);
      return;
    }
    Demo demo = new Demo(System.out, ProgressLine.onTerminal());
    Path kept = arguments.folder();
    if (kept != null) {
      demo.run(arguments.cards(), kept);
      return;
    }
    try (ScratchFolder scratch = new ScratchFolder()) {
      demo.run(arguments.cards(), scratch.path());
    }
  }

  DemoFindings run(long cards, Path folder) {
    Written written = steps.take("write the log", () -> write(cards, folder));
    try (Athena athena = steps.take("open DuckDB", () -> Athena.open("duckdb:", folder))) {
      DemoFindings findings = ask(athena, written);
      progress.clear();
      out.print(new DemoPage(findings, athena.engine().name()).text());
      out.print("\n" + steps);
      return findings;
    }
  }

  private Written write(long cards, Path folder) {
    int perFile = Math.clamp(cards / 8, 5_000, 250_000);
    return SampleLog.cards(cards).cardsPerFile(perFile).writeTo(folder, this::show);
  }

  private void show(Progress written) {
    progress.show(
        "writing: %s of %s cards, %s rows"
            .formatted(
                Grid.count(written.cards()),
                Grid.count(written.ofCards()),
                Grid.count(written.rows())));
  }

  private DemoFindings ask(Athena athena, Written written) {
    var seen = ask(athena, "count rows", from(SampleCards.TRANSACTIONS).measure(ROWS, FIRST, LAST));
    AuditReport audit = ask(athena, "audit", AuditQuery.of(SampleCards.LOG, AS_OF));

    // @start region="triangles"
    TriangleQuery months = TriangleQuery.of(SampleCards.LOG, AS_OF);
    TriangleQuery quarters = months.cohorts(QUARTER).ages(QUARTER);
    TriangleQuery programs = months.by(SampleCards.PROGRAM);
    // @end
    Triangles byQuarter = ask(athena, "triangle of quarters", quarters);
    Triangles byMonth = ask(athena, "triangle of months", months);
    Triangles byProgram = ask(athena, "triangles of programs", programs);

    Triangle dollars = inDollars(byMonth).get(0);
    List<Triangle> programsInDollars = inDollars(byProgram);
    // @start region="forecasts"
    Mack mack = Mack.volumeWeighted().tail(Tail.exponential());
    List<Forecast> methods =
        steps.take(
            "forecast",
            () ->
                List.of(
                    NaiveRate.olderThan(MATURE_MONTHS).forecast(dollars),
                    ChainLadder.volumeWeighted().forecast(dollars),
                    mack.forecast(dollars)));
    Forecasts ofPrograms =
        steps.take("forecast programs", () -> new Forecasts(mack.forecast(programsInDollars)));
    // @end
    Triangle shown = inDollars(byQuarter).get(0);
    return new DemoFindings(written, seen.get(0), audit, shown, methods, ofPrograms);
  }

  private <A> A ask(Athena athena, String name, Question<A> question) {
    RunOptions telling =
        RunOptions.none()
            .onProgress(
                p -> progress.show("%s: %s %%".formatted(name, Grid.percent(p.fraction()))));
    return steps.take(name, () -> athena.fetch(question, telling));
  }

  private static List<Triangle> inDollars(Triangles triangles) {
    return triangles.list().stream()
        .filter(triangle -> CURRENCY.equals(triangle.segment().currency()))
        .toList();
  }
}
