package org.athena.forecast;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.athena.breakage.Estimates;
import org.athena.breakage.ForecastMethod;
import org.athena.breakage.Triangle;
import org.jspecify.annotations.Nullable;

/**
 * The chain ladder with Mack's standard errors, for each cohort and for their total.
 *
 * <p>The average sets the variance: volume-weighted ratios go with a variance in proportion to what
 * was redeemed (alpha 1), simple ones with its square (alpha 0), the regression with a constant
 * (alpha 2). A cohort's estimate carries {@link #PROCESS_ERROR} and {@link #PARAMETER_ERROR}, and
 * so does the total.
 *
 * @source Mack (1993), ASTIN Bulletin 23(2), 213-225; Mack (1994), CAS Forum, Spring, 101-182; Mack
 *     (1999), ASTIN Bulletin 29(2), 361-366
 * @param ratios how link ratios are averaged
 * @param tail what comes after the last age
 * @param lastSigma the rule for the sigma of a link with one ratio
 * @param tailStandardError the standard error of the tail factor, or null to extrapolate it
 * @param tailSigma the sigma of the tail factor, or null to extrapolate it
 */
public record Mack(
    LinkRatios ratios,
    Tail tail,
    LastSigma lastSigma,
    @Nullable Double tailStandardError,
    @Nullable Double tailSigma)
    implements ForecastMethod {

  /** The name of the diagnostic: the root of the variance of the redemptions themselves. */
  public static final String PROCESS_ERROR = "process error";

  /** The name of the diagnostic: the root of the variance of the estimated factors. */
  public static final String PARAMETER_ERROR = "parameter error";

  /**
   * The name of the diagnostic: how far the ultimate may move when the next period is known, of a
   * cohort or in total. Given for volume-weighted averages of all ratios without a tail.
   *
   * @source Merz and Wuthrich (2008), CAS E-Forum, Fall 2008, 542-568
   */
  public static final String ONE_PERIOD_ERROR = "one-period error";

  /** Checks the errors given for the tail. */
  public Mack {
    requireError("tailStandardError", tailStandardError);
    requireError("tailSigma", tailSigma);
  }

  private static void requireError(String name, @Nullable Double value) {
    if (value != null && !(value >= 0 && Double.isFinite(value))) {
      throw new IllegalArgumentException(
          "Cannot make a Mack method: %s is %s, it must be a number from 0. ".formatted(name, value)
              + "Leave it out to extrapolate it.");
    }
  }

  /** Mack's method on given averages: his own last sigma, no tail. */
  public static Mack of(LinkRatios ratios) {
    return new Mack(ratios, Tail.none(), LastSigma.MACK, null, null);
  }

  /** Mack's method on volume-weighted averages (alpha 1). */
  public static Mack volumeWeighted() {
    return of(LinkRatios.volumeWeighted());
  }

  /** Mack's method on simple averages (alpha 0). */
  public static Mack simple() {
    return of(LinkRatios.simple());
  }

  /** Mack's method on regressions through the origin (alpha 2). */
  public static Mack regression() {
    return of(LinkRatios.regression());
  }

  /** This method on the newest few ratios of each age; 0 is all. */
  public Mack last(int count) {
    return new Mack(ratios.last(count), tail, lastSigma, tailStandardError, tailSigma);
  }

  /** This method without the ratios that are named. */
  public Mack excluding(Exclusion... further) {
    return new Mack(ratios.excluding(further), tail, lastSigma, tailStandardError, tailSigma);
  }

  /** This method with a tail whose errors are extrapolated. */
  public Mack tail(Tail other) {
    return new Mack(ratios, other, lastSigma, null, null);
  }

  /** This method with a tail whose standard error and sigma are given. */
  public Mack tail(Tail other, double standardError, double sigma) {
    return new Mack(ratios, other, lastSigma, standardError, sigma);
  }

  /** This method with another rule for the sigma of a link with one ratio. */
  public Mack lastSigma(LastSigma rule) {
    return new Mack(ratios, tail, rule, tailStandardError, tailSigma);
  }

  @Override
  public String name() {
    List<String> parameters = new ArrayList<>(ratios.parameters());
    if (lastSigma != LastSigma.MACK) {
      parameters.add("last-sigma=" + lastSigma.word());
    }
    if (!tail.equals(Tail.none())) {
      parameters.add("tail=" + tail.name());
    }
    if (tailStandardError != null) {
      parameters.add("tail-se=" + tailStandardError);
    }
    if (tailSigma != null) {
      parameters.add("tail-sigma=" + tailSigma);
    }
    return Names.of("mack", parameters);
  }

  @Override
  public Estimates estimate(Triangle triangle) {
    CompleteCells cells = CompleteCells.of(triangle);
    Projection projection = Projection.of(cells, ratios, tail);
    Sigmas sigmas = Sigmas.of(cells, projection.fit, lastSigma);
    TailErrors errors = TailErrors.of(projection, sigmas, tailStandardError, tailSigma);
    Estimates estimates =
        new MackErrors(projection, ratios.average().alpha(), sigmas, errors)
            .addTo(projection.estimates());
    return ratios.equals(LinkRatios.volumeWeighted()) && tail.equals(Tail.none())
        ? MerzWuthrich.addTo(estimates, projection, sigmas)
        : estimates;
  }

  /**
   * {@inheritDoc} A cohort that comes to the ages of the tail has no error: the error of a tail is
   * that of all of it.
   */
  @Override
  public Optional<Estimates> estimateAfter(Triangle triangle, int periods) {
    Projection projection = Projection.of(CompleteCells.of(triangle), ratios, tail);
    Sigmas sigmas = Sigmas.of(projection.cells, projection.fit, lastSigma);
    return Optional.of(
        new MackHorizon(projection, ratios.average().alpha(), sigmas, periods).estimates());
  }
}
