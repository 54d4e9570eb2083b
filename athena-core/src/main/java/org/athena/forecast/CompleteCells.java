package org.athena.forecast;

import java.util.List;
import org.athena.breakage.Triangle;

/**
 * The complete cells of a triangle as plain arrays.
 *
 * @shape one row per cohort, as long as the cohort has complete cells; labels for every age
 * @units cumulative redeemed money
 */
@SuppressWarnings("ArrayRecordComponent")
record CompleteCells(String[] origins, int[] labels, double[][] redeemed, int ages) {

  static CompleteCells of(Triangle triangle) {
    List<Triangle.Cohort> cohorts = triangle.cohorts();
    String[] origins = new String[cohorts.size()];
    double[][] redeemed = new double[cohorts.size()][];
    int ages = 0;
    for (int i = 0; i < origins.length; i++) {
      Triangle.Cohort cohort = cohorts.get(i);
      origins[i] = cohort.origin();
      redeemed[i] = new double[cohort.completeCells()];
      for (int k = 0; k < redeemed[i].length; k++) {
        redeemed[i][k] = cohort.cells().get(k).redeemed().doubleValue();
      }
      ages = Math.max(ages, redeemed[i].length);
    }
    int[] labels = triangle.ages().stream().mapToInt(Integer::intValue).toArray();
    return new CompleteCells(origins, labels, redeemed, ages);
  }

  int cohorts() {
    return origins.length;
  }

  /** How many steps from an age to the next there are. */
  int links() {
    return Math.max(0, ages - 1);
  }

  boolean hasLink(int cohort, int link) {
    return redeemed[cohort].length > link + 1;
  }

  int indexOf(String origin) {
    for (int i = 0; i < origins.length; i++) {
      if (origins[i].equals(origin)) {
        return i;
      }
    }
    return -1;
  }
}
