package org.athena.examples.cli;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.athena.model.Column;
import org.athena.model.Row;
import org.athena.query.TriangleQuery;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** How the value issued to each cohort was redeemed as its cards grew older. */
@Command(
    name = "triangle",
    sortOptions = false,
    customSynopsis = {
      "athena triangle --log FILE --card COL --amount COL --at COL --as-of DATE",
      "         --kind COL --kinds CODE=KIND,... [OPTION...]"
    },
    description = {
      "Issued and redeemed value by cohort and age; cohorts are named by their first day.",
      ""
    },
    footer = {
      "",
      "Example:",
      "  athena triangle --log log.csv --card card_id --amount amount --at occurred_at \\",
      "    --kind type --kinds ISSUE=activate,REDEEM=redeem --as-of 2025-12-31 \\",
      "    --cohorts quarter --ages month --by program --format csv"
    })
final class TriangleCommand implements Callable<Integer> {

  /** What a table says where no cohort is in it. */
  static final String NO_COHORT = "No cohort: no card of the log was activated by the as-of.\n";

  private static final String UNKNOWN = "unknown";
  private static final List<String> CSV_MEASURES =
      List.of("issued", "redeemed", "issued_increment", "redeemed_increment", "complete");

  @Mixin LogOptions log = new LogOptions();
  @Mixin SegmentOption by = new SegmentOption();
  @Mixin PeriodOptions periods = new PeriodOptions();
  @Mixin OutputOptions output = new OutputOptions();

  private final Shell shell;

  TriangleCommand(Shell shell) {
    this.shell = shell;
  }

  @Override
  public Integer call() throws IOException {
    OutputOptions.Format format = output.format();
    return LogCommand.run(
        shell,
        log,
        by.columns,
        output,
        (opened, progress) -> {
          TriangleQuery question = question(opened, periods);
          if (format == OutputOptions.Format.TABLE) {
            String text = opened.athena().fetch(question, progress.options()).toString();
            progress.close();
            shell.out().append(text.isEmpty() ? NO_COHORT : PlainText.of(text));
            return;
          }
          try (Stream<Row> rows = opened.athena().stream(question, progress.options())) {
            if (format == OutputOptions.Format.CSV) {
              flat(columnsOfCsv(question), rows).csv(shell.out());
            } else {
              flat(question.columns(), rows).json(shell.out());
            }
          }
        });
  }

  /** The question about an open log. */
  static TriangleQuery question(LogOptions.Opened opened, PeriodOptions periods) {
    return TriangleQuery.of(opened.cards(), opened.asOf())
        .cohorts(periods.cohorts())
        .ages(periods.ages())
        .by(opened.segments());
  }

  private static List<Column<?>> columnsOfCsv(TriangleQuery question) {
    int lead = question.columns().indexOf(TriangleQuery.AGE) + 1;
    List<Column<?>> columns = new ArrayList<>(question.columns().subList(0, lead));
    for (String name : CSV_MEASURES) {
      columns.add(question.find(name).orElseThrow());
    }
    return columns;
  }

  private static Flat flat(List<Column<?>> columns, Stream<Row> rows) {
    return new Flat(
        "triangle",
        columns.stream().map(Column::name).toList(),
        rows.map(row -> values(columns, row)));
  }

  private static List<@Nullable Object> values(List<Column<?>> columns, Row row) {
    boolean known = row.get(TriangleQuery.COHORT) != null;
    List<@Nullable Object> values = new ArrayList<>();
    for (Column<?> column : columns) {
      values.add(known || column != TriangleQuery.COHORT ? row.get(column) : UNKNOWN);
    }
    return values;
  }
}
