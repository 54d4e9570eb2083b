package org.athena.breakage;

import java.util.List;
import java.util.Optional;

/**
 * A way to estimate what cohorts will redeem in the end. A method of one's own, say a score from
 * outside, supplies {@link #name()} and {@link #estimate}; the frame bounds and totals it like the
 * methods of the library.
 */
public interface ForecastMethod {

  /**
   * The method's name with its parameters, for instance {@code
   * chain-ladder(average=simple,last=5)}.
   */
  String name();

  /**
   * The method's own figures for a triangle, not bounded.
   *
   * @shape one estimate per cohort of the triangle, in its order
   */
  Estimates estimate(Triangle triangle);

  /**
   * What the method expects cohorts to have redeemed a number of periods after their last complete
   * age, not bounded. Where it is absent, a back-test spreads what the method holds outstanding
   * over the periods ahead.
   *
   * @shape one estimate per cohort of the triangle, in its order
   * @param periods steps of age, from 1
   */
  default Optional<Estimates> estimateAfter(Triangle triangle, int periods) {
    return Optional.empty();
  }

  /** The forecast of a triangle, bounded by what was issued. */
  default Forecast forecast(Triangle triangle) {
    return forecast(triangle, Bound.ISSUED);
  }

  /**
   * The forecast of a triangle under a bound.
   *
   * @throws IllegalArgumentException if the estimates are not those of the triangle's cohorts
   */
  default Forecast forecast(Triangle triangle, Bound bound) {
    return Frame.forecast(name(), triangle, estimate(triangle), bound);
  }

  /**
   * The forecast of each triangle, bounded by what was issued.
   *
   * @shape one forecast per triangle, in the given order
   */
  default List<Forecast> forecast(List<Triangle> triangles) {
    return triangles.stream().map(this::forecast).toList();
  }
}
