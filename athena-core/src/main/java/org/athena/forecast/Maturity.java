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

  private final Projection projection;
  final double[] issued;
  final double[] redeemed;

  /** One over the factor to ultimate; NaN where a link ratio is missing. */
  final double[] share;

  private Maturity(Projection projection, double[] issued) {
    this.projection = projection;
    this.issued = issued;
    redeemed = new double[issued.length];
    share = new double[issued.length];
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

  /** What was redeemed and, of an ultimate expected before, the share that is still to come. */
  double carried(int i, double expected) {
    return redeemed[i] + (1 - share[i]) * expected;
  }

  /** The estimate that {@link #carried} gives. */
  Estimate estimate(int i, double expected) {
    String origin = projection.cells.origins()[i];
    for (int k = known(i); k < projection.factors.length && known(i) >= 0; k++) {
      if (Double.isNaN(projection.factors[k])) {
        return Estimate.none(origin, projection.fit.missing(k));
      }
    }
    double ultimate = carried(i, expected);
    if (!Double.isFinite(ultimate)) {
      return Estimate.none(origin, "its factors multiply to more than a double can hold");
    }
    Estimate estimate = Estimate.of(origin, ultimate);
    double tailShare = ultimate == 0 ? 0 : (1 - 1 / projection.tail) * expected / ultimate;
    return Double.isFinite(tailShare) ? estimate.withTailShare(tailShare) : estimate;
  }

  private int known(int i) {
    return projection.cells.redeemed()[i].length - 1;
  }

  /** The estimates of all cohorts, each from its expected ultimate. */
  Estimates estimates(double[] expected) {
    List<Estimate> estimates = new ArrayList<>(issued.length);
    for (int i = 0; i < issued.length; i++) {
      estimates.add(estimate(i, expected[i]));
    }
    return projection.framed(estimates);
  }

  Estimates framed(List<Estimate> estimates) {
    return projection.framed(estimates);
  }
}
