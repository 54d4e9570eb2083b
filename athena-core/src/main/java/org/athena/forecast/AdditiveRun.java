package org.athena.forecast;

import java.util.ArrayList;
import java.util.List;
import org.athena.breakage.Estimate;
import org.athena.breakage.Estimates;
import org.athena.breakage.Triangle;

/**
 * Adds what each cohort is still to redeem at each age, with the errors.
 *
 * @source Merz and Wuthrich (2009), Variance 3(1), 131-151, for one line: with V issued, the
 *     variance of an increment is V s^2 and that of a share s^2 over the sum of V that it is
 *     computed from
 */
final class AdditiveRun {

  private static final String TOO_FEW =
      "no standard error: too few cohorts to see how their shares vary";

  private static final String NO_ERROR =
      "no standard error: there is none for a tail of shares; without a tail there is one, and a "
          + "bootstrap has that of the chain ladder";

  private final CompleteCells cells;
  private final double[] issued;
  private final int last;

  /** How many cohorts the share of each age is computed from, and what was issued to them. */
  private final int[] counts;

  private final double[] values;

  /** The variance of a unit of issued value in each age; NaN where it is not known. */
  private final double[] variances;

  private final double[] shares;
  private final StepTail steps;
  private final double[] shared;
  private double process;

  AdditiveRun(Additive method, Triangle triangle) {
    issued = Exposure.of(triangle, "the additive method");
    cells = CompleteCells.of(triangle);
    last = method.last();
    counts = new int[cells.ages()];
    values = new double[cells.ages()];
    variances = new double[cells.ages()];
    shares = new double[cells.ages()];
    double[] sigmas = new double[cells.ages()];
    for (int k = 0; k < shares.length; k++) {
      shares[k] = share(k);
      sigmas[k] = counts[k] < 2 ? Sigmas.mack(sigmas, k) : Math.sqrt(variance(k, shares[k]));
      variances[k] = sigmas[k] * sigmas[k];
    }
    steps = StepTail.of(shares, cells.labels(), method.tail(), "shares of issued value");
    shared = new double[cells.ages()];
  }

  private List<Integer> used(int k) {
    List<Integer> used = new ArrayList<>();
    for (int i = cells.cohorts() - 1; i >= 0 && (last == 0 || used.size() < last); i--) {
      if (cells.redeemed()[i].length > k && issued[i] > 0) {
        used.add(i);
      }
    }
    return used;
  }

  private double increment(int i, int k) {
    return cells.redeemed()[i][k] - (k == 0 ? 0 : cells.redeemed()[i][k - 1]);
  }

  private double share(int k) {
    double redeemed = 0;
    for (int i : used(k)) {
      redeemed += increment(i, k);
      values[k] += issued[i];
      counts[k]++;
    }
    double share = redeemed / values[k];
    return values[k] > 0 && Double.isFinite(share) ? share : Double.NaN;
  }

  private double variance(int k, double share) {
    double sum = 0;
    for (int i : used(k)) {
      double off = increment(i, k) - share * issued[i];
      sum += off * off / issued[i];
    }
    return sum / (counts[k] - 1);
  }

  Estimates estimates() {
    Estimates estimates =
        run(Maturity.ALL)
            .withDevelopment(Steps.development(Additive.MEASURE, cells, steps.steps(), counts));
    if (cells.ages() > 0 && !Double.isNaN(steps.steps()[0])) {
      estimates = estimates.with(Additive.FIRST, steps.steps()[0]);
    }
    for (var parameter : steps.parameters().entrySet()) {
      estimates = estimates.with(parameter.getKey(), parameter.getValue());
    }
    List<String> notes = new ArrayList<>(steps.notes());
    notes.addAll(Steps.notes(cells));
    if (estimates.totalStandardError() == null && cells.ages() > 0) {
      notes.add(steps.parameters().isEmpty() ? TOO_FEW : NO_ERROR);
    }
    return estimates.withNotes(notes);
  }

  Estimates estimatesAfter(int periods) {
    return run(periods);
  }

  private Estimates run(int periods) {
    List<Estimate> estimates = new ArrayList<>(issued.length);
    boolean all = true;
    boolean any = false;
    for (int i = 0; i < issued.length; i++) {
      Estimate estimate = estimate(i, periods);
      estimates.add(estimate);
      any |= estimate.estimated();
      all &= !estimate.estimated() || estimate.standardError() != null;
    }
    double parameter = 0;
    for (int k = 0; k < shared.length; k++) {
      parameter += shared[k] == 0 ? 0 : shared[k] * shared[k] * variances[k] / values[k];
    }
    Estimates plain = Estimates.of(estimates);
    double error = Math.sqrt(process + parameter);
    return any && all && Double.isFinite(error)
        ? plain
            .withTotalStandardError(error)
            .with(Mack.PROCESS_ERROR, Math.sqrt(process))
            .with(Mack.PARAMETER_ERROR, Math.sqrt(parameter))
        : plain;
  }

  private Estimate estimate(int i, int periods) {
    String origin = cells.origins()[i];
    double[] row = cells.redeemed()[i];
    if (row.length == 0 && periods != Maturity.ALL) {
      return Estimate.none(origin, "no complete age yet");
    }
    double value = row.length == 0 ? 0 : row[row.length - 1];
    double beyond = 0;
    int end = (int) Math.min(steps.steps().length, (long) row.length + periods);
    for (int k = row.length; k < end; k++) {
      double step = steps.steps()[k];
      if (Double.isNaN(step)) {
        String reason = "nothing was issued to the cohorts that have come to age %d";
        return Estimate.none(origin, reason.formatted(cells.labels()[k]));
      }
      value += issued[i] * step;
      beyond += k < cells.ages() ? 0 : issued[i] * step;
    }
    if (!Double.isFinite(value)) {
      return Estimate.none(origin, "its shares add up to more than a double can hold");
    }
    Estimate estimate = Estimate.of(origin, value);
    double tailShare = value == 0 ? 0 : beyond / value;
    estimate = Double.isFinite(tailShare) ? estimate.withTailShare(tailShare) : estimate;
    return known(row.length, end) ? withError(estimate, i, end) : estimate;
  }

  /** Whether the shares of some ages are those of the triangle, not of a tail. */
  private boolean known(int from, int end) {
    boolean own = from == end || end <= cells.ages();
    for (int k = from; own && k < end; k++) {
      own = steps.steps()[k] == shares[k];
    }
    return own;
  }

  private Estimate withError(Estimate estimate, int i, int end) {
    double own = 0;
    double parameter = 0;
    for (int k = cells.redeemed()[i].length; k < end && issued[i] != 0; k++) {
      own += issued[i] * variances[k];
      parameter += issued[i] * issued[i] * variances[k] / values[k];
    }
    double error = Math.sqrt(own + parameter);
    if (!(own >= 0 && Double.isFinite(error))) {
      return estimate;
    }
    for (int k = cells.redeemed()[i].length; k < end; k++) {
      shared[k] += issued[i];
    }
    process += own;
    return estimate
        .withStandardError(error)
        .with(Mack.PROCESS_ERROR, Math.sqrt(own))
        .with(Mack.PARAMETER_ERROR, Math.sqrt(parameter));
  }
}
