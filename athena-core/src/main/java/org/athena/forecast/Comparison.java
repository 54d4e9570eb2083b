package org.athena.forecast;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.athena.breakage.CohortForecast;
import org.athena.breakage.Forecast;
import org.athena.breakage.ForecastMethod;
import org.athena.breakage.ForecastTotal;
import org.athena.breakage.Forecasts;
import org.athena.breakage.Segment;
import org.athena.breakage.TextTable;
import org.athena.breakage.Triangle;
import org.jspecify.annotations.Nullable;

/**
 * What several methods say of the same triangles.
 *
 * @shape one line per method, in the order given
 * @param lines the methods
 */
public record Comparison(List<Line> lines) {

  /**
   * What one method says.
   *
   * @param method the method's name with its parameters
   * @param forecasts its forecasts, one per triangle; none where it refused one of them
   * @param refusal why it refused, or null
   */
  public record Line(String method, List<Forecast> forecasts, @Nullable String refusal) {

    /** Keeps its own copy of the forecasts. */
    public Line {
      forecasts = List.copyOf(forecasts);
    }

    /** The sum over all segments, added as {@link Forecasts} does; empty where it refused. */
    public Optional<ForecastTotal> total() {
      return switch (forecasts.size()) {
        case 0 -> Optional.empty();
        case 1 -> Optional.of(forecasts.get(0).total());
        default -> Optional.of(new Forecasts(forecasts).total());
      };
    }

    /** The cohorts whose figure was moved to a bound. */
    public int bounded() {
      return (int) cohorts().stream().filter(CohortForecast::bounded).count();
    }

    /** Why cohorts are not estimated, or why the method refused; empty where all are estimated. */
    public Optional<String> reason() {
      Optional<String> first =
          cohorts().stream().filter(c -> !c.estimated()).findFirst().map(CohortForecast::reason);
      return refusal != null ? Optional.of(refusal) : first;
    }

    /** The sum of the ultimates as money, rounded by segment; empty where it refused. */
    public Optional<BigDecimal> ultimate(int scale) {
      return forecasts.stream()
          .map(forecast -> forecast.rounded(scale).total().ultimate())
          .reduce(BigDecimal::add);
    }

    /**
     * The notes of its forecasts, each once, with how many segments have it where there are more.
     */
    public List<String> notes() {
      Map<String, Integer> times = new LinkedHashMap<>();
      forecasts.forEach(f -> f.notes().forEach(note -> times.merge(note, 1, Integer::sum)));
      List<String> notes = new ArrayList<>(times.size());
      times.forEach((note, n) -> notes.add(n == 1 ? note : "%s (%d segments)".formatted(note, n)));
      return notes;
    }

    private List<CohortForecast> cohorts() {
      return forecasts.stream().flatMap(forecast -> forecast.cohorts().stream()).toList();
    }
  }

  /** Keeps its own copy of the lines. */
  public Comparison {
    lines = List.copyOf(lines);
  }

  /** The methods on one triangle. */
  public static Comparison of(List<? extends ForecastMethod> methods, Triangle triangle) {
    return of(methods, List.of(triangle));
  }

  /**
   * The methods on the triangles of several segments of one currency. A method that refuses one of
   * them, by an {@link IllegalArgumentException} or an {@link IllegalStateException}, has its
   * reason in its line.
   *
   * @throws IllegalArgumentException if there are two currencies, or a segment twice
   */
  public static Comparison of(List<? extends ForecastMethod> methods, List<Triangle> triangles) {
    List<Line> lines = new ArrayList<>(methods.size());
    for (ForecastMethod method : methods) {
      Line line = line(method, triangles);
      Optional<ForecastTotal> unused = line.total();
      lines.add(line);
    }
    return new Comparison(lines);
  }

  private static Line line(ForecastMethod method, List<Triangle> triangles) {
    List<Forecast> forecasts = new ArrayList<>(triangles.size());
    for (Triangle triangle : triangles) {
      try {
        forecasts.add(method.forecast(triangle));
      } catch (IllegalArgumentException | IllegalStateException refusal) {
        String segment = triangle.segment().equals(Segment.ALL) ? "" : triangle.segment() + ": ";
        return new Line(method.name(), List.of(), segment + refusal.getMessage());
      }
    }
    return new Line(method.name(), forecasts, null);
  }

  /** A table for people: a line per method, then the notes of each. */
  @Override
  public String toString() {
    int scale =
        MoneyScale.ofForecasts(lines.stream().flatMap(l -> l.forecasts().stream()).toList());
    TextTable table =
        new TextTable(
            "method", "ultimate", "s.e.", "breakage", "rate", "tail", "bounded", "left out", "");
    for (Line line : lines) {
      table.row(row(line, scale));
    }
    StringBuilder text = new StringBuilder(table.toString());
    for (Line line : lines) {
      line.notes().forEach(note -> text.append("note: %s: %s\n".formatted(line.method(), note)));
    }
    return text.toString();
  }

  private static List<String> row(Line line, int scale) {
    String reason = line.reason().orElse("");
    ForecastTotal total = line.total().orElse(null);
    if (total == null) {
      return List.of(line.method(), "", "", "", "", "", "", "", reason);
    }
    String ultimate = line.ultimate(scale).map(BigDecimal::toPlainString).orElse("");
    return List.of(
        line.method(),
        ultimate,
        number(total.standardError(), 1, scale, ""),
        number(total.breakage(), 1, scale, ""),
        number(total.breakageRate(), 100, 1, "%"),
        number(total.tailShare(), 100, 1, "%"),
        String.valueOf(line.bounded()),
        String.valueOf(total.notEstimated()),
        reason);
  }

  private static String number(@Nullable Double value, int times, int decimals, String unit) {
    return value == null
        ? ""
        : String.format(Locale.ROOT, "%." + decimals + "f", times * value) + unit;
  }
}
