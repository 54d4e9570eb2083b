package org.athena.forecast;

import org.athena.breakage.Interval;

/**
 * A mixture cure model of delays: a share is never redeemed, the others are redeemed after a delay
 * of a known form. The share is only as good as the follow-up: on the same data it may be 0.7 by
 * one form and 0 by another with nearly the same likelihood, so it comes with its profile interval
 * and a check of the follow-up, and never bare.
 *
 * <p>Needs the optional library hipparchus-optim.
 *
 * @source Boag (1949), JRSS B 11, 15-53; Farewell (1982), Biometrics 38, 1041-1046: S(t) = c + (1 -
 *     c) S0(t), by maximum likelihood
 * @param delay the form of the delay
 * @param cured the share that is never redeemed, c
 * @param location the location of the logarithm of the delay: ln of the scale, or the mean
 * @param spread its spread: one over the shape, or the standard deviation; 1 if exponential
 * @param logLikelihood the logarithm of the likelihood
 * @param curedInterval where c lies with 95 percent by its profile likelihood
 * @param followUp whether the data reach far enough to speak of c
 */
public record CureModel(
    Delay delay,
    double cured,
    double location,
    double spread,
    double logLikelihood,
    Interval curedInterval,
    FollowUp followUp) {

  /** The form of a delay. */
  public enum Delay {

    /** A constant hazard. */
    EXPONENTIAL(Curve.WEIBULL),

    /** A hazard that is a power of time. */
    WEIBULL(Curve.WEIBULL),

    /** A normal logarithm. */
    LOGNORMAL(Curve.LOGNORMAL),

    /** A logistic logarithm. */
    LOG_LOGISTIC(Curve.LOG_LOGISTIC);

    final Curve curve;

    Delay(Curve curve) {
      this.curve = curve;
    }
  }

  /**
   * The test of sufficient follow-up: events are counted in the last stretch before the latest
   * event that is as long as the plateau after it. The more there are, the surer that the curve has
   * levelled off.
   *
   * @source Maller and Zhou (1996), Survival Analysis with Long-Term Survivors, section 4.3: (1 -
   *     N/n)^n with N the events in (2 t* - t, t*], t the latest time and t* the latest event
   * @param observations how many observations, n
   * @param late how many events are in the last stretch, N
   * @param probability the probability of so few if follow-up were not sufficient
   */
  public record FollowUp(int observations, int late, double probability) {

    /** Whether follow-up is sufficient at 5 percent. */
    public boolean sufficient() {
      return probability < 0.05;
    }

    static FollowUp of(double[] times, boolean[] events) {
      double latest = 0;
      double latestEvent = 0;
      for (int i = 0; i < times.length; i++) {
        latest = Math.max(latest, times[i]);
        latestEvent = events[i] ? Math.max(latestEvent, times[i]) : latestEvent;
      }
      int late = 0;
      for (int i = 0; i < times.length; i++) {
        late += events[i] && times[i] > 2 * latestEvent - latest ? 1 : 0;
      }
      double probability = Math.pow(1 - (double) late / times.length, times.length);
      return new FollowUp(times.length, late, probability);
    }
  }

  /**
   * The model that fits best.
   *
   * @param times how long each was followed; above 0, in any unit
   * @param events whether that ended with its redemption
   * @throws IllegalArgumentException if the arrays do not match, a time is not above 0, or fewer
   *     than two times have an event
   * @throws IllegalStateException if the library hipparchus-optim is not there
   */
  public static CureModel fit(Delay delay, double[] times, boolean[] events) {
    if (times.length != events.length) {
      throw new IllegalArgumentException(
          "Cannot fit a cure model: times are %d and events are %d. Give one event for each time."
              .formatted(times.length, events.length));
    }
    double first = Double.NaN;
    boolean several = false;
    for (int i = 0; i < times.length; i++) {
      if (!(times[i] > 0 && Double.isFinite(times[i]))) {
        throw new IllegalArgumentException(
            "Cannot fit a cure model: time %d is %s, it must be above 0. Leave out or shift it."
                .formatted(i, times[i]));
      }
      if (events[i]) {
        several |= !Double.isNaN(first) && times[i] != first;
        first = Double.isNaN(first) ? times[i] : first;
      }
    }
    if (!several) {
      throw new IllegalArgumentException(
          "Cannot fit a cure model: fewer than two different times have an event. "
              + "Give more of the log.");
    }
    Numerics.require("fit a cure model");
    return new CureFit(delay, times, events).model();
  }

  /** The share not yet redeemed after a time, c + (1 - c) S0(t); 1 at time 0. */
  public double survival(double time) {
    return time <= 0 ? 1 : CureFit.survival(this, time);
  }
}
