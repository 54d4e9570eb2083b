package org.athena.forecast;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.athena.breakage.Segment;
import org.athena.breakage.Triangle;
import org.hipparchus.special.Erf;

/** Growth curves by their printed formulas, and triangles that follow them. */
final class GrownTriangles {

  private GrownTriangles() {}

  /** Cohorts of 100,000 that follow a curve with scale 3 and shape 1.3 to the cent. */
  static Triangle exact(Curve curve, double elr, int ages) {
    List<Triangle.Cohort> cohorts = new ArrayList<>();
    for (int i = 0; i < ages; i++) {
      List<Triangle.Cell> cells = new ArrayList<>();
      for (int k = 0; k < ages - i; k++) {
        double redeemed = 100_000 * elr * grown(curve, k + 0.5);
        BigDecimal money = BigDecimal.valueOf(Math.round(redeemed * 1e4), 4);
        cells.add(Triangle.Cell.of(k, new BigDecimal("100000"), money));
      }
      cohorts.add(new Triangle.Cohort("c" + i, cells));
    }
    return new Triangle(Segment.ALL, cohorts);
  }

  static double grown(Curve curve, double x) {
    return grown(curve, x, 3, 1.3);
  }

  static double grown(Curve curve, double x, double scale, double shape) {
    return switch (curve) {
      case LOG_LOGISTIC -> 1 / (1 + Math.pow(x / scale, -shape));
      case WEIBULL -> -Math.expm1(-Math.pow(x / scale, shape));
      case LOGNORMAL -> 0.5 * Erf.erfc(-Math.log(x / scale) / shape / Math.sqrt(2));
    };
  }

  /** Clark's likelihood in the LDF form. */
  static double ldfLikelihood(Triangle triangle, Curve curve, double omega, double years) {
    double sum = 0;
    for (Triangle.Cohort cohort : triangle.cohorts()) {
      int ages = cohort.cells().size();
      double latest = cohort.latest().redeemed().doubleValue();
      double ultimate = latest / grown(curve, ages - 0.5, years, omega);
      double before = 0;
      for (int k = 0; k < ages; k++) {
        double redeemed = cohort.cells().get(k).redeemed().doubleValue();
        double younger = k == 0 ? 0 : grown(curve, k - 0.5, years, omega);
        double expected = ultimate * (grown(curve, k + 0.5, years, omega) - younger);
        sum += (redeemed - before) * Math.log(expected) - expected;
        before = redeemed;
      }
    }
    return sum;
  }
}
