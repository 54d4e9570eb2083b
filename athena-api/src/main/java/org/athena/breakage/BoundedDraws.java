package org.athena.breakage;

import java.util.Arrays;
import java.util.List;

/** Bounds what was drawn for cohorts as the frame bounds their estimates, and adds it up again. */
final class BoundedDraws {

  private BoundedDraws() {}

  /** An estimate whose draws are held between two values, with the deviation that is left. */
  static Estimate within(Estimate estimate, double low, double high) {
    if (!(estimate.predictive() instanceof Draws draws)) {
      return estimate;
    }
    Draws held = draws.within(low, high);
    return held == draws
        ? estimate
        : estimate.withPredictive(held).withStandardError(held.standardDeviation());
  }

  /** Estimates whose total is the sum of the bounded draws where bounding moved any of them. */
  static Estimates total(Estimates estimates, List<CohortForecast> framed) {
    if (!(estimates.totalPredictive() instanceof Draws before)) {
      return estimates;
    }
    boolean moved = false;
    Draws sum = null;
    double settled = 0;
    for (int i = 0; i < framed.size(); i++) {
      CohortForecast cohort = framed.get(i);
      Double ultimate = cohort.ultimate();
      moved |= cohort.predictive() != estimates.cohorts().get(i).predictive();
      if (cohort.predictive() instanceof Draws draws && draws.size() == before.size()) {
        sum = sum == null ? draws : sum.plus(draws);
      } else if (ultimate != null
          && cohort.standardError() != null
          && cohort.standardError() == 0) {
        settled += ultimate;
      } else if (ultimate != null) {
        return estimates;
      }
    }
    if (!moved || sum == null) {
      return estimates;
    }
    double[] constant = new double[before.size()];
    Arrays.fill(constant, settled);
    Draws total = sum.plus(Draws.of(constant));
    return estimates.withTotalPredictive(total).withTotalStandardError(total.standardDeviation());
  }
}
