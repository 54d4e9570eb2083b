package org.athena.forecast;

import java.util.ArrayList;
import java.util.List;
import org.athena.breakage.Estimate;
import org.athena.breakage.Estimates;
import org.athena.breakage.ForecastMethod;
import org.athena.breakage.Triangle;

/**
 * The additive method, also called that of incremental ratios: what cohorts redeem at each age as a
 * share of what was issued to them, put on what was issued to the younger ones. A tail is the curve
 * of those shares carried on, exponential or inverse power. A cohort without a complete age starts
 * from nothing.
 *
 * @source Mack (2002), Schadenversicherungsmathematik, 2nd ed., section 3.1.5; Stanard (1985), PCAS
 *     72, 124-148
 * @param last how many of the newest cohorts of each age are used; 0 is all
 * @param tail what comes after the last age
 */
public record Additive(int last, Tail tail) implements ForecastMethod {

  /** The measure of the development: redeemed in an age over issued. */
  public static final String MEASURE = "redeemed in the age over issued";

  /** The name of the diagnostic: the figure of the first age. */
  public static final String FIRST = "first age";

  /** Checks the count and the tail. */
  public Additive {
    if (last < 0) {
      throw new IllegalArgumentException(
          "Cannot make an additive method: last is %d cohorts, it must not be negative. "
                  .formatted(last)
              + "Give 0 for all.");
    }
    StepTail.require("an additive method", tail);
  }

  /** The method on all cohorts, without a tail. */
  public static Additive all() {
    return new Additive(0, Tail.none());
  }

  /** This method on the newest few cohorts of each age; 0 is all. */
  public Additive last(int count) {
    return new Additive(count, tail);
  }

  /** This method with a tail, exponential or inverse power. */
  public Additive tail(Tail other) {
    return new Additive(last, other);
  }

  @Override
  public String name() {
    List<String> parameters = new ArrayList<>();
    if (last > 0) {
      parameters.add("last=" + last);
    }
    Names.addTail(parameters, tail);
    return Names.of("additive", parameters);
  }

  /**
   * {@inheritDoc}
   *
   * @throws IllegalArgumentException if a cohort has no issued value
   */
  @Override
  public Estimates estimate(Triangle triangle) {
    double[] issued = Exposure.of(triangle, "the additive method");
    CompleteCells cells = CompleteCells.of(triangle);
    double[] shares = new double[cells.ages()];
    int[] counts = new int[cells.ages()];
    for (int k = 0; k < shares.length; k++) {
      shares[k] = share(cells, issued, k, counts);
    }
    StepTail steps = StepTail.of(shares, cells.labels(), tail, "shares of issued value");
    List<Estimate> estimates = new ArrayList<>(issued.length);
    for (int i = 0; i < issued.length; i++) {
      estimates.add(estimate(cells, issued[i], steps.steps(), i));
    }
    Estimates all =
        Estimates.of(estimates)
            .withDevelopment(Steps.development(MEASURE, cells, steps.steps(), counts));
    if (shares.length > 0 && !Double.isNaN(steps.steps()[0])) {
      all = all.with(FIRST, steps.steps()[0]);
    }
    for (var parameter : steps.parameters().entrySet()) {
      all = all.with(parameter.getKey(), parameter.getValue());
    }
    return all.withNotes(steps.notes()).withNotes(Steps.notes(cells));
  }

  private double share(CompleteCells cells, double[] issued, int k, int[] counts) {
    double redeemed = 0;
    double value = 0;
    for (int i = cells.cohorts() - 1; i >= 0; i--) {
      double[] row = cells.redeemed()[i];
      if (row.length > k && issued[i] > 0 && (last == 0 || counts[k] < last)) {
        redeemed += row[k] - (k == 0 ? 0 : row[k - 1]);
        value += issued[i];
        counts[k]++;
      }
    }
    double share = redeemed / value;
    return value > 0 && Double.isFinite(share) ? share : Double.NaN;
  }

  private static Estimate estimate(CompleteCells cells, double issued, double[] steps, int i) {
    String origin = cells.origins()[i];
    double[] row = cells.redeemed()[i];
    double ultimate = row.length == 0 ? 0 : row[row.length - 1];
    double beyond = 0;
    for (int k = row.length; k < steps.length; k++) {
      if (Double.isNaN(steps[k])) {
        String reason = "nothing was issued to the cohorts that have come to age %d";
        return Estimate.none(origin, reason.formatted(cells.labels()[k]));
      }
      ultimate += issued * steps[k];
      beyond += k < cells.ages() ? 0 : issued * steps[k];
    }
    if (!Double.isFinite(ultimate)) {
      return Estimate.none(origin, "its shares add up to more than a double can hold");
    }
    Estimate estimate = Estimate.of(origin, ultimate);
    double tailShare = ultimate == 0 ? 0 : beyond / ultimate;
    return Double.isFinite(tailShare) ? estimate.withTailShare(tailShare) : estimate;
  }
}
