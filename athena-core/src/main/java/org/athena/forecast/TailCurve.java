package org.athena.forecast;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.athena.breakage.Development;
import org.jspecify.annotations.Nullable;

/**
 * The curves that the excess over 1 of link ratios is taken to follow, over the links counted from
 * 1; the first two also serve for other steps that fall towards 0.
 *
 * @source Sherman (1984), Extrapolating, Smoothing, and Interpolating Development Factors, PCAS 71,
 *     122-155; forms as in chainladder-python (TailCurve)
 */
enum TailCurve {
  /** ln(f - 1) is a line over k. */
  EXPONENTIAL("exponential", false),
  /** ln(f - 1) is a line over ln k. */
  INVERSE_POWER("inverse power", true),
  /** ln ln(f / (f - 1)) is a line over ln k. */
  WEIBULL("Weibull", true);

  /** Factors up to this are left out of the line. */
  static final double SMALLEST = 1.00001;

  private final String title;
  private final boolean overLogs;

  TailCurve(String title, boolean overLogs) {
    this.title = title;
    this.overLogs = overLogs;
  }

  /** The line through the excesses that are above 0, the first one being number 1, or null. */
  @Nullable Line line(double[] excess) {
    double[] x = new double[excess.length];
    double[] y = new double[excess.length];
    int n = 0;
    for (int k = 0; k < excess.length; k++) {
      if (excess[k] > 0) {
        x[n] = x(k + 1);
        y[n++] = this == WEIBULL ? Math.log(Math.log1p(1 / excess[k])) : Math.log(excess[k]);
      }
    }
    return Line.through(x, y, n);
  }

  /** The excess on the line at a number. */
  double excess(Line line, int k) {
    double y = line.at(x(k));
    return this == WEIBULL ? 1 / Math.expm1(Math.exp(y)) : Math.exp(y);
  }

  /** Whether the excess falls towards 0 on the line. */
  boolean falls(Line line) {
    return this == WEIBULL ? line.slope() > 0 : line.slope() < 0;
  }

  private double x(int k) {
    return overLogs ? Math.log(k) : k;
  }

  /**
   * Why there is no tail, or null where there is one.
   *
   * @param figures what the line is laid through
   * @param above what those of the line are above
   * @param limit what they are to fall towards
   */
  @Nullable String refusal(@Nullable Line line, String figures, String above, String limit) {
    if (line == null) {
      return "%s tail left out: fewer than two %s are above %s".formatted(title, figures, above);
    }
    return falls(line)
        ? null
        : "%s tail left out: the %s do not fall towards %s".formatted(title, figures, limit);
  }

  /** What a reader should know of the line. */
  List<String> notes(Line line, int periods) {
    return this == INVERSE_POWER && line.slope() >= -1
        ? List.of(
            "inverse power tail: it has no limit, what it comes to depends on its %d periods"
                .formatted(periods))
        : List.of();
  }

  Map<String, Double> parameters(Line line) {
    Map<String, Double> parameters = new LinkedHashMap<>();
    parameters.put("tail intercept", line.intercept());
    parameters.put("tail slope", line.slope());
    return parameters;
  }

  Tail.Extension extend(Development development, int periods, @Nullable Integer attachment) {
    List<Development.Link> links = development.links();
    double[] excess = new double[links.size()];
    for (int k = 0; k < excess.length; k++) {
      Double factor = links.get(k).factor();
      excess[k] = factor == null || factor <= SMALLEST ? 0 : factor - 1;
    }
    Line line = line(excess);
    String refusal = refusal(line, "link ratios", "1.00001", "1");
    if (line == null || refusal != null) {
      return new Tail.Extension(
          development, Map.of(), refusal == null ? List.of() : List.of(refusal));
    }
    double tail = 1;
    for (int k = excess.length + 1; k <= excess.length + periods; k++) {
      tail *= 1 + excess(line, k);
    }
    if (!Double.isFinite(tail)) {
      return new Tail.Extension(
          development, Map.of(), List.of(title + " tail left out: it is more than a double holds"));
    }
    List<Development.Link> replaced = new ArrayList<>(links);
    for (int k = 0; attachment != null && k < links.size(); k++) {
      if (links.get(k).fromAge() >= attachment) {
        replaced.set(k, links.get(k).withFactor(1 + excess(line, k + 1)));
      }
    }
    return new Tail.Extension(
        development.withLinks(replaced).withTail(tail), parameters(line), notes(line, periods));
  }

  /** Checks the parameters of a tail of this curve. */
  void requirePeriods(int periods) {
    if (periods < 1) {
      String article = this == EXPONENTIAL || this == INVERSE_POWER ? "an" : "a";
      throw new IllegalArgumentException(
          "Cannot make %s %s tail: periods is %d ages, 1 is the fewest. Use Tail.none()."
              .formatted(article, title, periods));
    }
  }

  /** The name of a tail of this curve. */
  static String name(String word, int periods, @Nullable Integer attachment) {
    List<String> parameters = new ArrayList<>();
    if (periods != Tail.PERIODS) {
      parameters.add("periods=" + periods);
    }
    if (attachment != null) {
      parameters.add("attach=" + attachment);
    }
    return Names.of(word, parameters);
  }
}
