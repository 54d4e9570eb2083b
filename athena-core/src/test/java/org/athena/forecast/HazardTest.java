package org.athena.forecast;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.athena.breakage.Forecast;
import org.athena.breakage.Segment;
import org.athena.breakage.Triangle;
import org.junit.jupiter.api.Test;

class HazardTest {

  @Test
  void onceAllHasExpiredNothingIsRedeemed() {
    Triangle expired =
        triangle(
            cohort("a", cell(100, 50, 0), cell(100, 70, 0), cell(100, 70, 30), cell(100, 70, 30)),
            cohort("b", cell(200, 100, 0), cell(200, 140, 0), cell(200, 140, 60)),
            cohort("c", cell(100, 60, 0), cell(100, 75, 0)),
            cohort("d", cell(100, 40, 0)));

    Forecast forecast = Hazard.all().forecast(expired);

    double second = (20.0 + 40 + 15) / (50 + 100 + 40);
    assertArrayEquals(
        new double[] {70, 140, 75, 40 + 60 * second}, Figures.ultimates(forecast), 1e-12);
    assertEquals(
        List.of("no cohort has anything left at ages [3]: hazard 0 there"), forecast.notes());
  }

  @Test
  void reloadsAreAtRiskFromTheAgeTheyAreLoadedAt() {
    Triangle reloaded =
        triangle(cohort("a", cell(100, 50, 0), cell(150, 100, 0)), cohort("b", cell(100, 50, 0)));

    Forecast forecast = Hazard.all().forecast(reloaded);

    assertArrayEquals(new double[] {100, 75}, Figures.ultimates(forecast), 1e-12);
  }

  @Test
  void lastTakesTheNewestCohortsOfEachAge() {
    Triangle triangle =
        triangle(
            cohort("a", cell(100, 80, 0), cell(100, 90, 0)),
            cohort("b", cell(100, 40, 0), cell(100, 70, 0)),
            cohort("c", cell(100, 50, 0)));

    assertEquals(
        50 + 50 * 40 / 80.0, Hazard.all().forecast(triangle).cohorts().get(2).ultimate(), 1e-12);
    assertEquals(75, Hazard.all().last(1).forecast(triangle).cohorts().get(2).ultimate(), 1e-12);
    assertEquals("hazard(last=12)", Hazard.all().last(12).name());
  }

  @Test
  void carriesHazardsOnByACurve() {
    double[] hazards = new double[8];
    for (int k = 0; k < 8; k++) {
      hazards[k] = k == 0 ? 0.5 : 0.3 * Math.pow(k, -1.5);
    }
    Triangle triangle = following(hazards, 8);

    Forecast none = Hazard.all().forecast(triangle);
    Forecast power = Hazard.all().tail(Tail.inversePower().over(20)).forecast(triangle);

    double left = 1;
    for (int k = 8; k < 28; k++) {
      left *= 1 - 0.3 * Math.pow(k, -1.5);
    }
    for (int i = 0; i < 8; i++) {
      double expected = 1e6 - (1e6 - none.cohorts().get(i).ultimate()) * left;
      assertEquals(expected, power.cohorts().get(i).ultimate(), 0.05);
      assertEquals(
          1 - none.cohorts().get(i).ultimate() / expected,
          power.cohorts().get(i).tailShare(),
          1e-6);
    }
    assertEquals(-1.5, power.diagnostics().get("tail slope"), 1e-5);
    assertEquals(1 - left, power.development().tail(), 1e-6);
    assertEquals("hazard(tail=inverse-power(periods=20))", power.method());
  }

