package org.athena.forecast;

import java.util.ArrayList;
import java.util.List;
import org.athena.breakage.Development;
import org.athena.breakage.Estimate;
import org.athena.breakage.Estimates;

/** Carries each cohort from its last complete cell to the ultimate by link ratios and a tail. */
final class Projection {

  final CompleteCells cells;
  final LinkFit fit;
  final Tail.Extension extension;

  /** The factor of each link, after the tail attached its own; NaN where there is none. */
  final double[] factors;

  /** The factor after the last age; 1 where there is no tail. */
  final double tail;

  private Projection(CompleteCells cells, LinkFit fit, Tail.Extension extension) {
    this.cells = cells;
    this.fit = fit;
    this.extension = extension;
    Development development = extension.development();
    factors = new double[cells.links()];
    for (int k = 0; k < factors.length; k++) {
      Double factor = development.links().get(k).factor();
      factors[k] = factor == null ? Double.NaN : factor;
    }
    Double last = development.tail();
    tail = last == null ? 1 : last;
    if (!(tail > 0)) {
      throw new IllegalArgumentException(
          "Cannot forecast: tail factor is %s, it must be positive. Give 1 for no tail."
              .formatted(tail));
    }
  }

  static Projection of(CompleteCells cells, LinkRatios ratios, Tail tail) {
    LinkFit fit = LinkFit.of(cells, ratios);
    Development before = fit.development();
    Tail.Extension extension = tail.extend(before);
    if (extension.development().links().size() != before.links().size()) {
      throw new IllegalArgumentException(
          "Cannot extend a development by tail %s: it gives %d links, the triangle has %d. "
                  .formatted(
                      tail.name(), extension.development().links().size(), before.links().size())
              + "Keep one link per step.");
    }
    return new Projection(cells, fit, extension);
  }

  /** The estimates without errors. */
  Estimates estimates() {
    List<Estimate> estimates = new ArrayList<>(cells.cohorts());
    for (int i = 0; i < cells.cohorts(); i++) {
      estimates.add(estimate(i));
    }
    return framed(estimates);
  }

  /** Estimates with the development and the notes of this projection. */
  Estimates framed(List<Estimate> estimates) {
    Estimates all = Estimates.of(estimates).withDevelopment(extension.development());
    for (var parameter : extension.parameters().entrySet()) {
      all = all.with(parameter.getKey(), parameter.getValue());
    }
    return all.withNotes(fit.notes()).withNotes(extension.notes()).withNotes(shapeNotes());
  }

  /** The estimate of one cohort without errors. */
  Estimate estimate(int i) {
    String origin = cells.origins()[i];
    int known = cells.redeemed()[i].length;
    if (known == 0) {
      return Estimate.none(origin, "no complete age yet");
    }
    double ultimate = cells.redeemed()[i][known - 1] * tail;
    for (int k = known - 1; k < factors.length; k++) {
      if (Double.isNaN(factors[k])) {
        return Estimate.none(origin, fit.missing(k));
      }
      ultimate *= factors[k];
    }
    return Double.isFinite(ultimate)
        ? Estimate.of(origin, ultimate).withTailShare(1 - 1 / tail)
        : Estimate.none(origin, "its factors multiply to more than a double can hold");
  }

  /**
   * What cohorts will have redeemed a number of ages on, without errors; of the tail the part that
   * {@link Emergence} has by then.
   */
  Estimates estimatesAfter(int periods) {
    Emergence emergence = Emergence.of(extension.development());
    List<Estimate> estimates = new ArrayList<>(cells.cohorts());
    for (int i = 0; i < cells.cohorts(); i++) {
      estimates.add(estimateAfter(i, periods, emergence));
    }
    return Estimates.of(estimates);
  }

  private Estimate estimateAfter(int i, int periods, Emergence emergence) {
    String origin = cells.origins()[i];
    int known = cells.redeemed()[i].length;
    if (known == 0) {
      return Estimate.none(origin, "no complete age yet");
    }
    double value = cells.redeemed()[i][known - 1];
    for (int k = known - 1; k < Math.min(factors.length, known - 1L + periods); k++) {
      if (Double.isNaN(factors[k])) {
        return Estimate.none(origin, fit.missing(k));
      }
      value *= factors[k];
    }
    value *= 1 + (tail - 1) * emergence.ofTail(ages(i, periods) - factors.length);
    return Double.isFinite(value)
        ? Estimate.of(origin, value)
        : Estimate.none(origin, "its factors multiply to more than a double can hold");
  }

  /** The age index that a cohort comes to in some periods. */
  private long ages(int i, int periods) {
    return cells.redeemed()[i].length - 1L + periods;
  }

  /** Whether a cohort comes to ages in some periods that are the tail's. */
  boolean reachesTail(int i, int periods) {
    return tail != 1 && ages(i, periods) > factors.length;
  }

  private List<String> shapeNotes() {
    if (cells.cohorts() == 0) {
      return List.of("the triangle has no cohort");
    }
    return cells.ages() == 1
        ? List.of("the triangle has one complete age: there is no link ratio to develop by")
        : List.of();
  }
}
