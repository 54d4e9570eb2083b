package org.athena.examples.cli;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.athena.breakage.ForecastMethod;
import org.athena.breakage.ForecastTotal;
import org.athena.breakage.Triangle;
import org.athena.forecast.Comparison;
import org.jspecify.annotations.Nullable;

/**
 * Methods beside each other, a comparison for each currency.
 *
 * @param comparisons the comparisons by currency
 * @param currency whether the log tells currencies
 */
record ComparisonText(Map<String, Comparison> comparisons, boolean currency) {

  private static final List<String> NAMES =
      List.of(
          "method",
          "issued",
          "latest",
          "ultimate",
          "outstanding",
          "standard_error",
          "breakage",
          "breakage_rate",
          "tail_share",
          "bounded",
          "not_estimated",
          "reason");

  static ComparisonText of(
      List<ForecastMethod> methods, List<Triangle> triangles, boolean currency) {
    Map<String, Comparison> comparisons = new LinkedHashMap<>();
    Currencies.of(triangles).forEach((c, own) -> comparisons.put(c, Comparison.of(methods, own)));
    return new ComparisonText(comparisons, currency);
  }

  /** The tables for people. */
  @Override
  public String toString() {
    StringBuilder text = new StringBuilder();
    comparisons.forEach((c, comparison) -> {
      text.append(text.isEmpty() ? "" : "\n");
      text.append(currency ? "All segments in %s\n".formatted(c) : "").append(comparison);
    });
    return text.toString();
  }

  /** A line for each currency and method. */
  void csv(Appendable out) throws IOException {
    List<String> names = new ArrayList<>(currency ? List.of("currency") : List.of());
    names.addAll(NAMES);
    Stream<List<@Nullable Object>> lines =
        comparisons.entrySet().stream()
            .flatMap(entry -> entry.getValue().lines().stream().map(l -> line(entry.getKey(), l)));
    new Flat("comparison", names, lines).csv(out);
  }

  private List<@Nullable Object> line(String money, Comparison.Line line) {
    Map<String, @Nullable Object> figures = figures(line);
    List<@Nullable Object> values = new ArrayList<>();
    if (currency) {
      values.add(money);
    }
    NAMES.forEach(name -> values.add(figures.get(name)));
    return values;
  }

  void json(Appendable out) throws IOException {
    List<Object> all = new ArrayList<>();
    comparisons.forEach((money, comparison) -> {
      Map<String, @Nullable Object> one = new LinkedHashMap<>();
      if (currency) {
        one.put("currency", money);
      }
      one.put("methods", comparison.lines().stream().map(ComparisonText::figures).toList());
      all.add(one);
    });
    JsonText.append(out, Map.of("comparisons", all));
    out.append('\n');
  }

  private static Map<String, @Nullable Object> figures(Comparison.Line line) {
    Map<String, @Nullable Object> json = new LinkedHashMap<>();
    json.put("method", line.method());
    ForecastTotal total = line.total().orElse(null);
    if (total != null) {
      json.put("issued", total.issued());
      json.put("latest", total.latest());
      json.put("ultimate", total.ultimate());
      json.put("outstanding", total.outstanding());
      json.put("standard_error", total.standardError());
      json.put("breakage", total.breakage());
      json.put("breakage_rate", total.breakageRate());
      json.put("tail_share", total.tailShare());
      json.put("bounded", line.bounded());
      json.put("not_estimated", total.notEstimated());
    }
    line.reason().ifPresent(reason -> json.put("reason", reason));
    json.put("notes", line.notes());
    return json;
  }
}
