package org.athena.examples.cli;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.athena.breakage.AuditReport;
import org.athena.query.AuditQuery;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** The account of every row of a log. */
@Command(
    name = "audit",
    sortOptions = false,
    customSynopsis = {
      "athena audit --log FILE --card COL --amount COL --at COL --as-of DATE",
      "         --kind COL --kinds CODE=KIND,... [OPTION...]"
    },
    description = {
      "What became of every row: used, duplicate, superseded or set aside and why; flags; kinds.",
      ""
    },
    footer = {
      "",
      "Example:",
      "  athena audit --log 'log/*.csv' --card card_id --id event_id --amount amount --at occurred_at \\",
      "    --kind type --kinds ISSUE=activate,REDEEM=redeem --as-of 2025-12-31"
    })
final class AuditCommand implements Callable<Integer> {

  @Mixin LogOptions log = new LogOptions();
  @Mixin SegmentOption by = new SegmentOption();
  @Mixin OutputOptions output = new OutputOptions();

  private final Shell shell;

  AuditCommand(Shell shell) {
    this.shell = shell;
  }

  @Override
  public Integer call() throws IOException {
    OutputOptions.Format format = output.format();
    output.quiet = true;
    return LogCommand.run(
        shell,
        log,
        by.columns,
        output,
        (opened, progress) -> {
          AuditQuery question = AuditQuery.of(opened.cards(), opened.asOf()).by(opened.segments());
          AuditReport report = opened.athena().fetch(question, progress.options());
          progress.close();
          switch (format) {
            case TABLE -> shell.out().append(PlainText.of(report.toString()));
            case CSV -> flat(opened, report).csv(shell.out());
            case JSON -> flat(opened, report).json(shell.out());
          }
        });
  }

  private static Flat flat(LogOptions.Opened opened, AuditReport report) {
    List<String> names = new ArrayList<>(opened.segmentNames());
    names.addAll(List.of("section", "name", "detail", "rows", "amount", "samples"));
    return new Flat("audit", names, report.lines().stream().map(line -> row(opened, line)));
  }

  private static List<@Nullable Object> row(LogOptions.Opened opened, AuditReport.Line line) {
    List<@Nullable Object> row = new ArrayList<>(opened.segmentValues(line.segment()));
    row.add(line.section().name().toLowerCase(Locale.ROOT));
    row.add(line.name().toLowerCase(Locale.ROOT));
    row.add(line.detail());
    row.add(line.rows());
    row.add(line.amount());
    row.add(line.samples());
    return row;
  }
}
