package org.athena.breakage;

import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;

/** A triangle as a table for people: redeemed value by cohort and age, in whole units. */
final class TriangleText {

  /** More ages than this are shown at even steps, the last always. */
  private static final int MOST_AGES = 13;

  private TriangleText() {}

  static String of(Triangle triangle) {
    List<Integer> shown = shownAges(triangle.ages());
    List<String> titles = new ArrayList<>(List.of("cohort", "issued"));
    shown.forEach(k -> titles.add(String.valueOf(triangle.ages().get(k))));
    TextTable table = new TextTable(titles.toArray(String[]::new));
    for (Triangle.Cohort cohort : triangle.cohorts()) {
      List<String> row = new ArrayList<>(List.of(cohort.origin()));
      var issued = cohort.latest().issued();
      row.add(issued == null ? "" : issued.setScale(0, RoundingMode.HALF_EVEN).toPlainString());
      for (int k : shown) {
        row.add(k < cohort.cells().size() ? cell(cohort.cells().get(k)) : "");
      }
      table.row(row);
    }
    return triangle.segment()
        + ": redeemed, cumulative, by age (* = the age is not over)\n"
        + table;
  }

  private static String cell(Triangle.Cell cell) {
    String value = cell.redeemed().setScale(0, RoundingMode.HALF_EVEN).toPlainString();
    return cell.complete() ? value : value + "*";
  }

  private static List<Integer> shownAges(List<Integer> ages) {
    int step = Math.max(1, (ages.size() + MOST_AGES - 2) / (MOST_AGES - 1));
    List<Integer> shown = new ArrayList<>();
    for (int k = 0; k < ages.size(); k += step) {
      shown.add(k);
    }
    if (!ages.isEmpty() && shown.get(shown.size() - 1) != ages.size() - 1) {
      shown.add(ages.size() - 1);
    }
    return shown;
  }
}
