package org.athena.examples.cli;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import org.athena.breakage.ForecastMethod;
import org.athena.breakage.Triangle;
import org.athena.forecast.BackTest;
import org.athena.forecast.BackTestReport;
import org.athena.model.AsOf;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** What methods would have said in the past, beside what came. */
@Command(
    name = "backtest",
    sortOptions = false,
    customSynopsis = {
      "athena backtest --log FILE --card COL --amount COL --at COL --as-of DATE",
      "         --kind COL --kinds CODE=KIND,... [--known COL] [--origins N|DATE,...] [OPTION...]",
      "   or: athena backtest --triangle FILE [--origins N] [--every AGES] [--ahead AGES,...]",
      "         [--method NAME[(parameter=value,...)][,...]] [--tail NAME] [--format FORMAT]"
    },
    description = {
      "What each method would have said at past times, from what was known then, beside what came:",
      "bias, WAPE (errors of single cohorts without their signs over what was redeemed), how often",
      "intervals of 50, 80 and 95 %% held the outcome, and the ranking with its rule.",
      "With --known an origin sees what was known then; without it, what had happened by then.",
      ""
    },
    footer = {
      "",
      "Examples:",
      "  athena backtest --triangle raa.csv --method 'mack,bootstrap' --ahead 1,3",
      "  athena backtest --log log.csv --card card_id --amount amount --at occurred_at \\",
      "    --kind type --kinds ISSUE=activate,REDEEM=redeem --as-of 2025-12-31 \\",
      "    --known ingested_at --origins 8 --every 3 --by program"
    })
final class BackTestCommand implements Callable<Integer> {

  private static final Set<String> WITH_A_TRIANGLE =
      Set.of(
          "--method",
          "--tail",
          "--origins",
          "--every",
          "--ahead",
          "--judge",
          "--format",
          "--verbose",
          "--quiet");

  @Mixin TriangleOption triangle = new TriangleOption();
  @Mixin MethodOptions methods = new MethodOptions();
  @Mixin OriginOptions origins = new OriginOptions();
  @Mixin LogOptions log = new LogOptions();
  @Mixin SegmentOption by = new SegmentOption();
  @Mixin PeriodOptions periods = new PeriodOptions();
  @Mixin OutputOptions output = new OutputOptions();

  private final Shell shell;

  BackTestCommand(Shell shell) {
    this.shell = shell;
  }

  @Override
  public Integer call() throws IOException {
    OutputOptions.Format format = output.format();
    BackTest test = test();
    if (triangle.given()) {
      BackTestReport report =
          test.rolledBack(triangle.read(WITH_A_TRIANGLE), origins.count(), origins.every());
      write(format, new BackTestText(Map.of("", report), false));
      return Cli.OK;
    }
    return LogCommand.run(
        shell,
        log,
        by.columns,
        output,
        (opened, progress) -> {
          Map<String, BackTestReport> reports = reports(test, opened, progress);
          progress.close();
          write(format, new BackTestText(reports, opened.hasCurrency()));
        });
  }

  private BackTest test() {
    try {
      BackTest test =
          new BackTest(methods.orElse(MethodOptions.USUAL), List.of(), null)
              .periods(origins.distances());
      if (origins.judge == null) {
        return test;
      }
      List<ForecastMethod> judges = Methods.of(List.of(origins.judge), "none");
      if (judges.size() > 1) {
        throw Mistake.in("--judge", "there is one judge, not '%s'.".formatted(origins.judge));
      }
      return test.judgedBy(judges.get(0));
    } catch (IllegalArgumentException e) {
      throw new Mistake("Option --method: " + e.getMessage(), e);
    }
  }

  /** The reports by currency. */
  private Map<String, BackTestReport> reports(
      BackTest test, LogOptions.Opened opened, ProgressLine progress) {
    List<AsOf> times = origins.before(opened, periods.ages());
    Map<AsOf, Map<String, List<Triangle>>> known = new LinkedHashMap<>();
    for (AsOf time : times) {
      known.put(time, triangles(opened, time, progress));
    }
    AsOf now = opened.asOf();
    known.put(now, triangles(opened, now, progress));
    Map<String, BackTestReport> reports = new LinkedHashMap<>();
    for (String money : known.getOrDefault(now, Map.of()).keySet()) {
      reports.put(
          money,
          test.over(
              times,
              now,
              time -> known.getOrDefault(time, Map.of()).getOrDefault(money, List.of())));
    }
    return reports;
  }

  private Map<String, List<Triangle>> triangles(
      LogOptions.Opened opened, AsOf time, ProgressLine progress) {
    var at = new LogOptions.Opened(opened.athena(), opened.cards(), time, opened.by());
    return Currencies.of(
        opened.athena().fetch(TriangleCommand.question(at, periods), progress.options()).list());
  }

  private void write(OutputOptions.Format format, BackTestText text) throws IOException {
    switch (format) {
      case TABLE -> {
        String table = text.toString();
        shell.out().append(table.isEmpty() ? TriangleCommand.NO_COHORT : PlainText.of(table));
      }
      case CSV -> text.csv(shell.out());
      case JSON -> text.json(shell.out());
    }
  }
}
