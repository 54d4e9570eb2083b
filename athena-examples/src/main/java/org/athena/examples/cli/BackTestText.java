package org.athena.examples.cli;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.athena.forecast.BackTest;
import org.athena.forecast.BackTestReport;
import org.athena.forecast.Score;
import org.jspecify.annotations.Nullable;

/**
 * Back-tests for people and programs, one for each currency.
 *
 * @param reports the reports by currency
 * @param currency whether the log tells currencies
 */
record BackTestText(Map<String, BackTestReport> reports, boolean currency) {

  /** The tables for people. */
  @Override
  public String toString() {
    StringBuilder text = new StringBuilder();
    reports.forEach((money, report) -> {
      text.append(text.isEmpty() ? "" : "\n");
      text.append(currency ? "All segments in %s\n".formatted(money) : "").append(report);
    });
    return text.toString();
  }

  /** A line for each currency, method and distance. */
  void csv(Appendable out) throws IOException {
    List<Map<String, @Nullable Object>> lines = new ArrayList<>();
    reports.forEach((money, report) ->
        report
            .scores()
            .forEach(score -> {
              Map<String, @Nullable Object> line = new LinkedHashMap<>();
              if (currency) {
                line.put("currency", money);
              }
              line.putAll(figures(report, score));
              lines.add(line);
            }));
    Stream<List<@Nullable Object>> rows =
        lines.stream().map(line -> new ArrayList<>(line.values()));
    List<String> names = lines.isEmpty() ? List.of() : List.copyOf(lines.get(0).keySet());
    new Flat("backtest", names, rows).csv(out);
  }

  void json(Appendable out) throws IOException {
    List<Object> all = new ArrayList<>();
    reports.forEach((money, report) -> {
      Map<String, @Nullable Object> one = new LinkedHashMap<>();
      if (currency) {
        one.put("currency", money);
      }
      one.put("rule", BackTestReport.RULE);
      one.put("chosen", report.chosen().orElse(null));
      one.put("ranking", report.ranking().stream().map(Score::method).toList());
      one.put("scores", report.scores().stream().map(score -> figures(report, score)).toList());
      one.put("notes", report.notes());
      all.add(one);
    });
    JsonText.append(out, Map.of("backtests", all));
    out.append('\n');
  }

  private static Map<String, @Nullable Object> figures(BackTestReport report, Score score) {
    Map<String, @Nullable Object> line = new LinkedHashMap<>();
    line.put("method", score.method());
    line.put("ahead", score.periods() == BackTest.ULTIMATE ? "ultimate" : score.periods());
    line.put("origins", score.origins());
    line.put("cohorts", score.cohorts());
    line.put("left_out", score.missing());
    line.put("actual", score.actual());
    line.put("expected", score.expected());
    line.put("error", score.error());
    line.put("bias", score.bias());
    line.put("wape", score.wape());
    for (Score.Coverage coverage : score.coverages()) {
      String level = String.format(Locale.ROOT, "%.0f", 100 * coverage.level());
      line.put("in_" + level, coverage.ofCohorts());
      line.put("total_in_" + level, coverage.ofTotals());
    }
    int rank = report.ranking().stream().map(Score::method).toList().indexOf(score.method());
    line.put("rank", rank < 0 ? null : (Integer) (rank + 1));
    return line;
  }
}
