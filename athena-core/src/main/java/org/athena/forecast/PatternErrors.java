package org.athena.forecast;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.athena.breakage.Estimate;
import org.athena.breakage.Estimates;
import org.jspecify.annotations.Nullable;

/**
 * The errors of methods that put the link ratios of a triangle on an expected ultimate, with
 * increments taken as over-dispersed Poisson.
 *
 * <p>One over a volume-weighted link ratio f is the share that the sum S of one age has in that of
 * the next. Given the latter it has the variance of a binomial share times the dispersion, so its
 * logarithm has the variance dispersion times (f - 1) / (f S), and the links are uncorrelated with
 * each other and with what the cohorts have redeemed by their last ages. The parameter error comes
 * of these by the derivatives of the estimate; the process error is the dispersion times what is
 * still to come. A tail is taken as known. An age in which less than nothing was redeemed adds
 * nothing.
 *
 * @source England and Verrall (2002), British Actuarial Journal 8(3), 443-518, for the model; Alai,
 *     Merz and Wuthrich (2010), Annals of Actuarial Science 5(1), 7-17, for the error of
 *     Bornhuetter-Ferguson in it
 */
final class PatternErrors {

  private final Maturity maturity;
  private final Expectation expectation;
  private final int periods;
  private final double dispersion;

  /** The variance of the logarithm of each link ratio over the dispersion. */
  private final double[] ofRatios;

  private final double[] byRatios;
  private final double[] byRedeemed;
  private double byExpectation;
  private double process;

  private PatternErrors(
      Maturity maturity, Expectation expectation, int periods, double dispersion) {
    this.maturity = maturity;
    this.expectation = expectation;
    this.periods = periods;
    this.dispersion = dispersion;
    LinkFit fit = maturity.projection.fit;
    ofRatios = new double[fit.factors.length];
    for (int k = 0; k < ofRatios.length; k++) {
      double variance = (fit.factors[k] - 1) / (fit.factors[k] * fit.weights[k]);
      ofRatios[k] = variance > 0 && Double.isFinite(variance) ? variance : 0;
    }
    byRatios = new double[ofRatios.length];
    byRedeemed = new double[maturity.cohorts()];
  }

  /** The estimates after some periods with their errors, or with a note why there are none. */
  static Estimates estimates(
      Maturity maturity, LinkRatios ratios, Expectation expectation, int periods) {
    Estimates plain = maturity.estimates(expectation.ultimate(), periods);
    OdpFit fit = OdpFit.of(maturity.projection.cells);
    String refusal = refusal(maturity.projection, ratios, fit);
    if (refusal != null) {
      return plain.cohorts().isEmpty() ? plain : plain.withNotes(List.of(refusal));
    }
    Estimates all = new PatternErrors(maturity, expectation, periods, fit.dispersion).addTo(plain);
    return maturity.projection.tail == 1
        ? all
        : all.withNotes(List.of("standard errors take the tail factor as known"));
  }

  private static @Nullable String refusal(Projection projection, LinkRatios ratios, OdpFit fit) {
    String other = "; a bootstrap has the error of the chain ladder";
    if (ratios.average() != LinkRatios.Average.VOLUME_WEIGHTED
        || ratios.dropHighest() + ratios.dropLowest() > 0) {
      return "no standard error: there is no accepted one but on volume-weighted ratios, none of them dropped for its size"
          + other;
    }
    if (!Arrays.equals(projection.factors, projection.fit.factors)) {
      return "no standard error: there is no accepted one where the tail replaces link ratios"
          + other;
    }
    return Double.isNaN(fit.dispersion)
        ? "no standard error: %d cells for %d parameters"
            .formatted(fit.cellCount, fit.parameterCount)
        : null;
  }

  private Estimates addTo(Estimates plain) {
    List<Estimate> cohorts = new ArrayList<>(plain.cohorts().size());
    boolean any = false;
    for (int i = 0; i < plain.cohorts().size(); i++) {
      Estimate estimate = plain.cohorts().get(i);
      any |= estimate.estimated();
      cohorts.add(estimate.estimated() ? withError(estimate, i) : estimate);
    }
    Estimates all = plain.withCohorts(cohorts);
    double parameter = parameter(byRatios, byRedeemed, byExpectation);
    double error = Math.sqrt(process + parameter);
    return any && Double.isFinite(error)
        ? all.withTotalStandardError(error)
            .with(Mack.PROCESS_ERROR, Math.sqrt(process))
            .with(Mack.PARAMETER_ERROR, Math.sqrt(parameter))
            .with(OdpBootstrap.DISPERSION, dispersion)
        : all;
  }

  private Estimate withError(Estimate estimate, int i) {
    double now = maturity.share[i];
    double then = maturity.shareAfter(i, periods);
    double expected = expectation.ultimate()[i];
    double[] ratios = new double[ofRatios.length];
    double[] values = new double[byRedeemed.length];
    for (int k = 0; k < ratios.length; k++) {
      double moved = k >= maturity.last(i) && maturity.last(i) >= 0 ? -now : 0;
      moved += k >= (long) maturity.last(i) + periods ? then : 0;
      ratios[k] = expected * moved + (then - now) * expectation.byRatio(i, k);
      byRatios[k] += ratios[k];
    }
    for (int j = 0; j < values.length; j++) {
      values[j] = (then - now) * expectation.byRedeemed(i, j);
      byRedeemed[j] += values[j];
    }
    double outside = (then - now) * expectation.error()[i];
    byExpectation += outside;
    double own = dispersion * Math.max(0, expected * (then - now));
    process += own;
    double parameter = parameter(ratios, values, outside);
    double error = Math.sqrt(own + parameter);
    return Double.isFinite(error)
        ? estimate
            .withStandardError(error)
            .with(Mack.PROCESS_ERROR, Math.sqrt(own))
            .with(Mack.PARAMETER_ERROR, Math.sqrt(parameter))
        : estimate;
  }

  private double parameter(double[] ratios, double[] values, double outside) {
    double variance = outside * outside;
    for (int k = 0; k < ratios.length; k++) {
      variance += dispersion * ofRatios[k] * ratios[k] * ratios[k];
    }
    for (int j = 0; j < values.length; j++) {
      variance += dispersion * Math.max(0, maturity.redeemed[j]) * values[j] * values[j];
    }
    return variance;
  }
}
