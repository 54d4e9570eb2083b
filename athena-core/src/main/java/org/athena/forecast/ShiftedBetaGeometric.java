package org.athena.forecast;

/**
 * The shifted beta-geometric model of retention: each leaves with a constant probability of its own
 * in every period, and these follow a beta distribution. All leave in the end: for breakage it
 * needs a cure mass beside it.
 *
 * <p>Needs the optional library hipparchus-optim to be fitted.
 *
 * @source Fader and Hardie (2007), How to Project Customer Retention, Journal of Interactive
 *     Marketing 21(1), 76-90, equations (5) to (7)
 * @param alpha the first parameter of the beta distribution of the probability of leaving
 * @param beta the second
 * @param logLikelihood the logarithm of the likelihood of what it was fitted to
 */
public record ShiftedBetaGeometric(double alpha, double beta, double logLikelihood) {

  /**
   * The model that fits best.
   *
   * @param survivors how many there are at the start and after each period
   * @throws IllegalArgumentException if there are fewer than two periods, or survivors rise, or
   *     nobody leaves
   * @throws IllegalStateException if the library hipparchus-optim is not there
   */
  public static ShiftedBetaGeometric fit(double... survivors) {
    for (int t = 0; t < survivors.length; t++) {
      if (!(survivors[t] >= 0) || (t > 0 && survivors[t] > survivors[t - 1])) {
        throw new IllegalArgumentException(
            "Cannot fit a shifted beta-geometric: survivors after %d periods are %s, they must not be negative or rise. Give counts that fall."
                .formatted(t, survivors[t]));
      }
    }
    if (survivors.length < 3 || survivors[0] == survivors[survivors.length - 1]) {
      throw new IllegalArgumentException(
          "Cannot fit a shifted beta-geometric: survivors are %d with the start, and must be 3 or more and fall. Give more periods."
              .formatted(survivors.length));
    }
    Numerics.require("fit a shifted beta-geometric");
    return RetentionFit.of(survivors.clone());
  }

  /** The share that is still there after some periods. */
  public double survival(int periods) {
    double share = 1;
    for (int t = 1; t <= periods; t++) {
      share *= retention(t);
    }
    return share;
  }

  /** The share of those who are there before a period, counted from 1, that stay through it. */
  public double retention(int period) {
    return (beta + period - 1) / (alpha + beta + period - 1);
  }
}
