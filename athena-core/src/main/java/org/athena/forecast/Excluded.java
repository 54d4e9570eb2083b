package org.athena.forecast;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Exclusions resolved against the cells of one triangle. */
final class Excluded {

  private final boolean[][] left;
  private final List<String> notes = new ArrayList<>();

  private Excluded(CompleteCells cells) {
    left = new boolean[cells.cohorts()][cells.links()];
  }

  static Excluded of(CompleteCells cells, List<Exclusion> exclusions) {
    Excluded excluded = new Excluded(cells);
    for (Exclusion exclusion : exclusions) {
      switch (exclusion) {
        case Exclusion.Ratio ratio -> excluded.ratio(cells, ratio);
        case Exclusion.Cohort cohort -> excluded.cohort(cells, cohort);
        case Exclusion.Diagonal diagonal -> excluded.diagonal(cells, diagonal.back());
      }
    }
    return excluded;
  }

  boolean has(int cohort, int link) {
    return left[cohort][link];
  }

  List<String> notes() {
    return notes;
  }

  private void ratio(CompleteCells cells, Exclusion.Ratio ratio) {
    int i = cells.indexOf(ratio.origin());
    for (int k = 0; i >= 0 && k < cells.links(); k++) {
      if (cells.labels()[k] == ratio.fromAge() && cells.hasLink(i, k)) {
        left[i][k] = true;
        return;
      }
    }
    notes.add(
        "excluded ratio of cohort %s from age %d is not in the triangle"
            .formatted(ratio.origin(), ratio.fromAge()));
  }

  private void cohort(CompleteCells cells, Exclusion.Cohort cohort) {
    int i = cells.indexOf(cohort.origin());
    if (i < 0) {
      notes.add("excluded cohort %s is not in the triangle".formatted(cohort.origin()));
      return;
    }
    Arrays.fill(left[i], true);
  }

  private void diagonal(CompleteCells cells, int back) {
    int newest = 0;
    for (int i = 0; i < cells.cohorts(); i++) {
      requireOneAgeApart(cells, i);
      newest = Math.max(newest, i + cells.redeemed()[i].length);
    }
    for (int i = 0; i < cells.cohorts(); i++) {
      int link = newest - back - i - 2;
      if (link >= 0 && link < cells.links()) {
        left[i][link] = true;
      }
    }
  }

  private static void requireOneAgeApart(CompleteCells cells, int i) {
    if (i > 0 && cells.redeemed()[i - 1].length - cells.redeemed()[i].length > 1) {
      throw new IllegalArgumentException(
          "Cannot exclude a diagonal: cohort %s has %d complete ages, cohort %s before it has %d. "
                  .formatted(
                      cells.origins()[i],
                      cells.redeemed()[i].length,
                      cells.origins()[i - 1],
                      cells.redeemed()[i - 1].length)
              + "Exclude single ratios where cohorts are more than one age apart.");
    }
  }
}
