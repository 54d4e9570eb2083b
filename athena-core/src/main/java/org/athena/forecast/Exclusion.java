package org.athena.forecast;

/** What is left out when link ratios are averaged. */
public sealed interface Exclusion {

  /**
   * One ratio of one cohort.
   *
   * @param origin the cohort's label
   * @param fromAge the age the ratio starts from, as the triangle labels it
   */
  record Ratio(String origin, int fromAge) implements Exclusion {}

  /**
   * All ratios of one cohort.
   *
   * @param origin the cohort's label
   */
  record Cohort(String origin) implements Exclusion {}

  /**
   * All ratios that end on one valuation diagonal. Cohorts must be as far apart as ages, so that
   * each is one age younger than the one before.
   *
   * @param back how many diagonals before the newest, which is 0
   */
  record Diagonal(int back) implements Exclusion {

    /** Checks that the diagonal is not in the future. */
    public Diagonal {
      if (back < 0) {
        throw new IllegalArgumentException(
            "Cannot exclude a diagonal: back is %d, the newest is 0. Count back from the newest."
                .formatted(back));
      }
    }
  }

  /** Leaves out one ratio of one cohort, by the age it starts from. */
  static Exclusion ratio(String origin, int fromAge) {
    return new Ratio(origin, fromAge);
  }

  /** Leaves out one cohort. */
  static Exclusion cohort(String origin) {
    return new Cohort(origin);
  }

  /** Leaves out one valuation diagonal, 0 being the newest. */
  static Exclusion diagonal(int back) {
    return new Diagonal(back);
  }
}
