package org.athena.forecast;

import org.athena.breakage.Triangle;

/** What was issued to each cohort as seen at the as-of: the measure that rates are put on. */
final class Exposure {

  private Exposure() {}

  /**
   * The issued values.
   *
   * @param method the method in words, for the refusal
   * @throws IllegalArgumentException if a cohort has no issued value
   */
  static double[] of(Triangle triangle, String method) {
    double[] issued = new double[triangle.cohorts().size()];
    for (int i = 0; i < issued.length; i++) {
      Triangle.Cohort cohort = triangle.cohorts().get(i);
      issued[i] = required(cohort, cohort.latest(), method);
    }
    return issued;
  }

  static double required(Triangle.Cohort cohort, Triangle.Cell cell, String method) {
    if (cell.issued() == null) {
      throw new IllegalArgumentException(
          "Cannot forecast by %s: issued of cohort %s is absent. "
                  .formatted(method, cohort.origin())
              + "Give a triangle with issued values, or use the chain ladder.");
    }
    return cell.issued().doubleValue();
  }
}
