package org.athena.forecast;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.athena.breakage.Estimates;
import org.athena.breakage.ForecastMethod;
import org.athena.breakage.Triangle;

/**
 * The remaining-balance hazard, a life table of money: at each age a share of what is still on the
 * cards is redeemed, and a share of it leaves otherwise (expires, is cashed out, goes to fees).
 * What is still on the cards of a cohort, issued less redeemed less exited, goes through the ages
 * that are ahead of it. So a cohort never redeems more than was issued to it, and nothing once all
 * has left. Reloads that are yet to come are not forecast.
 *
 * <p>A tail is the curve of the shares redeemed carried on, exponential or inverse power; exits are
 * not carried on beyond the last age.
 *
 * <p>Standard errors take money for over-dispersed multinomial: the parameter variance of a cohort
 * is Greenwood's formula in money times Pearson's {@link #DISPERSION}, the process variance that of
 * so many independent units of the dispersion's size. The tail's curve is taken as known.
 *
 * @source Kaplan and Meier (1958), JASA 53, 457-481, and Greenwood (1926) for the table and its
 *     variance; McCullagh and Nelder (1989), Generalized Linear Models, section 4.5, for the
 *     dispersion
 * @param last how many of the newest cohorts of each age are used; 0 is all
 * @param tail what comes after the last age
 */
public record Hazard(int last, Tail tail) implements ForecastMethod {

  /** The measure of the development: the share of what is on the cards that is redeemed. */
  public static final String MEASURE = "hazard";

  /** The name of the diagnostic: the hazard of the first age. */
  public static final String FIRST = "first age";

  /** The name of the diagnostic: Pearson's dispersion, in money. */
  public static final String DISPERSION = "dispersion";

  static final String WORDS = "the hazard of the remaining balance";

  /** Checks the count and the tail. */
  public Hazard {
    if (last < 0) {
      throw new IllegalArgumentException(
          "Cannot make a hazard method: last is %d cohorts, it must not be negative. "
                  .formatted(last)
              + "Give 0 for all.");
    }
    StepTail.require("a hazard method", tail);
  }

  /** The hazard of all cohorts, without a tail. */
  public static Hazard all() {
    return new Hazard(0, Tail.none());
  }

  /** This method on the newest few cohorts of each age; 0 is all. */
  public Hazard last(int count) {
    return new Hazard(count, tail);
  }

  /** This method with a tail, exponential or inverse power. */
  public Hazard tail(Tail other) {
    return new Hazard(last, other);
  }

  @Override
  public String name() {
    List<String> parameters = new ArrayList<>();
    if (last > 0) {
      parameters.add("last=" + last);
    }
    Names.addTail(parameters, tail);
    return Names.of("hazard", parameters);
  }

  /**
   * {@inheritDoc}
   *
   * @throws IllegalArgumentException if a cohort has no issued value
   */
  @Override
  public Estimates estimate(Triangle triangle) {
    return run(triangle).estimates();
  }

  /** {@inheritDoc} The hazards of a tail follow those of the last age. */
  @Override
  public Optional<Estimates> estimateAfter(Triangle triangle, int periods) {
    return Optional.of(run(triangle).estimatesAfter(periods));
  }

  private HazardRun run(Triangle triangle) {
    Exposure.of(triangle, WORDS);
    CompleteCells cells = CompleteCells.of(triangle);
    return new HazardRun(cells, LifeTable.of(triangle, cells, last), tail);
  }
}
