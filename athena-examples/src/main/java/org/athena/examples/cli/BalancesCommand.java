package org.athena.examples.cli;

import java.io.IOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.athena.breakage.TextTable;
import org.athena.model.Column;
import org.athena.model.Order;
import org.athena.model.Row;
import org.athena.query.BalanceQuery;
import org.athena.query.Query;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** What each card holds. */
@Command(
    name = "balances",
    sortOptions = false,
    customSynopsis = {
      "athena balances --log FILE --card COL --amount COL --at COL --as-of DATE",
      "         --kind COL --kinds CODE=KIND,... [OPTION...]"
    },
    description = {"What each card holds: issued less redeemed less exited.", ""},
    footer = {
      "",
      "Example:",
      "  athena balances --log log.parquet --card card_id --amount amount --at occurred_at \\",
      "    --kind type --kinds ISSUE=activate,REDEEM=redeem --as-of 2025-12-31 --format csv"
    })
final class BalancesCommand implements Callable<Integer> {

  private static final int MOST_IN_A_TABLE = 1_000;

  @Mixin LogOptions log = new LogOptions();
  @Mixin SegmentOption by = new SegmentOption();
  @Mixin OutputOptions output = new OutputOptions();

  private final Shell shell;

  BalancesCommand(Shell shell) {
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
          BalanceQuery question =
              BalanceQuery.of(opened.cards(), opened.asOf()).by(opened.segments());
          List<Column<?>> columns = question.columns();
          Order[] order =
              columns.subList(0, columns.indexOf(BalanceQuery.COHORT)).stream()
                  .map(Column::asc)
                  .toArray(Order[]::new);
          try (Stream<Row> rows =
              opened.athena().stream(Query.from(question).orderBy(order), progress.options())) {
            switch (format) {
              case TABLE -> table(columns, rows.iterator());
              case CSV -> flat(columns, rows).csv(shell.out());
              case JSON -> flat(columns, rows).json(shell.out());
            }
          }
        });
  }

  private static Flat flat(List<Column<?>> columns, Stream<Row> rows) {
    return new Flat("balances", columns.stream().map(Column::name).toList(), rows.map(Row::values));
  }

  private void table(List<Column<?>> columns, Iterator<Row> rows) throws IOException {
    TextTable table = new TextTable(columns.stream().map(Column::name).toArray(String[]::new));
    long count = 0;
    for (; rows.hasNext(); count++) {
      Row row = rows.next();
      if (count < MOST_IN_A_TABLE) {
        List<String> texts = new ArrayList<>();
        row.values().forEach(value -> texts.add(text(value)));
        table.row(texts);
      }
    }
    shell.out().append(table.toString());
    if (count > MOST_IN_A_TABLE) {
      shell
          .out()
          .append("... and %d more; --format csv has all\n".formatted(count - MOST_IN_A_TABLE));
    }
  }

  private static String text(@Nullable Object value) {
    return switch (value) {
      case null -> "";
      case BigDecimal money -> money.toPlainString();
      default -> PlainText.line(value.toString());
    };
  }
}
