package org.athena.forecast;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.athena.breakage.Estimates;
import org.athena.breakage.ForecastMethod;
import org.athena.breakage.Triangle;

/**
 * A growth curve: redemptions are spread over the ages by a distribution of delays with two
 * parameters, fitted to the increments of all complete cells as over-dispersed Poisson.
 *
 * <p>In the Cape Cod form every cohort comes to the same share of what was issued to it, {@link
 * #ELR}: what the curve leaves of issued value at the horizon is the cure mass of a mixture cure
 * model in money. That share is held at or below 1 at the horizon; a note says where the free fit
 * is above. In the LDF form every cohort has an ultimate of its own and no issued value is needed.
 *
 * <p>An age x is measured from the average issue of a cohort: the end of the first age is the
 * offset, each further age is 1 more. Redemptions count until x is the horizon. The standard error
 * has Clark's process variance, dispersion times what is still to come, and parameter variance, by
 * the delta method with the inverse information; {@link Mack#PROCESS_ERROR} and {@link
 * Mack#PARAMETER_ERROR} are its parts.
 *
 * <p>A note warns where follow-up is short: where, by the fitted curve, more than {@value
 * #SHORT_PERCENT} percent of what is redeemed by the horizon is still to come at the oldest age.
 * Then other curves may fit the same cells with a very different breakage.
 *
 * <p>Needs the optional library hipparchus-optim.
 *
 * @source Clark (2003), LDF Curve-Fitting and Stochastic Reserving: A Maximum Likelihood Approach,
 *     CAS Forum, Fall, 41-92; the lognormal curve and the bound are added here
 * @param curve the distribution of delays
 * @param form what each cohort comes to
 * @param horizon the age at which redemptions end, positive infinity for never
 * @param offset the age of the average card at the end of a cohort's first age
 */
public record GrowthCurve(Curve curve, Form form, double horizon, double offset)
    implements ForecastMethod {

  /** What each cohort comes to. */
  public enum Form {

    /** One share of what was issued for all cohorts. */
    CAPE_COD("cape-cod"),

    /** An ultimate of its own for each cohort. */
    LDF("ldf");

    private final String word;

    Form(String word) {
      this.word = word;
    }
  }

  /** The name of the diagnostic: the share of issued value redeemed without an end in time. */
  public static final String ELR = "elr";

  /** The name of the diagnostic: the scale of the delay, in ages; its median if lognormal. */
  public static final String SCALE = "scale";

  /** The name of the diagnostic: the exponent of the curve; if lognormal, its spread. */
  public static final String SHAPE = "shape";

  /** The name of the diagnostic: Pearson's dispersion, in money. */
  public static final String DISPERSION = "dispersion";

  /** The name of the diagnostic: the share of redemptions still to come at the oldest age. */
  public static final String TO_COME = "to come at the oldest age";

  /** From what percentage still to come follow-up is called short. */
  static final int SHORT_PERCENT = 5;

  /** The usual horizon, in ages: ten years of months. */
  private static final double USUAL_HORIZON = 120;

  private static final double USUAL_OFFSET = 0.5;

  /** Checks the horizon and the offset. */
  public GrowthCurve {
    if (!(offset > 0 && Double.isFinite(offset))) {
      throw new IllegalArgumentException(
          "Cannot make a growth curve: offset is %s ages, it must be above 0. ".formatted(offset)
              + "Give 0.5 where cards are issued evenly over the first age.");
    }
    if (!(horizon > offset)) {
      throw new IllegalArgumentException(
          "Cannot make a growth curve: horizon is %s ages, it must be above the offset, %s. "
                  .formatted(horizon, offset)
              + "Give 120 for ten years of months.");
    }
  }

  /** A curve in the Cape Cod form, to a horizon of 120 ages. */
  public static GrowthCurve of(Curve curve) {
    return new GrowthCurve(curve, Form.CAPE_COD, USUAL_HORIZON, USUAL_OFFSET);
  }

  /** The lognormal curve in the Cape Cod form, to a horizon of 120 ages. */
  public static GrowthCurve lognormal() {
    return of(Curve.LOGNORMAL);
  }

  /** This curve in another form. */
  public GrowthCurve form(Form other) {
    return new GrowthCurve(curve, other, horizon, offset);
  }

  /** This curve to another horizon, in ages. */
  public GrowthCurve until(double age) {
    return new GrowthCurve(curve, form, age, offset);
  }

  /** This curve without an end in time. */
  public GrowthCurve untruncated() {
    return until(Double.POSITIVE_INFINITY);
  }

  /** This curve with another age of the average card at the end of the first age. */
  public GrowthCurve offset(double age) {
    return new GrowthCurve(curve, form, horizon, age);
  }

  @Override
  public String name() {
    List<String> parameters = new ArrayList<>(List.of("curve=" + curve.word()));
    if (form != Form.CAPE_COD) {
      parameters.add("form=" + form.word);
    }
    if (horizon != USUAL_HORIZON) {
      parameters.add("horizon=" + (Double.isInfinite(horizon) ? "none" : horizon));
    }
    if (offset != USUAL_OFFSET) {
      parameters.add("offset=" + offset);
    }
    return Names.of("growth", parameters);
  }

  /**
   * {@inheritDoc}
   *
   * @throws IllegalArgumentException if a cohort has no issued value and the form needs it
   * @throws IllegalStateException if the library hipparchus-optim is not there
   */
  @Override
  public Estimates estimate(Triangle triangle) {
    return after(triangle, Maturity.ALL);
  }

  /** {@inheritDoc} What the curve redeems after the horizon does not count here either. */
  @Override
  public Optional<Estimates> estimateAfter(Triangle triangle, int periods) {
    return Optional.of(after(triangle, periods));
  }

  private Estimates after(Triangle triangle, int periods) {
    double[] issued =
        form == Form.LDF
            ? new double[triangle.cohorts().size()]
            : Exposure.of(triangle, "a growth curve in the Cape Cod form");
    Numerics.require("fit a growth curve");
    return GrowthRun.estimates(this, CompleteCells.of(triangle), issued, periods);
  }
}
