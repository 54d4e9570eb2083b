package org.athena.forecast;

import java.util.Arrays;
import org.hipparchus.analysis.differentiation.DSFactory;
import org.hipparchus.analysis.differentiation.DerivativeStructure;
import org.hipparchus.exception.MathRuntimeException;
import org.hipparchus.linear.LUDecomposition;
import org.hipparchus.linear.MatrixUtils;
import org.hipparchus.linear.RealMatrix;
import org.hipparchus.optim.InitialGuess;
import org.hipparchus.optim.MaxEval;
import org.hipparchus.optim.PointValuePair;
import org.hipparchus.optim.SimpleValueChecker;
import org.hipparchus.optim.nonlinear.scalar.GoalType;
import org.hipparchus.optim.nonlinear.scalar.ObjectiveFunction;
import org.hipparchus.optim.nonlinear.scalar.noderiv.NelderMeadSimplex;
import org.hipparchus.optim.nonlinear.scalar.noderiv.SimplexOptimizer;
import org.jspecify.annotations.Nullable;

/**
 * The maximum of a smooth function of a few parameters: Nelder and Mead's simplex from several
 * starts, then Newton steps on exact derivatives.
 *
 * @param point where it is
 * @param value what it is
 * @param covariance the inverse of the negative second derivatives, or null where these are not
 *     negative definite, so that the parameters are not identified
 */
@SuppressWarnings("ArrayRecordComponent")
record Maximum(double[] point, double value, double @Nullable [][] covariance) {

  /** A function of parameters that carry their derivatives. */
  interface Function {
    DerivativeStructure at(DerivativeStructure[] parameters);
  }

  private static final double WORST = -1e300;
  private static final int EVALUATIONS = 5_000;
  private static final int NEWTON_STEPS = 100;

  /** The best of the maxima that are found from each start. */
  static Maximum of(Function function, double[][] starts) {
    double[] best = starts[0];
    double value = value(function, best);
    for (double[] start : starts) {
      PointValuePair found = simplex(function, start);
      if (found != null && found.getValue() > value) {
        best = found.getPoint();
        value = found.getValue();
      }
    }
    return near(function, best);
  }

  /** The maximum that Newton steps lead to from a point close to it. */
  static Maximum near(Function function, double[] start) {
    double[] point = start.clone();
    double value = value(function, point);
    for (int step = 0; step < NEWTON_STEPS; step++) {
      double[] move = newton(function, point);
      if (move == null) {
        break;
      }
      double[] next = moved(point, move, 1);
      double reached = value(function, next);
      for (double part = 0.5; reached < value && part > 1e-6; part /= 2) {
        next = moved(point, move, part);
        reached = value(function, next);
      }
      if (reached < value) {
        break;
      }
      double farthest = 0;
      for (int p = 0; p < point.length; p++) {
        farthest = Math.max(farthest, Math.abs(next[p] - point[p]));
      }
      point = next;
      value = reached;
      if (farthest < 1e-13) {
        break;
      }
    }
    return new Maximum(point, value, covariance(function, point));
  }

  /** The value alone; the worst there is where it is not a number. */
  static double value(Function function, double[] point) {
    double value = function.at(parameters(point, 0)).getValue();
    return Double.isFinite(value) ? value : WORST;
  }

  static DerivativeStructure[] parameters(double[] point, int order) {
    DSFactory factory = new DSFactory(point.length, order);
    DerivativeStructure[] parameters = new DerivativeStructure[point.length];
    for (int p = 0; p < point.length; p++) {
      parameters[p] = order == 0 ? factory.constant(point[p]) : factory.variable(p, point[p]);
    }
    return parameters;
  }

  /** The first derivatives of a quantity. */
  static double[] gradient(DerivativeStructure quantity, int parameters) {
    double[] gradient = new double[parameters];
    int[] orders = new int[parameters];
    for (int p = 0; p < parameters; p++) {
      orders[p] = 1;
      gradient[p] = quantity.getPartialDerivative(orders);
      orders[p] = 0;
    }
    return gradient;
  }

  /** The variance of a quantity with these derivatives; NaN where there is no covariance. */
  double variance(double[] gradient) {
    if (covariance == null) {
      return Double.NaN;
    }
    double variance = 0;
    for (int p = 0; p < gradient.length; p++) {
      for (int q = 0; q < gradient.length; q++) {
        variance += gradient[p] * covariance[p][q] * gradient[q];
      }
    }
    return variance;
  }

  private static double[] moved(double[] point, double[] move, double part) {
    double[] next = point.clone();
    for (int p = 0; p < next.length; p++) {
      next[p] += part * move[p];
    }
    return next;
  }

  private static @Nullable PointValuePair simplex(Function function, double[] start) {
    double[] sides = new double[start.length];
    Arrays.fill(sides, 0.5);
    try {
      return new SimplexOptimizer(new SimpleValueChecker(1e-13, 1e-13))
          .optimize(
              new MaxEval(EVALUATIONS),
              new ObjectiveFunction(point -> value(function, point)),
              GoalType.MAXIMIZE,
              new InitialGuess(start),
              new NelderMeadSimplex(sides));
    } catch (MathRuntimeException e) {
      return null;
    }
  }

  /** A step uphill: Newton's, or a shorter one where the function does not bend down. */
  private static double @Nullable [] newton(Function function, double[] point) {
    DerivativeStructure value = function.at(parameters(point, 2));
    RealMatrix information = information(value, point.length);
    double[] gradient = gradient(value, point.length);
    double largest = information.getNorm1();
    if (!Double.isFinite(largest) || largest == 0) {
      return null;
    }
    double[][] inverse = inverse(information);
    for (double ridge = 1e-3 * largest; inverse == null && ridge < 1e6 * largest; ridge *= 10) {
      RealMatrix diagonal = MatrixUtils.createRealIdentityMatrix(point.length);
      inverse = inverse(information.add(diagonal.scalarMultiply(ridge)));
    }
    return inverse == null ? null : MatrixUtils.createRealMatrix(inverse).operate(gradient);
  }

  private static double @Nullable [][] covariance(Function function, double[] point) {
    return inverse(information(function.at(parameters(point, 2)), point.length));
  }

  private static RealMatrix information(DerivativeStructure value, int parameters) {
    RealMatrix information = MatrixUtils.createRealMatrix(parameters, parameters);
    int[] orders = new int[parameters];
    for (int p = 0; p < parameters; p++) {
      for (int q = 0; q < parameters; q++) {
        orders[p]++;
        orders[q]++;
        information.setEntry(p, q, -value.getPartialDerivative(orders));
        orders[p] = 0;
        orders[q] = 0;
      }
    }
    return information;
  }

  /** The inverse of a positive definite matrix, or null. */
  private static double @Nullable [][] inverse(RealMatrix matrix) {
    for (int size = 1; size <= matrix.getRowDimension(); size++) {
      RealMatrix leading = matrix.getSubMatrix(0, size - 1, 0, size - 1);
      double determinant = new LUDecomposition(leading).getDeterminant();
      if (!(determinant > 0 && Double.isFinite(determinant))) {
        return null;
      }
    }
    return new LUDecomposition(matrix).getSolver().getInverse().getData();
  }
}
