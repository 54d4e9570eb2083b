package org.athena.forecast;

import java.util.ArrayList;
import java.util.List;
import org.athena.breakage.Estimate;
import org.athena.breakage.Estimates;
import org.athena.breakage.Triangle;

/**
 * How far each cohort has come: what it redeemed by its last complete age, the share of its
 * ultimate that this is by the link ratios and the tail, and what was issued to it. A cohort
 * without a complete age has come nowhere: its share is 0.
 */
final class Maturity {

  /** In place of a number of periods: all that are still to come. */
  static final int ALL = Integer.MAX_VALUE;

  final Projection projection;
  final double[] issued;
  final double[] redeemed;

  /** One over the factor to ultimate; NaN where a link ratio is missing. */
  final double[] share;

  private final Emergence emergence;

  private Maturity(Projection projection, double[] issued) {
    this.projection = projection;
    this.issued = issued;
    redeemed = new double[issued.length];
    share = new double[issued.length];
    emergence = Emergence.of(projection.extension.development());
    for (int i = 0; i < issued.length; i++) {
      double[] cells = projection.cells.redeemed()[i];
      if (cells.length > 0) {
        redeemed[i] = cells[cells.length - 1];
        double factor = projection.tail;
        for (int k = cells.length - 1; k < projection.factors.length; k++) {
          factor *= projection.factors[k];
        }
        share[i] = factor == 0 ? Double.NaN : 1 / factor;
      }
    }
  }

  static Maturity of(Triangle triangle, LinkRatios ratios, Tail tail, String method) {
    double[] issued = Exposure.of(triangle, method);
    return new Maturity(Projection.of(CompleteCells.of(triangle), ratios, tail), issued);
  }

  int cohorts() {
    return issued.length;
  }

  /** The index of a cohort's last complete age; -1 where it has none. */
  int last(int i) {
    return projection.cells.redeemed()[i].length - 1;
  }

  /** The share that a cohort has come to after some periods. */
  double shareAfter(int i, int periods) {
    return periods == ALL ? 1 : emergence.by((long) last(i) + periods);
  }

  /** What was redeemed and, of an ultimate expected before, the share that is still to come. */
  double carried(int i, double expected) {
    return redeemed[i] + (1 - share[i]) * expected;
  }

  /**
   * The estimates after some periods, without errors: to what was redeemed comes the share of the
   * expected ultimate that emerges in them.
   *
   * @param expected the expected ultimates; NaN where there is none
   */
  Estimates estimates(double[] expected, int periods) {
    List<Estimate> estimates = new ArrayList<>(issued.length);
    for (int i = 0; i < issued.length; i++) {
      estimates.add(estimate(i, expected[i], periods));
    }
    return periods == ALL ? projection.framed(estimates) : Estimates.of(estimates);
  }

  private Estimate estimate(int i, double expected, int periods) {
    String origin = projection.cells.origins()[i];
    if (last(i) < 0 && periods != ALL) {
      return Estimate.none(origin, "no complete age yet");
    }
    for (int k = last(i); k < projection.factors.length && last(i) >= 0; k++) {
      if (Double.isNaN(projection.factors[k])) {
        return Estimate.none(origin, projection.fit.missing(k));
      }
    }
    if (Double.isNaN(expected)) {
      String reason = "no expected share: no cohort near it has issued value that has emerged";
      return Estimate.none(origin, reason);
    }
    double value = redeemed[i] + (shareAfter(i, periods) - share[i]) * expected;
    if (!Double.isFinite(value)) {
      return Estimate.none(origin, "its factors multiply to more than a double can hold");
    }
    double tailShare = value == 0 ? 0 : (1 - 1 / projection.tail) * expected / value;
    Estimate estimate = Estimate.of(origin, value);
    return periods == ALL && Double.isFinite(tailShare)
        ? estimate.withTailShare(tailShare)
        : estimate;
  }
}
