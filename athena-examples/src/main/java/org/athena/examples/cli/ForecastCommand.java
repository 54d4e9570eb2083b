package org.athena.examples.cli;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import org.athena.breakage.ForecastMethod;
import org.athena.breakage.Triangle;
import org.athena.model.Column;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** What cohorts are expected to redeem in the end, and what of it is breakage. */
@Command(
    name = "forecast",
    sortOptions = false,
    customSynopsis = {
      "athena forecast --triangle FILE [--method NAME[(parameter=value,...)][,...]]",
      "         [--tail NAME] [--format FORMAT]",
      "   or: athena forecast --log FILE --card COL --amount COL --at COL --as-of DATE",
      "         --kind COL --kinds CODE=KIND,... [OPTION...]"
    },
    description = {
      "What cohorts are expected to redeem in the end, and what will never be redeemed.",
      ""
    },
    footer = {
      "",
      "Examples:",
      "  athena forecast --triangle raa.csv --method 'mack,chain-ladder(average=simple,last=5)'",
      "  athena forecast --log log.csv --card card_id --amount amount --at occurred_at \\",
      "    --kind type --kinds ISSUE=activate,REDEEM=redeem --as-of 2025-12-31 \\",
      "    --currency currency --by program --tail exponential --format json"
    })
final class ForecastCommand implements Callable<Integer> {

  private static final Set<String> WITH_A_TRIANGLE =
      Set.of("--triangle", "--method", "--tail", "--format", "--verbose", "--quiet");

  @Option(
      names = "--triangle",
      paramLabel = "FILE",
      description =
          "In place of a log, a CSV file with the columns origin (or cohort), age, value and, if known, issued; value is cumulative.")
  @Nullable String triangle;

  @Option(
      names = "--method",
      paramLabel = "NAME[(...)][,...]",
      description = "The methods, see below; default mack.")
  List<String> methods = new ArrayList<>();

  @Option(
      names = "--tail",
      paramLabel = "NAME[(...)]",
      description = "What comes after the last age, for the methods that take it; default none.")
  String tail = "none";

  @Mixin LogOptions log = new LogOptions();
  @Mixin SegmentOption by = new SegmentOption();
  @Mixin PeriodOptions periods = new PeriodOptions();
  @Mixin OutputOptions output = new OutputOptions();

  @Spec @Nullable CommandSpec spec;

  private final Shell shell;

  ForecastCommand(Shell shell) {
    this.shell = shell;
  }

  @Override
  public Integer call() throws IOException {
    OutputOptions.Format format = output.format();
    List<ForecastMethod> chosen = Methods.of(methods.isEmpty() ? List.of("mack") : methods, tail);
    if (triangle != null) {
      refuseOptionsOfLogs();
      List<Triangle> one = List.of(TriangleFile.read(triangle));
      write(format, new ForecastText(ForecastReport.of(one, chosen), false, List.of()));
      return Cli.OK;
    }
    return LogCommand.run(
        shell,
        log,
        by.columns,
        output,
        (opened, progress) -> {
          List<Triangle> triangles =
              opened
                  .athena()
                  .fetch(TriangleCommand.question(opened, periods), progress.options())
                  .list();
          progress.close();
          write(
              format,
              new ForecastText(
                  ForecastReport.of(triangles, chosen),
                  opened.hasCurrency(),
                  opened.by().stream().map(Column::name).toList()));
        });
  }

  private void write(OutputOptions.Format format, ForecastText text) throws IOException {
    switch (format) {
      case TABLE -> {
        String table = text.report().toString();
        shell.out().append(table.isEmpty() ? TriangleCommand.NO_COHORT : PlainText.of(table));
      }
      case CSV -> text.csv(shell.out());
      case JSON -> text.json(shell.out());
    }
  }

  private void refuseOptionsOfLogs() {
    if (spec != null) {
      for (OptionSpec option : spec.commandLine().getParseResult().matchedOptions()) {
        if (!WITH_A_TRIANGLE.contains(option.longestName())) {
          throw Mistake.in(option.longestName(), "it is for a log, not for --triangle.");
        }
      }
    }
  }
}
