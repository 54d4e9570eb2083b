package org.athena.forecast;

import java.util.ArrayList;
import java.util.List;
import org.athena.breakage.Triangle;

/** A triangle without its latest diagonals. */
final class RolledBack {

  private RolledBack() {}

  /** Each cohort without its incomplete cells and then without that many of its last cells. */
  static Triangle of(Triangle triangle, int diagonals) {
    List<Triangle.Cohort> cohorts = new ArrayList<>(triangle.cohorts().size());
    for (Triangle.Cohort cohort : triangle.cohorts()) {
      int left = cohort.completeCells() - diagonals;
      if (left > 0) {
        cohorts.add(new Triangle.Cohort(cohort.origin(), cohort.cells().subList(0, left)));
      }
    }
    return new Triangle(triangle.segment(), cohorts);
  }
}
