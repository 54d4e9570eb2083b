package org.athena.forecast;

import java.util.ArrayList;
import java.util.List;
import org.athena.breakage.Development;

/** Steps by age as a development, and the notes on a triangle that has none. */
final class Steps {

  private Steps() {}

  /** The steps from each age to the next; that to the first age has no place there. */
  static Development development(
      String measure, CompleteCells cells, double[] steps, int[] counts) {
    List<Development.Link> links = new ArrayList<>();
    for (int k = 1; k < cells.ages(); k++) {
      int[] labels = cells.labels();
      Double step = Double.isNaN(steps[k]) ? null : (Double) steps[k];
      links.add(new Development.Link(labels[k - 1], labels[k], step, null, null, counts[k]));
    }
    return new Development(measure, links, null, null, null);
  }

  static List<String> notes(CompleteCells cells) {
    if (cells.cohorts() == 0) {
      return List.of("the triangle has no cohort");
    }
    return cells.ages() == 0 ? List.of("the triangle has no complete age") : List.of();
  }
}
