package org.athena.forecast;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.athena.breakage.Development;
import org.athena.breakage.Estimate;
import org.athena.breakage.Estimates;

/**
 * Mack's recursions for the mean squared error of each cohort and of their sum.
 *
 * @source Mack (1999), ASTIN Bulletin 29(2), 361-366, recursive formulas; with alpha 1 and no tail
 *     they give Mack (1993), ASTIN Bulletin 23(2), 213-225, theorem 3 and its corollary
 */
final class MackErrors {

  private final Projection projection;
  private final int alpha;
  private final Sigmas sigmas;
  private final TailErrors tailErrors;

  /** The sum of the projected values of the cohorts at each age, the ultimate last. */
  private final double[] columnSums;

  private double process;

  MackErrors(Projection projection, int alpha, Sigmas sigmas, TailErrors tailErrors) {
    this.projection = projection;
    this.alpha = alpha;
    this.sigmas = sigmas;
    this.tailErrors = tailErrors;
    columnSums = new double[projection.factors.length + 1];
  }

  Estimates addTo(Estimates plain) {
    List<Estimate> cohorts = new ArrayList<>(plain.cohorts().size());
    boolean all = true;
    boolean any = false;
    for (int i = 0; i < plain.cohorts().size(); i++) {
      Estimate estimate = plain.cohorts().get(i);
      Estimate with = estimate.estimated() ? withError(estimate, i) : estimate;
      any |= estimate.estimated();
      all &= !estimate.estimated() || with.standardError() != null;
      cohorts.add(with);
    }
    Estimates result =
        Estimates.of(cohorts).withDevelopment(development()).withNotes(plain.notes());
    for (var figure : plain.diagnostics().entrySet()) {
      result = result.with(figure.getKey(), figure.getValue());
    }
    result = result.withNotes(sigmas.notes()).withNotes(tailErrors.notes());
    double parameter = parameterOfTotal();
    double error = Math.sqrt(process + parameter);
    return any && all && Double.isFinite(error)
        ? result
            .withTotalStandardError(error)
            .with(Mack.PROCESS_ERROR, Math.sqrt(process))
            .with(Mack.PARAMETER_ERROR, Math.sqrt(parameter))
        : result;
  }

  private Estimate withError(Estimate estimate, int i) {
    int last = projection.cells.redeemed()[i].length - 1;
    double value = projection.cells.redeemed()[i][last];
    double processOf = 0;
    double parameterOf = 0;
    for (int k = last; k <= projection.factors.length; k++) {
      columnSums[k] += value;
      double f = factor(k);
      double sigma = sigma(k);
      double error = standardError(k);
      processOf = f * f * processOf + sigma * sigma * power(alpha, value);
      parameterOf = f * f * parameterOf + value * value * error * error;
      value *= f;
    }
    process += processOf;
    double error = Math.sqrt(processOf + parameterOf);
    return Double.isFinite(error)
        ? withError(estimate, error, Math.sqrt(processOf), Math.sqrt(parameterOf))
        : estimate;
  }

  /** All at once: there are many cohorts. */
  private static Estimate withError(
      Estimate plain, double error, double processOf, double parameterOf) {
    Map<String, Double> diagnostics = new LinkedHashMap<>(plain.diagnostics());
    diagnostics.put(Mack.PROCESS_ERROR, processOf);
    diagnostics.put(Mack.PARAMETER_ERROR, parameterOf);
    return new Estimate(
        plain.origin(),
        plain.ultimate(),
        plain.reason(),
        error,
        plain.tailShare(),
        plain.predictive(),
        diagnostics);
  }

  private double parameterOfTotal() {
    double variance = 0;
    for (int k = 0; k < columnSums.length; k++) {
      if (columnSums[k] != 0) {
        double error = columnSums[k] * standardError(k);
        variance = factor(k) * factor(k) * variance + error * error;
      } else if (variance != 0) {
        variance *= factor(k) * factor(k);
      }
    }
    return variance;
  }

  /** What a link's variance goes with: the value to the power of alpha. */
  static double power(int alpha, double value) {
    return switch (alpha) {
      case 0 -> value * value;
      case 1 -> Math.abs(value);
      default -> 1;
    };
  }

  private double factor(int k) {
    return k < projection.factors.length ? projection.factors[k] : projection.tail;
  }

  private double sigma(int k) {
    return k < projection.factors.length ? sigmas.sigma()[k] : tailErrors.sigma();
  }

  private double standardError(int k) {
    return k < projection.factors.length ? sigmas.standardError()[k] : tailErrors.standardError();
  }

  private Development development() {
    Development plain = projection.extension.development();
    List<Development.Link> links = new ArrayList<>(plain.links().size());
    for (int k = 0; k < plain.links().size(); k++) {
      double error = sigmas.standardError()[k];
      double sigma = sigmas.sigma()[k];
      links.add(
          plain
              .links()
              .get(k)
              .withErrors(
                  Double.isFinite(error) ? (Double) error : null,
                  Double.isFinite(sigma) ? (Double) sigma : null));
    }
    Development withLinks = plain.withLinks(links);
    return plain.tail() == null
        ? withLinks
        : withLinks.withTailErrors(tailErrors.standardError(), tailErrors.sigma());
  }
}
