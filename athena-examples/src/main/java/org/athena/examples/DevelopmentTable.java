package org.athena.examples;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.athena.breakage.Triangle;

/** A triangle of quarters as shares: what was redeemed of the issued value at each age. */
final class DevelopmentTable {

  private DevelopmentTable() {}

  static String of(Triangle triangle) {
    List<String> titles = new ArrayList<>(List.of("cohort", "issued"));
    triangle.ages().forEach(age -> titles.add(String.valueOf(age)));
    Grid grid = new Grid(titles);
    for (Triangle.Cohort cohort : triangle.cohorts()) {
      List<String> row = new ArrayList<>(List.of(quarter(cohort.origin())));
      BigDecimal issued = cohort.latest().issued();
      row.add(issued == null ? "" : Grid.whole(issued));
      cohort.cells().forEach(cell -> row.add(share(cell)));
      grid.row(row);
    }
    return grid.toString();
  }

  private static String quarter(String firstDay) {
    LocalDate day = LocalDate.parse(firstDay);
    return "%dQ%d".formatted(day.getYear(), (day.getMonthValue() + 2) / 3);
  }

  private static String share(Triangle.Cell cell) {
    BigDecimal issued = cell.issued();
    if (issued == null || issued.signum() == 0) {
      return "-";
    }
    long percent = Math.round(100 * cell.redeemed().doubleValue() / issued.doubleValue());
    return percent + (cell.complete() ? "" : "*");
  }
}
