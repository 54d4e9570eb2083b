package org.athena.forecast;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The sigmas of the links and the standard errors of their factors, also where there is only one
 * ratio.
 *
 * @shape one value per link; NaN where it is not known
 */
@SuppressWarnings("ArrayRecordComponent")
record Sigmas(double[] sigma, double[] standardError, List<String> notes) {

  static Sigmas of(CompleteCells cells, LinkFit fit, LastSigma rule) {
    int n = fit.factors.length;
    double[] sigma = new double[n];
    List<Integer> open = new ArrayList<>();
    for (int k = 0; k < n; k++) {
      sigma[k] = Math.sqrt(fit.variance(k));
      if (Double.isNaN(sigma[k]) && !Double.isNaN(fit.factors[k])) {
        open.add(k);
      }
    }
    List<String> notes = new ArrayList<>();
    Line line = rule == LastSigma.LOG_LINEAR && !open.isEmpty() ? logLine(sigma, notes) : null;
    List<Integer> unknown = new ArrayList<>();
    for (int k : open) {
      sigma[k] = line == null ? mack(sigma, k) : Math.exp(line.at(k + 1));
      if (Double.isNaN(sigma[k])) {
        unknown.add(cells.labels()[k]);
      }
    }
    if (!unknown.isEmpty()) {
      notes.add(
          "no standard error across %s: one ratio, and no spread before it"
              .formatted(ages(unknown)));
    }
    double[] error = new double[n];
    for (int k = 0; k < n; k++) {
      error[k] = fit.weights[k] > 0 ? sigma[k] / Math.sqrt(fit.weights[k]) : Double.NaN;
    }
    return new Sigmas(sigma, error, notes);
  }

  private static String ages(List<Integer> labels) {
    int shown = Math.min(labels.size(), 5);
    String named =
        labels.subList(0, shown).stream().map(String::valueOf).collect(Collectors.joining(", "));
    String more = labels.size() > shown ? " and %d more".formatted(labels.size() - shown) : "";
    return (labels.size() == 1 ? "age " : "ages ") + named + more;
  }

  private static @Nullable Line logLine(double[] sigma, List<String> notes) {
    Line line = Line.throughLogs(sigma, 0);
    if (line == null) {
      notes.add("last sigma by Mack's rule: fewer than two sigmas to lay a line through");
    }
    return line;
  }

  /**
   * Mack's rule for a sigma that cannot be computed, from the two before it.
   *
   * @source Mack (1993), ASTIN Bulletin 23(2), 213-225, end of section 3
   */
  static double mack(double[] sigma, int k) {
    double before = k > 0 ? sigma[k - 1] : Double.NaN;
    double earlier = k > 1 ? sigma[k - 2] : Double.NaN;
    if (Double.isNaN(before) || Double.isNaN(earlier)) {
      return Double.isNaN(before) ? earlier : before;
    }
    double smaller = Math.min(before, earlier);
    return earlier == 0 ? 0 : Math.min(smaller, before * before / earlier);
  }
}
