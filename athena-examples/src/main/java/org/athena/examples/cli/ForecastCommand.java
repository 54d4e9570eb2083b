package org.athena.examples.cli;

import java.io.IOException;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import org.athena.breakage.ForecastMethod;
import org.athena.breakage.Triangle;
import org.athena.model.Column;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** What cohorts are expected to redeem in the end, and what of it is breakage. */
@Command(
    name = "forecast",
    sortOptions = false,
    customSynopsis = {
      "athena forecast --triangle FILE [--method NAME[(parameter=value,...)][,...]]",
      "         [--tail NAME] [--compare] [--format FORMAT]",
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
      "  athena forecast --triangle gift-cards.csv --compare --tail exponential",
      "  athena forecast --log log.csv --card card_id --amount amount --at occurred_at \\",
      "    --kind type --kinds ISSUE=activate,REDEEM=redeem --as-of 2025-12-31 \\",
      "    --currency currency --by program --tail exponential --format json"
    })
final class ForecastCommand implements Callable<Integer> {

  private static final Set<String> WITH_A_TRIANGLE =
      Set.of("--method", "--tail", "--compare", "--format", "--verbose", "--quiet");

  @Mixin TriangleOption triangle = new TriangleOption();
  @Mixin MethodOptions methods = new MethodOptions();

  @Option(
      names = "--compare",
      description =
          "A line for each method in place of a table for each; without --method the usual ones.")
  boolean compare;

  @Mixin LogOptions log = new LogOptions();
  @Mixin SegmentOption by = new SegmentOption();
  @Mixin PeriodOptions periods = new PeriodOptions();
  @Mixin OutputOptions output = new OutputOptions();

  private final Shell shell;

  ForecastCommand(Shell shell) {
    this.shell = shell;
  }

  @Override
  public Integer call() throws IOException {
    OutputOptions.Format format = output.format();
    List<ForecastMethod> chosen = methods.orElse(compare ? MethodOptions.USUAL : List.of("mack"));
    if (triangle.given()) {
      answer(format, triangle.read(WITH_A_TRIANGLE), chosen, false, List.of());
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
          answer(
              format,
              triangles,
              chosen,
              opened.hasCurrency(),
              opened.by().stream().map(Column::name).toList());
        });
  }

  private void answer(
      OutputOptions.Format format,
      List<Triangle> triangles,
      List<ForecastMethod> chosen,
      boolean currency,
      List<String> segments)
      throws IOException {
    if (compare) {
      write(format, ComparisonText.of(chosen, triangles, currency));
    } else {
      write(format, new ForecastText(ForecastReport.of(triangles, chosen), currency, segments));
    }
  }

  private void write(OutputOptions.Format format, ComparisonText text) throws IOException {
    switch (format) {
      case TABLE -> table(text.toString());
      case CSV -> text.csv(shell.out());
      case JSON -> text.json(shell.out());
    }
  }

  private void write(OutputOptions.Format format, ForecastText text) throws IOException {
    switch (format) {
      case TABLE -> table(text.report().toString());
      case CSV -> text.csv(shell.out());
      case JSON -> text.json(shell.out());
    }
  }

  private void table(String text) throws IOException {
    shell.out().append(text.isEmpty() ? TriangleCommand.NO_COHORT : PlainText.of(text));
  }
}
