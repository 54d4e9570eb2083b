package org.athena.breakage;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Lays a forecast out as a table of aligned columns. */
final class ForecastTable {

  private static final List<String> HEAD =
      List.of("issued", "latest", "ultimate", "outstanding", "s.e.", "breakage", "rate", "tail");

  private final List<List<String>> rows = new ArrayList<>();
  private final int scale;

  private ForecastTable(String first, int scale) {
    this.scale = scale;
    List<String> head = new ArrayList<>(List.of(first));
    head.addAll(HEAD);
    head.add("");
    rows.add(head);
  }

  static String of(Forecast forecast) {
    ForecastTable table = new ForecastTable("cohort", scale(List.of(forecast)));
    ForecastAmounts amounts = forecast.rounded(table.scale);
    for (int i = 0; i < forecast.cohorts().size(); i++) {
      CohortForecast cohort = forecast.cohorts().get(i);
      String remark = cohort.reason() != null ? cohort.reason() : cohort.bounded() ? "bounded" : "";
      table.add(
          amounts.cohorts().get(i),
          cohort.standardError(),
          cohort.breakageRate(),
          cohort.tailShare(),
          remark);
    }
    ForecastTotal total = forecast.total();
    table.add(amounts.total(), total.standardError(), total.breakageRate(), total.tailShare(), "");
    table.addNotEstimated(total);
    String title = "Forecast of %s by %s\n".formatted(forecast.segment(), forecast.method());
    return title + table.text() + notes(forecast.notes());
  }

  static String of(Forecasts forecasts) {
    ForecastTable table = new ForecastTable("segment", scale(forecasts.forecasts()));
    List<ForecastTotal> totals = forecasts.forecasts().stream().map(Forecast::total).toList();
    LargestRemainder ultimates =
        LargestRemainder.of(totals.stream().map(ForecastTotal::ultimate).toList(), table.scale);
    for (int i = 0; i < totals.size(); i++) {
      String segment = forecasts.forecasts().get(i).segment().toString();
      table.add(segment, totals.get(i), ultimates.parts().get(i));
    }
    ForecastTotal total = forecasts.total();
    table.add("total", total, ultimates.total());
    table.addNotEstimated(total);
    return table.text() + notes(List.of(Forecasts.INDEPENDENT));
  }

  private static int scale(List<Forecast> forecasts) {
    int scale = 0;
    for (Forecast forecast : forecasts) {
      for (CohortForecast cohort : forecast.cohorts()) {
        scale = Math.max(scale, cohort.latest().scale());
        scale = cohort.issued() == null ? scale : Math.max(scale, cohort.issued().scale());
      }
    }
    return scale;
  }

  private void add(String segment, ForecastTotal total, BigDecimal ultimate) {
    var line = new ForecastAmounts.Line(segment, total.issued(), total.latest(), ultimate);
    add(line, total.standardError(), total.breakageRate(), total.tailShare(), "");
  }

  private void add(
      ForecastAmounts.Line line,
      @Nullable Double error,
      @Nullable Double rate,
      @Nullable Double tail,
      String remark) {
    rows.add(
        List.of(
            line.origin(),
            money(line.issued()),
            money(line.latest()),
            money(line.ultimate()),
            money(line.outstanding()),
            error == null ? "" : money(BigDecimal.valueOf(error)),
            money(line.breakage()),
            percent(rate),
            percent(tail),
            remark));
  }

  private void addNotEstimated(ForecastTotal total) {
    if (total.notEstimated() > 0) {
      String origin = "not estimated (%d)".formatted(total.notEstimated());
      BigDecimal issued = total.issuedNotEstimated();
      var line = new ForecastAmounts.Line(origin, issued, total.latestNotEstimated(), null);
      add(line, null, null, null, "");
    }
  }

  private String money(@Nullable BigDecimal value) {
    return value == null
        ? ""
        : String.format(
            Locale.ROOT, "%,." + scale + "f", value.setScale(scale, RoundingMode.HALF_EVEN));
  }

  private static String percent(@Nullable Double share) {
    return share == null ? "" : String.format(Locale.ROOT, "%.1f %%", 100 * share);
  }

  private static String notes(List<String> notes) {
    StringBuilder text = new StringBuilder();
    notes.forEach(note -> text.append("note: ").append(note).append('\n'));
    return text.toString();
  }

  private String text() {
    int columns = HEAD.size() + 1;
    int[] widths = new int[columns];
    for (List<String> row : rows) {
      for (int c = 0; c < columns; c++) {
        widths[c] = Math.max(widths[c], row.get(c).length());
      }
    }
    StringBuilder text = new StringBuilder();
    for (List<String> row : rows) {
      StringBuilder line = new StringBuilder(row.get(0));
      line.append(" ".repeat(widths[0] - row.get(0).length()));
      for (int c = 1; c < columns; c++) {
        line.append("  ").append(" ".repeat(widths[c] - row.get(c).length())).append(row.get(c));
      }
      line.append("  ").append(row.get(columns));
      text.append(line.toString().stripTrailing()).append('\n');
    }
    return text.toString();
  }
}
