package org.athena.forecast;

import java.util.Arrays;
import org.hipparchus.analysis.differentiation.DerivativeStructure;

/**
 * The likelihood of a growth curve over a triangle's increments, as a function of the location and
 * the logarithm of the spread of the log delay; the level, a share of issued value or the ultimates
 * of the cohorts, takes its best value for each. Money is divided by its total, which changes
 * neither the maximum nor, multiplied back, the errors.
 *
 * @source Clark (2003), CAS Forum, Fall, 41-92, sections 2.2 and 3.2: sum of c ln mu - mu, and the
 *     closed forms of the level
 */
final class GrowthFit {

  private static final double LEAST_LOG_SPREAD = -4;
  private static final double MOST_LOG_SPREAD = 4;
  private static final double BEYOND = 12;
  private static final double BEFORE = 6;

  final GrowthCurve method;
  final CompleteCells cells;
  final double[] issued;

  /** The sum of what the cohorts redeemed by their last complete ages. */
  final double total;

  /** How many cells the curve is fitted to, and cohorts. */
  int cellCount;

  int cohortCount;

  private final Standard standard;
  private final double[] increments;
  private final double[] issuedTo;
  private final double[] redeemedTo;

  GrowthFit(GrowthCurve method, CompleteCells cells, double[] issued) {
    this.method = method;
    this.cells = cells;
    this.issued = issued;
    standard = new Standard(method.curve());
    increments = new double[cells.ages()];
    issuedTo = new double[cells.ages()];
    redeemedTo = new double[cells.ages()];
    double sum = 0;
    for (int i = 0; i < cells.cohorts(); i++) {
      double[] row = cells.redeemed()[i];
      if (uses(i)) {
        cohortCount++;
        cellCount += row.length;
        for (int k = 0; k < row.length; k++) {
          increments[k] += row[k] - (k == 0 ? 0 : row[k - 1]);
        }
        issuedTo[row.length - 1] += issued[i];
        redeemedTo[row.length - 1] += row[row.length - 1];
        sum += row[row.length - 1];
      }
    }
    total = sum;
    for (double[] money : new double[][] {increments, issuedTo, redeemedTo}) {
      for (int k = 0; k < money.length; k++) {
        money[k] /= total;
      }
    }
  }

  boolean ldf() {
    return method.form() == GrowthCurve.Form.LDF;
  }

  /**
   * Whether the curve is fitted to a cohort: it has complete ages, and a level can be put on it.
   */
  boolean uses(int i) {
    double[] row = cells.redeemed()[i];
    return row.length > 0 && (ldf() ? row[row.length - 1] > 0 : issued[i] > 0);
  }

  /** Whether there is enough to fit two parameters to. */
  boolean possible() {
    return total > 0 && Arrays.stream(increments).filter(c -> c > 0).count() >= 3;
  }

  /** The best free parameters. */
  Maximum free() {
    return Maximum.of(this::likelihood, starts());
  }

  /** The best parameters under which all that was issued is redeemed by the horizon. */
  Maximum held() {
    return Maximum.of(this::heldLikelihood, starts());
  }

  private double[][] starts() {
    double last = Math.log(x(cells.ages() - 1));
    double first = Math.log(x(0));
    double middle = (first + last) / 2;
    return new double[][] {
      {first, 0.7}, {first, -0.5}, {middle, 0.7}, {middle, -0.5}, {last, 0.7}, {last, -0.5}
    };
  }

  /** Whether parameters are at the edge of what is searched. */
  boolean atEdge(double[] point) {
    double margin = 0.01;
    return outside(new double[] {point[0] - margin, point[1] - margin})
        || outside(new double[] {point[0] + margin, point[1] + margin});
  }

  private boolean outside(double[] point) {
    double end = Double.isInfinite(method.horizon()) ? x(cells.ages() - 1) : method.horizon();
    return point[0] < Math.log(x(0)) - BEFORE
        || point[0] > Math.log(Math.max(end, x(cells.ages() - 1))) + BEYOND
        || point[1] < LEAST_LOG_SPREAD
        || point[1] > MOST_LOG_SPREAD;
  }

  /** The age of the average card at the end of an age. */
  double x(long age) {
    return age + method.offset();
  }

  /** What the curve has redeemed by the end of an age. */
  DerivativeStructure grown(DerivativeStructure[] theta, int age) {
    return standard.upTo(z(theta, x(age)));
  }

  /** What the curve redeems in an age. */
  DerivativeStructure step(DerivativeStructure[] theta, int age) {
    return age == 0 ? grown(theta, 0) : standard.between(z(theta, x(age - 1)), z(theta, x(age)));
  }

  /** What the curve redeems from the end of an age, -1 for the issue, to the horizon. */
  DerivativeStructure toCome(DerivativeStructure[] theta, long age) {
    if (age < 0) {
      return byHorizon(theta);
    }
    if (x(age) >= method.horizon()) {
      return theta[0].getField().getZero();
    }
    DerivativeStructure z = z(theta, x(age));
    return Double.isInfinite(method.horizon())
        ? standard.above(z)
        : standard.between(z, z(theta, method.horizon()));
  }

  DerivativeStructure byHorizon(DerivativeStructure[] theta) {
    return Double.isInfinite(method.horizon())
        ? theta[0].getField().getOne()
        : standard.upTo(z(theta, method.horizon()));
  }

  private static DerivativeStructure z(DerivativeStructure[] theta, double x) {
    return theta[0].negate().add(Math.log(x)).multiply(theta[1].negate().exp());
  }

  private DerivativeStructure likelihood(DerivativeStructure[] theta) {
    DerivativeStructure sum = steps(theta);
    if (ldf()) {
      for (int k = 0; k < redeemedTo.length; k++) {
        if (redeemedTo[k] != 0) {
          sum = sum.subtract(grown(theta, k).log().multiply(redeemedTo[k]));
        }
      }
      return sum;
    }
    return sum.subtract(emerged(theta).log());
  }

  private DerivativeStructure heldLikelihood(DerivativeStructure[] theta) {
    DerivativeStructure end = byHorizon(theta);
    return steps(theta).subtract(end.log()).subtract(emerged(theta).divide(end));
  }

  private DerivativeStructure steps(DerivativeStructure[] theta) {
    DerivativeStructure sum = theta[0].getField().getZero();
    if (outside(new double[] {theta[0].getValue(), theta[1].getValue()})) {
      return sum.add(Double.NEGATIVE_INFINITY);
    }
    for (int k = 0; k < increments.length; k++) {
      if (increments[k] != 0) {
        sum = sum.add(step(theta, k).log().multiply(increments[k]));
      }
    }
    return sum;
  }

  /** Issued value times what the curve has redeemed of it, over what was redeemed. */
  DerivativeStructure emerged(DerivativeStructure[] theta) {
    DerivativeStructure sum = theta[0].getField().getZero();
    for (int k = 0; k < issuedTo.length; k++) {
      if (issuedTo[k] != 0) {
        sum = sum.add(grown(theta, k).multiply(issuedTo[k]));
      }
    }
    return sum;
  }
}
