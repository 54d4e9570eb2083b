package org.athena.forecast;

import java.math.BigDecimal;
import java.util.List;
import org.athena.breakage.CohortForecast;
import org.athena.breakage.Forecast;
import org.athena.breakage.Triangle;
import org.jspecify.annotations.Nullable;

/** How many decimals money has: as many as what was seen needs. */
final class MoneyScale {

  private MoneyScale() {}

  static int ofForecasts(List<Forecast> forecasts) {
    int scale = 0;
    for (Forecast forecast : forecasts) {
      for (CohortForecast cohort : forecast.cohorts()) {
        scale = Math.max(scale, Math.max(of(cohort.issued()), of(cohort.latest())));
      }
    }
    return scale;
  }

  static int ofTriangles(List<Triangle> triangles) {
    int scale = 0;
    for (Triangle triangle : triangles) {
      for (Triangle.Cohort cohort : triangle.cohorts()) {
        for (Triangle.Cell cell : cohort.cells()) {
          scale = Math.max(scale, Math.max(of(cell.issued()), of(cell.redeemed())));
        }
      }
    }
    return scale;
  }

  private static int of(@Nullable BigDecimal money) {
    return money == null ? 0 : money.scale();
  }
}
