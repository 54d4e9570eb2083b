package org.athena.forecast;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.athena.breakage.Estimates;
import org.athena.breakage.ForecastMethod;
import org.athena.breakage.Triangle;

/**
 * The additive method, also called that of incremental ratios: what cohorts redeem at each age as a
 * share of what was issued to them, put on what was issued to the younger ones. A tail is the curve
 * of those shares carried on, exponential or inverse power. A cohort without a complete age starts
 * from nothing.
 *
 * <p>Increments are taken as independent, with a mean and a variance in proportion to what was
 * issued. A variance that only one cohort tells of follows the two before it by Mack's rule. There
 * is no accepted error of a tail: with one there is no error of the ultimate.
 *
 * @source Mack (2002), Schadenversicherungsmathematik, 2nd ed., section 3.1.5; Stanard (1985), PCAS
 *     72, 124-148; for the errors Merz and Wuthrich (2009), Prediction Error of the Multivariate
 *     Additive Loss Reserving Method for Dependent Lines of Business, Variance 3(1), 131-151, for
 *     one line
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
    return new AdditiveRun(this, triangle).estimates();
  }

  /** {@inheritDoc} The steps of a tail follow those of the last age. */
  @Override
  public Optional<Estimates> estimateAfter(Triangle triangle, int periods) {
    return Optional.of(new AdditiveRun(this, triangle).estimatesAfter(periods));
  }
}