  /** Dollars that are redeemed one by one have dispersion 1, and errors that cover the truth. */
  @Test
  void theErrorsAreThoseOfIndependentDollars() {
    double[] hazards = {0.4, 0.3, 0.2, 0.15, 0.1, 0.05};
    int runs = 400;
    double dispersion = 0;
    double squaredError = 0;
    double squaredClaim = 0;
    for (int run = 0; run < runs; run++) {
      Random random = new Random(run);
      List<Triangle.Cohort> cohorts = new ArrayList<>();
      double truth = 0;
      for (int i = 0; i < 6; i++) {
        int open = 500;
        List<Triangle.Cell> cells = new ArrayList<>();
        for (int k = 0; k < 6; k++) {
          int redeemed = 0;
          for (int unit = 0; unit < open; unit++) {
            redeemed += random.nextDouble() < hazards[k] ? 1 : 0;
          }
          open -= redeemed;
          if (k < 6 - i) {
            BigDecimal left = BigDecimal.valueOf(500L - open);
            cells.add(Triangle.Cell.of(k, BigDecimal.valueOf(500), left));
          }
        }
        truth += 500 - open;
        cohorts.add(new Triangle.Cohort("c" + i, cells));
      }
      Forecast forecast = Hazard.all().forecast(new Triangle(Segment.ALL, cohorts));
      dispersion += forecast.diagnostics().get(Hazard.DISPERSION) / runs;
      squaredError += Math.pow(forecast.total().ultimate() - truth, 2) / runs;
      squaredClaim += Math.pow(forecast.total().standardError(), 2) / runs;
    }

    assertEquals(1, dispersion, 0.05);
    assertEquals(1, squaredClaim / squaredError, 0.15);
  }

  @Test
  void oneCohortHasNoErrorAndSaysSo() {
    Forecast forecast = Hazard.all().forecast(triangle(cohort("a", cell(100, 30, 0))));

    assertNull(forecast.total().standardError());
    assertEquals(
        List.of("no standard error: too few cohorts to see the dispersion of the hazards"),
        forecast.notes());
  }

  @Test
  void hazardsBelowZeroAreHeldAndNoted() {
    Triangle refunded =
        triangle(cohort("a", cell(100, 50, 0), cell(100, 40, 0)), cohort("b", cell(100, 50, 0)));

    Forecast forecast = Hazard.all().forecast(refunded);

    assertEquals(50, forecast.cohorts().get(1).ultimate());
    assertTrue(forecast.notes().contains("hazards held within 0 and 1 at ages [1]"));
  }

  @Test
  void refusesTailsOfLinkRatios() {
    var e =
        assertThrows(IllegalArgumentException.class, () -> Hazard.all().tail(Tail.constant(1.05)));

    assertEquals(
        "Cannot make a hazard method: tail is constant(1.05), there are none, exponential and "
            + "inverse-power. Use one of these: other tails are made for link ratios.",
        e.getMessage());
    assertThrows(IllegalArgumentException.class, () -> Additive.all().tail(Tail.weibull()));
    assertThrows(IllegalArgumentException.class, () -> Hazard.all().last(-1));
  }

  static Triangle triangle(Triangle.Cohort... cohorts) {
    return new Triangle(Segment.ALL, List.of(cohorts));
  }

  static Triangle.Cohort cohort(String origin, Triangle.Cell... cells) {
    List<Triangle.Cell> numbered = new ArrayList<>();
    for (Triangle.Cell c : cells) {
      numbered.add(
          new Triangle.Cell(
              numbered.size(), c.issued(), c.redeemed(), c.exited(), 0, 0, c.complete()));
    }
    return new Triangle.Cohort(origin, numbered);
  }

  static Triangle.Cell cell(double issued, double redeemed, double exited) {
    return new Triangle.Cell(
        0,
        BigDecimal.valueOf(issued),
        BigDecimal.valueOf(redeemed),
        BigDecimal.valueOf(exited),
        0,
        0,
        true);
  }

  private static Triangle following(double[] hazards, int cohorts) {
    List<Triangle.Cohort> rows = new ArrayList<>();
    for (int i = 0; i < cohorts; i++) {
      double open = 1e6;
      List<Triangle.Cell> cells = new ArrayList<>();
      for (int k = 0; k < cohorts - i; k++) {
        open *= 1 - hazards[k];
        cells.add(Triangle.Cell.of(k, BigDecimal.valueOf(1e6), BigDecimal.valueOf(1e6 - open)));
      }
      rows.add(new Triangle.Cohort("c" + i, cells));
    }
    return new Triangle(Segment.ALL, rows);
  }
}
