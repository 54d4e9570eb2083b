package org.athena.examples;

import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import org.athena.breakage.CohortForecast;
import org.athena.breakage.Forecast;
import org.athena.breakage.ForecastAmounts;
import org.athena.breakage.ForecastTotal;
import org.athena.breakage.Forecasts;
import org.athena.breakage.Interval;
import org.jspecify.annotations.Nullable;

/** Forecasts beside what the generator knows, as tables for people. */
final class ForecastTables {

  private static final int CENTS = 2;
  private static final int NEWEST = 12;
  private static final double LEVEL = 0.95;

  private final TrueBreakage truth;

  ForecastTables(TrueBreakage truth) {
    this.truth = truth;
  }

  /** The newest cohorts one by one, the older ones in one line, and the total. */
  String cohorts(Forecast forecast) {
    ForecastAmounts amounts = forecast.rounded(CENTS);
    int older = Math.max(0, amounts.cohorts().size() - NEWEST);
    Grid grid =
        new Grid("cohort", "issued", "redeemed", "still to come", "s.e.", "breakage", "true");
    if (older > 0) {
      grid.row(olderRow(amounts.cohorts().subList(0, older)));
    }
    for (int i = older; i < amounts.cohorts().size(); i++) {
      CohortForecast cohort = forecast.cohorts().get(i);
      grid.row(
          row(
              cohort.origin().substring(0, "2025-12".length()) + (cohort.bounded() ? "*" : ""),
              amounts.cohorts().get(i),
              cohort.standardError(),
              truth.ofCohort(cohort.origin())));
    }
    grid.row(row("total", amounts.total(), forecast.total().standardError(), truth.ofAll()));
    boolean bounded = forecast.cohorts().stream().anyMatch(CohortForecast::bounded);
    return grid + (bounded ? "  * held at what was issued\n" : "");
  }

  private List<String> olderRow(List<ForecastAmounts.Line> older) {
    BigDecimal issued = BigDecimal.ZERO;
    BigDecimal latest = BigDecimal.ZERO;
    BigDecimal ultimate = BigDecimal.ZERO;
    BigDecimal known = BigDecimal.ZERO;
    for (ForecastAmounts.Line line : older) {
      issued = issued.add(Objects.requireNonNullElse(line.issued(), BigDecimal.ZERO));
      latest = latest.add(line.latest());
      ultimate = ultimate.add(Objects.requireNonNullElse(line.ultimate(), line.latest()));
      known = known.add(truth.ofCohort(line.origin()));
    }
    String title = "%d older months".formatted(older.size());
    return row(title, new ForecastAmounts.Line(title, issued, latest, ultimate), null, known);
  }

  private static List<String> row(
      String title, ForecastAmounts.Line line, @Nullable Double error, BigDecimal known) {
    return List.of(
        title,
        money(line.issued()),
        money(line.latest()),
        money(line.outstanding()),
        error == null ? "" : Grid.money(error),
        money(line.breakage()),
        Grid.money(known));
  }

  /** The totals of several methods, and how far each is from the truth. */
  String methods(List<Forecast> forecasts) {
    Grid grid = new Grid("method", "breakage", "s.e.", "95 % range", "rate %", "off by");
    for (Forecast forecast : forecasts) {
      grid.row(total(forecast.method(), forecast.total(), truth.ofAll()));
    }
    grid.row("true", Grid.money(truth.ofAll()));
    return grid.toString();
  }

  /** The breakage of each program by one method, their sum, and how far each is from the truth. */
  String programs(Forecasts forecasts) {
    Grid grid = new Grid("program", "breakage", "s.e.", "95 % range", "rate %", "off by", "true");
    for (Forecast forecast : forecasts.forecasts()) {
      String program = String.valueOf(forecast.segment().by().get(SampleCards.PROGRAM.name()));
      BigDecimal known = truth.of(program);
      grid.row(withTruth(total(program, forecast.total(), known), known));
    }
    BigDecimal known = truth.ofAll();
    grid.row(withTruth(total("all", forecasts.total(), known), known));
    return grid.toString();
  }

  private static List<String> total(String title, ForecastTotal total, BigDecimal known) {
    Double breakage = total.breakage();
    Double rate = total.breakageRate();
    Double error = total.standardError();
    return List.of(
        title,
        breakage == null ? "" : Grid.money(breakage),
        error == null ? "" : Grid.money(error),
        range(total.breakageInterval(LEVEL)),
        rate == null ? "" : Grid.percent(rate),
        breakage == null ? "" : offBy(breakage, known.doubleValue()));
  }

  private static List<String> withTruth(List<String> row, BigDecimal known) {
    var more = new java.util.ArrayList<>(row);
    more.add(Grid.money(known));
    return more;
  }

  private static String range(Optional<Interval> interval) {
    return interval
        .map(i -> "%s to %s".formatted(Grid.whole(i.low()), Grid.whole(i.high())))
        .orElse("");
  }

  private static String offBy(double estimate, double known) {
    return known == 0 ? "" : String.format(Locale.ROOT, "%+.1f %%", 100 * (estimate / known - 1));
  }

  private static String money(@Nullable BigDecimal amount) {
    return amount == null ? "" : Grid.money(amount);
  }
}
