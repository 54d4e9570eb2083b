package org.athena.forecast;

import java.util.ArrayList;
import java.util.List;
import org.athena.breakage.Estimate;
import org.athena.breakage.Estimates;

/**
 * Mack's errors of what cohorts will have redeemed a number of ages on.
 *
 * @source Mack (1993), ASTIN Bulletin 23(2), 213-225, theorem 3 and its corollary, with the sums
 *     over the links ahead cut off after that many
 */
final class MackHorizon {

  private final Projection projection;
  private final int alpha;
  private final Sigmas sigmas;
  private final int periods;

  /** What the cohorts that cross a link come to, added up. */
  private final double[] crossing;

  private double process;

  MackHorizon(Projection projection, int alpha, Sigmas sigmas, int periods) {
    this.projection = projection;
    this.alpha = alpha;
    this.sigmas = sigmas;
    this.periods = periods;
    crossing = new double[projection.factors.length];
  }

  Estimates estimates() {
    Estimates plain = projection.estimatesAfter(periods);
    List<Estimate> cohorts = new ArrayList<>(plain.cohorts().size());
    boolean all = true;
    for (int i = 0; i < plain.cohorts().size(); i++) {
      Estimate estimate = plain.cohorts().get(i);
      Double value = estimate.ultimate();
      if (value != null) {
        double error = projection.reachesTail(i, periods) ? Double.NaN : error(i, value);
        boolean known = Double.isFinite(error);
        all &= known;
        estimate = known ? estimate.withStandardError(error) : estimate;
      }
      cohorts.add(estimate);
    }
    double error = Math.sqrt(process + parameterOfTotal());
    Estimates result = Estimates.of(cohorts);
    return all && Double.isFinite(error) ? result.withTotalStandardError(error) : result;
  }

  private double error(int i, double reached) {
    double[] row = projection.cells.redeemed()[i];
    double value = row[row.length - 1];
    double processOf = 0;
    double parameterOf = 0;
    int first = row.length - 1;
    for (int k = first; k < Math.min(crossing.length, (long) first + periods); k++) {
      double f = projection.factors[k];
      double sigma = sigmas.sigma()[k];
      double error = sigmas.standardError()[k];
      processOf = f * f * processOf + sigma * sigma * MackErrors.power(alpha, value);
      parameterOf = f * f * parameterOf + value * value * error * error;
      value *= f;
      crossing[k] += reached;
    }
    process += processOf;
    return Math.sqrt(processOf + parameterOf);
  }

  private double parameterOfTotal() {
    double variance = 0;
    for (int k = 0; k < crossing.length; k++) {
      if (crossing[k] != 0) {
        double error = crossing[k] * sigmas.standardError()[k] / projection.factors[k];
        variance += error * error;
      }
    }
    return variance;
  }
}
