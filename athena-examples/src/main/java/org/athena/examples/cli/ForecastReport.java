package org.athena.examples.cli;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.athena.breakage.Forecast;
import org.athena.breakage.ForecastMethod;
import org.athena.breakage.Forecasts;
import org.athena.breakage.Triangle;
import org.jspecify.annotations.Nullable;

/**
 * The forecasts of triangles by methods, and the sum over the segments of a currency where it has
 * several.
 *
 * @param forecasts a forecast for each method and triangle
 * @param sums the sums by method and currency
 */
record ForecastReport(List<Forecast> forecasts, List<Sum> sums) {

  /**
   * The sum over the segments of one currency.
   *
   * @param method the name of the method with its parameters
   * @param currency the currency, or null where unnamed
   * @param parts the forecasts that are added up
   */
  record Sum(String method, @Nullable String currency, Forecasts parts) {}

  ForecastReport {
    forecasts = List.copyOf(forecasts);
    sums = List.copyOf(sums);
  }

  static ForecastReport of(List<Triangle> triangles, List<ForecastMethod> methods) {
    List<Forecast> forecasts = new ArrayList<>();
    List<Sum> sums = new ArrayList<>();
    for (ForecastMethod method : methods) {
      List<Forecast> own = forecasts(method, triangles);
      forecasts.addAll(own);
      Map<String, List<Forecast>> byCurrency = new LinkedHashMap<>();
      own.forEach(f ->
          byCurrency
              .computeIfAbsent(Objects.toString(f.segment().currency(), ""), c -> new ArrayList<>())
              .add(f));
      byCurrency.values().stream()
          .filter(parts -> parts.size() > 1)
          .map(parts ->
              new Sum(method.name(), parts.get(0).segment().currency(), new Forecasts(parts)))
          .forEach(sums::add);
    }
    return new ForecastReport(forecasts, sums);
  }

  private static List<Forecast> forecasts(ForecastMethod method, List<Triangle> triangles) {
    try {
      return method.forecast(triangles);
    } catch (IllegalArgumentException e) {
      throw new Mistake("Option --method: " + e.getMessage(), e);
    }
  }

  /** The tables for people. */
  @Override
  public String toString() {
    StringBuilder text = new StringBuilder();
    for (Forecast forecast : forecasts) {
      text.append(text.isEmpty() ? "" : "\n").append(forecast);
    }
    for (Sum sum : sums) {
      text.append(
          "\nAll segments%s by %s\n%s"
              .formatted(sum.currency == null ? "" : " in " + sum.currency, sum.method, sum.parts));
    }
    return text.toString();
  }
}
