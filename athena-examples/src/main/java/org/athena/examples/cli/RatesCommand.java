package org.athena.examples.cli;

import java.io.IOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.athena.breakage.Rate;
import org.athena.breakage.TextTable;
import org.athena.model.Grain;
import org.athena.query.RateQuery;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Historical breakage rates. */
@Command(
    name = "rates",
    sortOptions = false,
    customSynopsis = {
      "athena rates --log FILE --card COL --amount COL --at COL --as-of DATE",
      "         --kind COL --kinds CODE=KIND,... [OPTION...]"
    },
    description = {"Historical breakage rates: the share of issued value not redeemed.", ""},
    footer = {
      "",
      "Example, by the year in which cards expire, which a file of cards tells:",
      "  athena rates --log tx.csv --card gc_uuid --amount tx_value --at tx_date \\",
      "    --kind tx_type --kinds PURCHASE=activate,REDEMPTION=redeem \\",
      "    --join cards.csv --on gc_uuid=gc-uuid --expiry gc-expiry-date \\",
      "    --rates-by expiry --cohorts year --by gc_type_code --as-of 2020-12-31"
    })
final class RatesCommand implements Callable<Integer> {

  private static final List<String> MEASURES =
      List.of(
          "period", "age", "cards", "issued", "redeemed", "exited", "breakage", "rate", "complete");

  @Mixin LogOptions log = new LogOptions();
  @Mixin SegmentOption by = new SegmentOption();

  @Option(
      names = "--rates-by",
      paramLabel = "cohort|maturity|expiry",
      description = "What a rate is about: a cohort (default), an age, or a period of expiry.")
  String basis = "cohort";

  @Mixin PeriodOptions periods = new PeriodOptions();
  @Mixin OutputOptions output = new OutputOptions();

  private final Shell shell;

  RatesCommand(Shell shell) {
    this.shell = shell;
  }

  @Override
  public Integer call() throws IOException {
    OutputOptions.Format format = output.format();
    RateQuery.Basis about = Words.choice("--rates-by", basis, Words.of(RateQuery.Basis.class));
    Grain grain = grain(about);
    if (about == RateQuery.Basis.EXPIRY && log.roles.expiry == null) {
      throw new Mistake("Option --rates-by: give --expiry COL for rates by expiry.");
    }
    return LogCommand.run(
        shell,
        log,
        by.columns,
        output,
        (opened, progress) -> {
          RateQuery all =
              switch (about) {
                case COHORT -> RateQuery.byCohort(opened.cards(), opened.asOf());
                case MATURITY -> RateQuery.byMaturity(opened.cards(), opened.asOf());
                case EXPIRY -> RateQuery.byExpiry(opened.cards(), opened.asOf());
              };
          List<Rate> rates =
              opened.athena().fetch(all.periods(grain).by(opened.segments()), progress.options());
          progress.close();
          switch (format) {
            case TABLE -> shell.out().append(PlainText.of(table(flat(opened, rates))));
            case CSV -> flat(opened, rates).csv(shell.out());
            case JSON -> flat(opened, rates).json(shell.out());
          }
        });
  }

  /** Rates by maturity have one calendar for cohorts and ages. */
  private Grain grain(RateQuery.Basis about) {
    if (periods.ages == null) {
      return periods.cohorts();
    } else if (about != RateQuery.Basis.MATURITY) {
      throw Mistake.in("--ages", "it is for rates by maturity. Give --cohorts.");
    } else if (periods.cohorts != null && periods.cohorts() != periods.ages()) {
      throw Mistake.in("--ages", "rates by maturity have one grain. Give the same as --cohorts.");
    }
    return periods.ages();
  }

  private static Flat flat(LogOptions.Opened opened, List<Rate> rates) {
    List<String> names = new ArrayList<>(opened.segmentNames());
    names.addAll(MEASURES);
    return new Flat("rates", names, rates.stream().map(rate -> row(opened, rate)));
  }

  private static List<@Nullable Object> row(LogOptions.Opened opened, Rate rate) {
    List<@Nullable Object> row = new ArrayList<>(opened.segmentValues(rate.segment()));
    row.add(rate.period());
    row.add(rate.age());
    row.add(rate.cards());
    row.add(rate.issued());
    row.add(rate.redeemed());
    row.add(rate.exited());
    row.add(rate.breakage());
    row.add(rate.rate().orElse(null));
    row.add(rate.complete());
    return row;
  }

  private static String table(Flat flat) {
    TextTable table = new TextTable(flat.names().toArray(String[]::new));
    int rate = flat.names().lastIndexOf("rate");
    flat.rows()
        .forEach(row -> {
          List<String> texts = new ArrayList<>();
          for (int i = 0; i < row.size(); i++) {
            Object value = row.get(i);
            texts.add(
                i == rate && value instanceof BigDecimal fraction
                    ? String.format(Locale.ROOT, "%.1f%%", fraction.movePointRight(2))
                    : PlainText.line(Objects.toString(value, "")));
          }
          table.row(texts);
        });
    return table.toString();
  }
}
