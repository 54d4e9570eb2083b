package org.athena.forecast;

import java.util.Arrays;

/**
 * The chain ladder as an over-dispersed Poisson model: what each cell was expected to redeem, by
 * going back from the last complete cell of its cohort, and how far off it was.
 *
 * @source England and Verrall (1999), Insurance: Mathematics and Economics 25(3), 281-293; England
 *     and Verrall (2002), British Actuarial Journal 8(3), 443-518, section 7.6 and appendix 3
 */
final class OdpFit {

  /** The expected increments, as long as the cohort has complete cells. */
  final double[][] fitted;

  /** The adjusted residuals of the cells that are not fitted exactly by force, by rising value. */
  final double[] residuals;

  /** Cells with an expectation other than 0. */
  final int cellCount;

  /** The parameters they are fitted by: one for each cohort and each age, less one. */
  final int parameterCount;

  /** The sum of the squared Pearson residuals over the degrees of freedom; NaN without any. */
  final double dispersion;

  /** Cells that redeemed something where nothing was expected; they have no residual. */
  final int unexplained;

  /** An increment below this share of the cumulative value is what rounding leaves of none. */
  private static final double NOTHING = 1e-12;

  private final double[][] redeemed;
  private final int[] perCohort;
  private final int[] perAge;

  private OdpFit(CompleteCells cells) {
    redeemed = cells.redeemed();
    fitted = new double[redeemed.length][];
    double[] back = backFactors(redeemed, cells.links());
    for (int i = 0; i < redeemed.length; i++) {
      fitted[i] = increments(redeemed[i], back);
    }
    perCohort = new int[redeemed.length];
    perAge = new int[cells.ages()];
    cellCount = count();
    parameterCount = nonZero(perCohort) + nonZero(perAge) - 1;
    int freedom = cellCount - parameterCount;
    dispersion = freedom > 0 ? sumOfSquares() / freedom : Double.NaN;
    unexplained = countUnexplained();
    residuals = freedom > 0 ? pool(Math.sqrt((double) cellCount / freedom)) : new double[0];
  }

  static OdpFit of(CompleteCells cells) {
    return new OdpFit(cells);
  }

  /** The share of the next age's cumulative value that this age has, by volume. */
  private static double[] backFactors(double[][] redeemed, int links) {
    double[] back = new double[links];
    for (int k = 0; k < links; k++) {
      double here = 0;
      double next = 0;
      for (double[] row : redeemed) {
        if (row.length > k + 1) {
          here += row[k];
          next += row[k + 1];
        }
      }
      back[k] = next == 0 ? 0 : here / next;
    }
    return back;
  }

  private static double[] increments(double[] row, double[] back) {
    double[] expected = new double[row.length];
    double value = row.length == 0 ? 0 : row[row.length - 1];
    for (int k = row.length - 1; k > 0; k--) {
      double before = value * back[k - 1];
      double increment = value - before;
      expected[k] = Math.abs(increment) <= NOTHING * Math.abs(value) ? 0 : increment;
      value = before;
    }
    if (row.length > 0) {
      expected[0] = value;
    }
    return expected;
  }

  private int count() {
    int cells = 0;
    for (int i = 0; i < fitted.length; i++) {
      for (int k = 0; k < fitted[i].length; k++) {
        if (fitted[i][k] != 0) {
          perCohort[i]++;
          perAge[k]++;
          cells++;
        }
      }
    }
    return cells;
  }

  private static int nonZero(int[] counts) {
    return (int) Arrays.stream(counts).filter(count -> count > 0).count();
  }

  private double actual(int i, int k) {
    return redeemed[i][k] - (k == 0 ? 0 : redeemed[i][k - 1]);
  }

  private int countUnexplained() {
    int cells = 0;
    for (int i = 0; i < fitted.length; i++) {
      for (int k = 0; k < fitted[i].length; k++) {
        cells += fitted[i][k] == 0 && actual(i, k) != 0 ? 1 : 0;
      }
    }
    return cells;
  }

  private double residual(int i, int k) {
    return fitted[i][k] == 0
        ? 0
        : (actual(i, k) - fitted[i][k]) / Math.sqrt(Math.abs(fitted[i][k]));
  }

  private double sumOfSquares() {
    double sum = 0;
    for (int i = 0; i < fitted.length; i++) {
      for (int k = 0; k < fitted[i].length; k++) {
        sum += residual(i, k) * residual(i, k);
      }
    }
    return sum;
  }

  private double[] pool(double adjustment) {
    double[] pool = new double[cellCount];
    int n = 0;
    for (int i = 0; i < fitted.length; i++) {
      for (int k = 0; k < fitted[i].length; k++) {
        if (fitted[i][k] != 0 && perCohort[i] > 1 && perAge[k] > 1) {
          pool[n++] = residual(i, k) * adjustment;
        }
      }
    }
    double[] filled = Arrays.copyOf(pool, n);
    Arrays.sort(filled);
    return filled;
  }
}
