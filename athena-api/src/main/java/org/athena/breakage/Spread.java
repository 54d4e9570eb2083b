package org.athena.breakage;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Where an ultimate redemption may lie around its estimate.
 *
 * @source Mack (1993), ASTIN Bulletin 23(2), 213-225: what is still to come is taken as lognormal
 *     with the estimate as its mean and the standard error as its deviation; where nothing is still
 *     to come, the ultimate is taken as normal
 * @param latest what was seen
 * @param ultimate the estimate
 * @param standardError its standard error, or null
 * @param predictive its distribution, or null
 * @param upper what it cannot exceed, or null
 */
record Spread(
    double latest,
    double ultimate,
    @Nullable Double standardError,
    @Nullable Predictive predictive,
    @Nullable Double upper) {

  private static final double LARGEST_CV = 1e100;

  Optional<Interval> interval(double level) {
    if (!(level > 0 && level < 1)) {
      throw new IllegalArgumentException(
          "Cannot give an interval: level is %s, it must lie between 0 and 1. Give 0.95 for 95 %%."
              .formatted(level));
    }
    if (predictive == null && standardError == null) {
      return Optional.empty();
    }
    double low = within(quantile((1 - level) / 2));
    return Optional.of(new Interval(low, Math.max(low, within(quantile((1 + level) / 2)))));
  }

  private double quantile(double probability) {
    if (predictive != null) {
      return predictive.quantile(probability);
    }
    double error = standardError == null ? 0 : standardError;
    double outstanding = ultimate - latest;
    double z = NormalQuantile.at(probability);
    double cv = error / outstanding;
    if (error == 0 || outstanding <= 0 || cv > LARGEST_CV) {
      return ultimate + z * error;
    }
    double variance = Math.log1p(cv * cv);
    return latest + outstanding * Math.exp(z * Math.sqrt(variance) - variance / 2);
  }

  private double within(double value) {
    double raised = Math.max(value, Math.min(latest, ultimate));
    return upper == null ? raised : Math.min(raised, Math.max(upper, ultimate));
  }
}
