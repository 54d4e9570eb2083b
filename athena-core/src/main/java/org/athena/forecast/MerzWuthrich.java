package org.athena.forecast;

import java.util.ArrayList;
import java.util.List;
import org.athena.breakage.Estimate;
import org.athena.breakage.Estimates;

/**
 * The error of the claims development result of the next period: how far estimates made a period
 * later, with one more diagonal, may lie from those made now.
 *
 * <p>Written for cohorts of any ages: with {@code V_k = sigma_k^2 / (f_k^2 S_k)} and {@code a_k}
 * the share that the next diagonal has in the weights of link k, a cohort at age j has the relative
 * variance {@code sigma_j^2 / (f_j^2 C_j) + g_j}, {@code g_j = V_j + sum over k > j of a_k V_k},
 * and two cohorts have the relative covariance {@code g} of the older one.
 *
 * @source Merz and Wuthrich (2008), Modelling the claims development result for solvency purposes,
 *     CAS E-Forum, Fall 2008, 542-568, equations (3.17) and (3.18); in the form of Merz and
 *     Wuthrich (2014), Claims run-off uncertainty: the full picture, equation (1.4)
 */
final class MerzWuthrich {

  private final CompleteCells cells;
  private final double[] factors;
  private final double[] sigma;

  /** The relative variance that a cohort at an age shares with all younger ones. */
  private final double[] shared;

  private MerzWuthrich(Projection projection, Sigmas sigmas) {
    cells = projection.cells;
    factors = projection.factors;
    sigma = sigmas.sigma();
    shared = shared(projection.fit.weights);
  }

  /** The estimates with the diagnostic, in total where all cohorts have one. */
  static Estimates addTo(Estimates plain, Projection projection, Sigmas sigmas) {
    return new MerzWuthrich(projection, sigmas).addTo(plain);
  }

  private double[] shared(double[] weights) {
    double[] next = new double[factors.length];
    for (double[] row : cells.redeemed()) {
      if (row.length > 0 && row.length <= factors.length) {
        next[row.length - 1] += row[row.length - 1];
      }
    }
    double[] sums = new double[factors.length];
    double later = 0;
    for (int k = factors.length - 1; k >= 0; k--) {
      double root = sigma[k] / factors[k];
      double variance = root == 0 ? 0 : root * root / weights[k];
      sums[k] = variance + later;
      later += variance == 0 ? 0 : variance * next[k] / (weights[k] + next[k]);
    }
    return sums;
  }

  private Estimates addTo(Estimates plain) {
    List<Estimate> cohorts = new ArrayList<>(plain.cohorts());
    double variance = 0;
    double younger = 0;
    for (int i : youngestFirst()) {
      Estimate estimate = cohorts.get(i);
      Double ultimate = estimate.ultimate();
      if (ultimate == null) {
        continue;
      }
      double own = variance(i, ultimate);
      if (own >= 0 && Double.isFinite(own)) {
        cohorts.set(i, estimate.with(Mack.ONE_PERIOD_ERROR, Math.sqrt(own)));
      }
      variance += own + (own == 0 ? 0 : 2 * ultimate * younger * shared[last(i)]);
      younger += ultimate;
    }
    Estimates all =
        new Estimates(
            cohorts,
            plain.totalStandardError(),
            plain.totalPredictive(),
            plain.development(),
            plain.diagnostics(),
            plain.notes());
    return younger != 0 && variance >= 0 && Double.isFinite(variance)
        ? all.with(Mack.ONE_PERIOD_ERROR, Math.sqrt(variance))
        : all;
  }

  private int[] youngestFirst() {
    int[] order = new int[cells.cohorts()];
    int n = 0;
    for (int age = -1; n < order.length; age++) {
      for (int i = 0; i < order.length; i++) {
        if (last(i) == age) {
          order[n++] = i;
        }
      }
    }
    return order;
  }

  private int last(int i) {
    return cells.redeemed()[i].length - 1;
  }

  private double variance(int i, double ultimate) {
    int k = last(i);
    if (k == factors.length) {
      return 0;
    }
    double value = cells.redeemed()[i][k];
    double root = sigma[k] / factors[k];
    double process =
        value == 0 || root == 0 ? 0 : root * root * Math.abs(ultimate / value * ultimate);
    return process + ultimate * ultimate * shared[k];
  }
}
