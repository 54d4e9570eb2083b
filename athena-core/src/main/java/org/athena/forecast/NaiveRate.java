package org.athena.forecast;

import java.util.ArrayList;
import java.util.List;
import org.athena.breakage.Estimate;
import org.athena.breakage.Estimates;
import org.athena.breakage.ForecastMethod;
import org.athena.breakage.Triangle;
import org.jspecify.annotations.Nullable;

/**
 * The rate of mature cohorts put on all others: a base line to compare methods with. Cohorts with
 * more than the given number of complete ages after their first are taken as they stand; what they
 * redeemed over what was issued to them is the rate. A younger cohort comes to the rate times what
 * was issued to it, or to what it has redeemed where that is more.
 *
 * <p>It has no standard error, and does not say when the rest is redeemed: a back-test spreads it
 * as the chain ladder does.
 *
 * @param olderThan the age index, from 0, that the last complete age of a mature cohort exceeds
 */
public record NaiveRate(int olderThan) implements ForecastMethod {

  /** The name of the diagnostic: redeemed over issued of the mature cohorts. */
  public static final String RATE = "rate";

  private static final String NO_ERROR =
      "no standard error: the naive rate has no model of how cohorts differ; a bootstrap has one";

  /** Checks the age. */
  public NaiveRate {
    if (olderThan < 0) {
      throw new IllegalArgumentException(
          "Cannot make a naive rate: olderThan is %d ages, 0 is the least. Give an age index."
              .formatted(olderThan));
    }
  }

  /** The rate of the cohorts older than a number of ages. */
  public static NaiveRate olderThan(int ages) {
    return new NaiveRate(ages);
  }

  @Override
  public String name() {
    return "naive-rate(older-than=" + olderThan + ")";
  }

  /**
   * {@inheritDoc}
   *
   * @throws IllegalArgumentException if a cohort has no issued value
   */
  @Override
  public Estimates estimate(Triangle triangle) {
    Double rate = rate(triangle);
    List<Estimate> estimates = new ArrayList<>(triangle.cohorts().size());
    for (Triangle.Cohort cohort : triangle.cohorts()) {
      double redeemed = cohort.latest().redeemed().doubleValue();
      if (mature(cohort)) {
        estimates.add(Estimate.of(cohort.origin(), redeemed));
      } else if (rate == null) {
        String reason = "no rate: nothing was issued to cohorts older than " + olderThan + " ages";
        estimates.add(Estimate.none(cohort.origin(), reason));
      } else {
        double ultimate = Math.max(redeemed, rate * issued(cohort));
        estimates.add(Estimate.of(cohort.origin(), ultimate));
      }
    }
    Estimates all = Estimates.of(estimates).withNotes(List.of(NO_ERROR));
    return rate == null ? all : all.with(RATE, rate);
  }

  private boolean mature(Triangle.Cohort cohort) {
    return cohort.completeCells() - 1 > olderThan;
  }

  private @Nullable Double rate(Triangle triangle) {
    double redeemed = 0;
    double issued = 0;
    for (Triangle.Cohort cohort : triangle.cohorts()) {
      double value = issued(cohort);
      if (mature(cohort)) {
        redeemed += cohort.latest().redeemed().doubleValue();
        issued += value;
      }
    }
    return issued > 0 ? (Double) (redeemed / issued) : null;
  }

  private static double issued(Triangle.Cohort cohort) {
    if (cohort.latest().issued() == null) {
      throw new IllegalArgumentException(
          "Cannot forecast by naive rate: issued of cohort %s is absent. "
                  .formatted(cohort.origin())
              + "Give a triangle with issued values, or use the chain ladder.");
    }
    return cohort.latest().issued().doubleValue();
  }
}
