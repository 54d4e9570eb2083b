package org.athena.examples.cli;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.athena.breakage.CohortForecast;
import org.athena.breakage.Development;
import org.athena.breakage.Forecast;
import org.athena.breakage.ForecastTotal;
import org.athena.breakage.Forecasts;
import org.athena.breakage.Segment;
import org.jspecify.annotations.Nullable;

/**
 * Forecasts for programs, estimates unrounded.
 *
 * @param report the forecasts
 * @param currency whether the log tells currencies
 * @param by the names of the segment columns
 */
record ForecastText(ForecastReport report, boolean currency, List<String> by) {

  private static final List<String> FIGURES =
      List.of(
          "issued",
          "latest",
          "ultimate",
          "outstanding",
          "standard_error",
          "breakage",
          "breakage_rate",
          "tail_share");

  void json(Appendable out) throws IOException {
    Map<String, @Nullable Object> root = new LinkedHashMap<>();
    root.put("forecasts", report.forecasts().stream().map(this::forecast).toList());
    if (!report.sums().isEmpty()) {
      root.put("totals", report.sums().stream().map(this::sum).toList());
    }
    JsonText.append(out, root);
    out.append('\n');
  }

  /** A line for each cohort, total and sum of totals, which {@code level} tells apart. */
  void csv(Appendable out) throws IOException {
    List<String> names = new ArrayList<>(currency ? List.of("currency") : List.of());
    names.addAll(by);
    names.addAll(List.of("method", "level", "origin", "age"));
    names.addAll(FIGURES);
    names.add("reason");
    Stream<List<@Nullable Object>> forecasts = report.forecasts().stream().flatMap(this::lines);
    Stream<List<@Nullable Object>> sums =
        report.sums().stream()
            .map(sum ->
                line(
                    new Segment(sum.currency(), Map.of()),
                    sum.method(),
                    "all_segments",
                    Flat.row(null, null),
                    figures(sum.parts().total())));
    new Flat("forecasts", names, Stream.concat(forecasts, sums)).csv(out);
  }

  private Stream<List<@Nullable Object>> lines(Forecast forecast) {
    String method = forecast.method();
    Stream<List<@Nullable Object>> cohorts =
        forecast.cohorts().stream()
            .map(cohort ->
                line(
                    forecast.segment(),
                    method,
                    "cohort",
                    Flat.row(cohort.origin(), cohort.age()),
                    figures(cohort)));
    List<@Nullable Object> total =
        line(forecast.segment(), method, "total", Flat.row(null, null), figures(forecast.total()));
    return Stream.concat(cohorts, Stream.of(total));
  }

  private List<@Nullable Object> line(
      Segment segment,
      String method,
      String level,
      List<@Nullable Object> place,
      Map<String, @Nullable Object> figures) {
    List<@Nullable Object> line = new ArrayList<>();
    if (currency) {
      line.add(segment.currency());
    }
    by.forEach(name -> line.add(segment.by().get(name)));
    line.addAll(Flat.row(method, level));
    line.addAll(place);
    FIGURES.forEach(name -> line.add(figures.get(name)));
    line.add(figures.get("reason"));
    return line;
  }

  private Map<String, @Nullable Object> forecast(Forecast forecast) {
    Map<String, @Nullable Object> json = new LinkedHashMap<>();
    json.put("method", forecast.method());
    if (currency) {
      json.put("currency", forecast.segment().currency());
    }
    if (!by.isEmpty()) {
      json.put("segment", forecast.segment().by());
    }
    json.put("cohorts", forecast.cohorts().stream().map(ForecastText::figures).toList());
    json.put("total", figures(forecast.total()));
    if (forecast.development() != null) {
      json.put("development", development(forecast.development()));
    }
    json.put("diagnostics", forecast.diagnostics());
    json.put("notes", forecast.notes());
    return json;
  }

  private Map<String, @Nullable Object> sum(ForecastReport.Sum sum) {
    Map<String, @Nullable Object> json = new LinkedHashMap<>();
    json.put("method", sum.method());
    if (currency) {
      json.put("currency", sum.currency());
    }
    json.put("segments", sum.parts().forecasts().size());
    json.putAll(figures(sum.parts().total()));
    json.put("notes", List.of(Forecasts.INDEPENDENT));
    return json;
  }

  private static Map<String, @Nullable Object> figures(CohortForecast cohort) {
    Map<String, @Nullable Object> json = new LinkedHashMap<>();
    json.put("origin", cohort.origin());
    json.put("age", cohort.age());
    json.put("issued", cohort.issued());
    json.put("latest", cohort.latest());
    json.put("ultimate", cohort.ultimate());
    json.put("outstanding", cohort.outstanding());
    json.put("standard_error", cohort.standardError());
    json.put("breakage", cohort.breakage());
    json.put("breakage_rate", cohort.breakageRate());
    json.put("tail_share", cohort.tailShare());
    json.put("bounded", cohort.bounded());
    if (cohort.reason() != null) {
      json.put("reason", cohort.reason());
    }
    if (!cohort.diagnostics().isEmpty()) {
      json.put("diagnostics", cohort.diagnostics());
    }
    return json;
  }

  private static Map<String, @Nullable Object> figures(ForecastTotal total) {
    Map<String, @Nullable Object> json = new LinkedHashMap<>();
    json.put("estimated", total.estimated());
    json.put("issued", total.issued());
    json.put("latest", total.latest());
    json.put("ultimate", total.ultimate());
    json.put("outstanding", total.outstanding());
    json.put("standard_error", total.standardError());
    json.put("breakage", total.breakage());
    json.put("breakage_rate", total.breakageRate());
    json.put("tail_share", total.tailShare());
    json.put("not_estimated", total.notEstimated());
    json.put("issued_not_estimated", total.issuedNotEstimated());
    json.put("latest_not_estimated", total.latestNotEstimated());
    return json;
  }

  private static Map<String, @Nullable Object> development(Development development) {
    Map<String, @Nullable Object> json = new LinkedHashMap<>();
    json.put("measure", development.measure());
    List<Map<String, @Nullable Object>> links = new ArrayList<>();
    for (Development.Link link : development.links()) {
      Map<String, @Nullable Object> one = new LinkedHashMap<>();
      one.put("from_age", link.fromAge());
      one.put("to_age", link.toAge());
      one.put("factor", link.factor());
      one.put("standard_error", link.standardError());
      one.put("sigma", link.sigma());
      one.put("ratios", link.ratios());
      links.add(one);
    }
    json.put("links", links);
    json.put("tail", development.tail());
    json.put("tail_standard_error", development.tailStandardError());
    json.put("tail_sigma", development.tailSigma());
    return json;
  }
}
