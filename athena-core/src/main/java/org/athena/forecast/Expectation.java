package org.athena.forecast;

/**
 * What cohorts are expected to come to in the end by something else than their own redemptions, and
 * how that moves with what it is made from.
 *
 * @param ultimate the expected ultimate of each cohort
 * @param byRedeemed its derivatives by what the cohorts have redeemed, a row per cohort; no row
 *     where it does not come from them
 * @param byRatio its derivatives by the logarithm of one over each link ratio, likewise
 * @param error its standard error from outside; that of all cohorts comes from one cause
 */
@SuppressWarnings("ArrayRecordComponent")
record Expectation(double[] ultimate, double[][] byRedeemed, double[][] byRatio, double[] error) {

  private static final double[][] NONE = {};

  /** Expected ultimates that do not come from the triangle. */
  static Expectation given(double[] ultimate, double[] error) {
    return new Expectation(ultimate, NONE, NONE, error);
  }

  double byRedeemed(int i, int j) {
    return byRedeemed.length == 0 ? 0 : byRedeemed[i][j];
  }

  double byRatio(int i, int k) {
    return byRatio.length == 0 ? 0 : byRatio[i][k];
  }
}
