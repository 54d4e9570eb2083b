package org.athena.forecast;

/** The share of issued value that Cape Cod expects of each cohort, and how it comes about. */
final class CapeCodShares {

  /** The expected shares; NaN where no cohort near has issued value that has emerged. */
  final double[] elr;

  private final CapeCod method;
  private final Maturity maturity;
  private final double[] used;

  CapeCodShares(CapeCod method, Maturity maturity) {
    this.method = method;
    this.maturity = maturity;
    elr = new double[maturity.cohorts()];
    used = new double[elr.length];
    for (int i = 0; i < elr.length; i++) {
      double redeemed = 0;
      for (int j = 0; j < elr.length; j++) {
        if (!Double.isNaN(maturity.share[j])) {
          redeemed += weight(i, j) * maturity.redeemed[j] * Math.pow(1 + method.trend(), i - j);
          used[i] += weight(i, j) * maturity.issued[j] * maturity.share[j];
        }
      }
      elr[i] = redeemed / used[i];
      elr[i] = used[i] > 0 && Double.isFinite(elr[i]) ? elr[i] : Double.NaN;
    }
  }

  private double weight(int i, int j) {
    return Math.pow(method.decay(), Math.abs(i - j));
  }

  /** The expected ultimates with their derivatives. */
  Expectation expectation() {
    int n = elr.length;
    int links = maturity.projection.factors.length;
    double[] expected = new double[n];
    double[][] byRedeemed = new double[n][n];
    double[][] byRatio = new double[n][links];
    for (int i = 0; i < n; i++) {
      expected[i] = elr[i] * maturity.issued[i];
      if (Double.isNaN(expected[i])) {
        continue;
      }
      for (int j = 0; j < n; j++) {
        if (!Double.isNaN(maturity.share[j])) {
          double weight = weight(i, j) * maturity.issued[i] / used[i];
          byRedeemed[i][j] = weight * Math.pow(1 + method.trend(), i - j);
          if (maturity.last(j) >= 0 && maturity.last(j) < links) {
            byRatio[i][maturity.last(j)] -=
                elr[i] * weight * maturity.issued[j] * maturity.share[j];
          }
        }
      }
      for (int k = 1; k < links; k++) {
        byRatio[i][k] += byRatio[i][k - 1];
      }
    }
    return new Expectation(expected, byRedeemed, byRatio, new double[n]);
  }
}
