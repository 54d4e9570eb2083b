package org.athena.forecast;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.athena.breakage.CohortForecast;
import org.athena.breakage.Development;
import org.athena.breakage.Forecast;
import org.athena.breakage.Segment;
import org.athena.breakage.Triangle;

/** Triangles to try and figures of a forecast as arrays. */
final class Figures {

  private Figures() {}

  /** A triangle without issued values; an incomplete last cell ends with "*". */
  static Triangle triangle(String... rows) {
    List<Triangle.Cohort> cohorts = new ArrayList<>();
    for (String row : rows) {
      List<Triangle.Cell> cells = new ArrayList<>();
      for (String value : row.split(" ", -1)) {
        boolean complete = !value.endsWith("*");
        BigDecimal redeemed = new BigDecimal(complete ? value : value.replace("*", ""));
        cells.add(new Triangle.Cell(cells.size(), null, redeemed, BigDecimal.ZERO, 0, 0, complete));
      }
      cohorts.add(new Triangle.Cohort("c" + cohorts.size(), cells));
    }
    return new Triangle(Segment.ALL, cohorts);
  }

  /** The triangle with another issued value for every cohort. */
  static Triangle withIssued(Triangle triangle, Function<Triangle.Cohort, BigDecimal> issued) {
    return mapCells(
        triangle,
        cohort ->
            cell ->
                new Triangle.Cell(
                    cell.age(),
                    issued.apply(cohort),
                    cell.redeemed(),
                    cell.exited(),
                    cell.cards(),
                    cell.redemptions(),
                    cell.complete()));
  }

  /** The triangle with all money multiplied. */
  static Triangle scaled(Triangle triangle, BigDecimal by) {
    return mapCells(
        triangle,
        cohort ->
            cell ->
                new Triangle.Cell(
                    cell.age(),
                    cell.issued() == null ? null : cell.issued().multiply(by),
                    cell.redeemed().multiply(by),
                    cell.exited(),
                    cell.cards(),
                    cell.redemptions(),
                    cell.complete()));
  }

  static Triangle reversed(Triangle triangle) {
    List<Triangle.Cohort> cohorts = new ArrayList<>(triangle.cohorts());
    Collections.reverse(cohorts);
    return new Triangle(triangle.segment(), cohorts);
  }

  private static Triangle mapCells(
      Triangle triangle, Function<Triangle.Cohort, UnaryOperator<Triangle.Cell>> map) {
    return new Triangle(
        triangle.segment(),
        triangle.cohorts().stream()
            .map(
                c -> new Triangle.Cohort(c.origin(), c.cells().stream().map(map.apply(c)).toList()))
            .toList());
  }

  static double[] ultimates(Forecast forecast) {
    return forecast.cohorts().stream().mapToDouble(CohortForecast::ultimate).toArray();
  }

  static double[] outstanding(Forecast forecast) {
    return forecast.cohorts().stream().mapToDouble(CohortForecast::outstanding).toArray();
  }

  static double[] errors(Forecast forecast) {
    return forecast.cohorts().stream().mapToDouble(CohortForecast::standardError).toArray();
  }

  static double[] diagnostics(Forecast forecast, String name) {
    return forecast.cohorts().stream().mapToDouble(c -> c.diagnostics().get(name)).toArray();
  }

  static double[] factors(Forecast forecast) {
    return links(forecast, Development.Link::factor);
  }

  static double[] links(Forecast forecast, Function<Development.Link, Double> figure) {
    return forecast.development().links().stream().mapToDouble(figure::apply).toArray();
  }
}
