package org.athena.forecast;

import org.athena.breakage.Forecast;
import org.athena.breakage.Triangle;
import org.hipparchus.linear.LUDecomposition;
import org.hipparchus.linear.MatrixUtils;
import org.hipparchus.linear.RealMatrix;

/**
 * Clark's parameter errors of a Weibull curve in the Cape Cod form, from the information matrix of
 * all three parameters by finite differences: a second way to the same figures.
 */
final class ClarkByDifferences {

  private final Triangle triangle;
  private final double horizon;

  private ClarkByDifferences(Triangle triangle, double horizon) {
    this.triangle = triangle;
    this.horizon = horizon;
  }

  /** The errors of the cohorts and, last, of their sum. */
  static double[] parameterErrors(Triangle triangle, Forecast forecast, double horizon) {
    ClarkByDifferences clark = new ClarkByDifferences(triangle, horizon);
    double[] at = {
      forecast.diagnostics().get(GrowthCurve.ELR),
      forecast.diagnostics().get(GrowthCurve.SCALE),
      forecast.diagnostics().get(GrowthCurve.SHAPE)
    };
    RealMatrix information = MatrixUtils.createRealMatrix(3, 3);
    for (int p = 0; p < 3; p++) {
      for (int q = 0; q < 3; q++) {
        information.setEntry(p, q, -clark.second(at, p, q));
      }
    }
    RealMatrix covariance = new LUDecomposition(information).getSolver().getInverse();
    double dispersion = forecast.diagnostics().get(GrowthCurve.DISPERSION);
    int n = triangle.cohorts().size();
    double[] errors = new double[n + 1];
    for (int i = 0; i <= n; i++) {
      double[] gradient = new double[3];
      for (int p = 0; p < 3; p++) {
        double h = 1e-5 * at[p];
        gradient[p] =
            (clark.reserve(moved(at, p, h), i) - clark.reserve(moved(at, p, -h), i)) / (2 * h);
      }
      double variance =
          MatrixUtils.createRealVector(gradient)
              .dotProduct(covariance.operate(MatrixUtils.createRealVector(gradient)));
      errors[i] = Math.sqrt(dispersion * variance);
    }
    return errors;
  }

  private double second(double[] at, int p, int q) {
    double hp = 1e-4 * at[p];
    double hq = 1e-4 * at[q];
    return (likelihood(moved(moved(at, p, hp), q, hq))
            - likelihood(moved(moved(at, p, hp), q, -hq))
            - likelihood(moved(moved(at, p, -hp), q, hq))
            + likelihood(moved(moved(at, p, -hp), q, -hq)))
        / (4 * hp * hq);
  }

  private static double[] moved(double[] at, int p, double by) {
    double[] other = at.clone();
    other[p] += by;
    return other;
  }

  private double likelihood(double[] at) {
    double sum = 0;
    for (Triangle.Cohort cohort : triangle.cohorts()) {
      double before = 0;
      for (int k = 0; k < cohort.cells().size(); k++) {
        double redeemed = cohort.cells().get(k).redeemed().doubleValue();
        double step = grown(at, k + 0.5) - (k == 0 ? 0 : grown(at, k - 0.5));
        double expected = at[0] * cohort.latest().issued().doubleValue() * step;
        sum += (redeemed - before) * Math.log(expected) - expected;
        before = redeemed;
      }
    }
    return sum;
  }

  private double reserve(double[] at, int i) {
    double sum = 0;
    int n = triangle.cohorts().size();
    for (int j = i == n ? 0 : i; j < (i == n ? n : i + 1); j++) {
      Triangle.Cohort cohort = triangle.cohorts().get(j);
      double toCome = grown(at, horizon) - grown(at, cohort.cells().size() - 0.5);
      sum += at[0] * cohort.latest().issued().doubleValue() * toCome;
    }
    return sum;
  }

  private static double grown(double[] at, double x) {
    return -Math.expm1(-Math.pow(x / at[1], at[2]));
  }
}
