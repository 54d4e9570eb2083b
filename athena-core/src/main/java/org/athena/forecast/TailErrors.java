package org.athena.forecast;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The standard error and the sigma of a tail factor.
 *
 * <p>Where they are not given, the tail is placed on the line of ln(f - 1) over the links counted
 * from 1, and the lines of ln s.e. and ln sigma are read at that place. A tail of 1 has none; where
 * a line cannot be laid, the tail is taken as known and a note says so.
 *
 * @source Mack (1999), ASTIN Bulletin 29(2), 361-366, section on tail factors; the extrapolation is
 *     that of R ChainLadder (MackChainLadder with tail.se and tail.sigma left out)
 */
record TailErrors(double standardError, double sigma, List<String> notes) {

  private static final TailErrors NONE = new TailErrors(0, 0, List.of());

  static TailErrors of(
      Projection projection,
      Sigmas sigmas,
      @Nullable Double givenError,
      @Nullable Double givenSigma) {
    if (projection.extension.development().tail() == null || projection.tail == 1) {
      return NONE;
    }
    if (givenError != null && givenSigma != null) {
      return new TailErrors(givenError, givenSigma, List.of());
    }
    double place = place(projection);
    double error = givenError != null ? givenError : at(sigmas.standardError(), place);
    double sigma = givenSigma != null ? givenSigma : at(sigmas.sigma(), place);
    if (Double.isFinite(error) && Double.isFinite(sigma)) {
      return new TailErrors(error, sigma, List.of());
    }
    String note = "the tail factor is taken as known: its error cannot be extrapolated";
    return new TailErrors(
        Double.isFinite(error) ? error : 0, Double.isFinite(sigma) ? sigma : 0, List.of(note));
  }

  private static double place(Projection projection) {
    double[] excess = new double[projection.factors.length];
    for (int k = 0; k < excess.length; k++) {
      excess[k] = projection.factors[k] - 1;
    }
    Line line = Line.throughLogs(excess, 0);
    return line == null || line.slope() == 0 || projection.tail < 1
        ? Double.NaN
        : (Math.log(projection.tail - 1) - line.intercept()) / line.slope();
  }

  private static double at(double[] values, double place) {
    boolean allZero = true;
    for (double value : values) {
      allZero &= value == 0;
    }
    if (allZero && values.length > 0) {
      return 0;
    }
    Line line = Line.throughLogs(values, 0);
    return line == null ? Double.NaN : Math.exp(line.at(place));
  }
}
