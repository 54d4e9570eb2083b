package org.athena.forecast;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.DoubleStream;
import org.athena.breakage.Bound;
import org.athena.breakage.CohortForecast;
import org.athena.breakage.Forecast;
import org.athena.breakage.ForecastAmounts;
import org.athena.breakage.ForecastMethod;
import org.athena.breakage.Segment;
import org.athena.breakage.Triangle;
import org.junit.jupiter.api.Test;

class ForecastIdentitiesTest {

  private static final List<ForecastMethod> METHODS =
      List.of(
          ChainLadder.volumeWeighted().last(5),
          ChainLadder.simple().tail(Tail.exponential()),
          Mack.volumeWeighted(),
          Mack.regression().tail(Tail.constant(1.05)),
          NaiveRate.olderThan(5));

  @Test
  void theUltimateIsBetweenWhatIsRedeemedAndWhatIsIssued() {
    for (long seed = 0; seed < 50; seed++) {
      Triangle triangle = random(seed);
      for (ForecastMethod method : METHODS) {
        for (CohortForecast cohort : method.forecast(triangle).cohorts()) {
          assertTrue(cohort.ultimate() <= cohort.issued().doubleValue(), method.name());
          assertTrue(cohort.ultimate() >= cohort.latest().doubleValue(), method.name());
          assertTrue(cohort.breakage() >= 0, method.name());
        }
      }
    }
  }

  @Test
  void liftingTheBoundGivesTheMethodsOwnFigure() {
    Triangle tight =
        Figures.withIssued(KnownAnswers.of("raa").triangle(), cohort -> cohort.latest().redeemed());
    Mack method = Mack.volumeWeighted();

    assertEquals(160987, method.forecast(tight).total().ultimate());
    assertEquals(213122.22826121, method.forecast(tight, Bound.NONE).total().ultimate(), 1e-7);
  }

  @Test
  void theCohortsAddUpToTheTotalInMoney() {
    for (long seed = 0; seed < 50; seed++) {
      ForecastAmounts amounts = Mack.volumeWeighted().forecast(random(seed)).rounded(2);
      BigDecimal ultimate = BigDecimal.ZERO;
      BigDecimal breakage = BigDecimal.ZERO;
      for (ForecastAmounts.Line line : amounts.cohorts()) {
        ultimate = ultimate.add(line.ultimate());
        breakage = breakage.add(line.breakage());
      }
      assertEquals(amounts.total().ultimate(), ultimate);
      assertEquals(amounts.total().breakage(), breakage);
    }
  }

  @Test
  void theOrderOfCohortsChangesNothingWhereAllRatiosAreUsed() {
    Triangle triangle = KnownAnswers.of("raa").triangle();
    for (Mack method : List.of(Mack.volumeWeighted(), Mack.simple().tail(Tail.constant(1.05)))) {
      Forecast forward = method.forecast(triangle);
      Forecast backward = method.forecast(Figures.reversed(triangle));

      assertRelative(Figures.factors(forward), Figures.factors(backward));
      assertRelative(Figures.ultimates(forward), reversed(Figures.ultimates(backward)));
      assertRelative(Figures.errors(forward), reversed(Figures.errors(backward)));
      assertEquals(forward.total().standardError(), backward.total().standardError(), 1e-9 * 1e5);
    }
  }

  @Test
  void aThousandTimesTheMoneyIsAThousandTimesTheForecast() {
    Triangle triangle = random(7);
    for (ForecastMethod method : METHODS) {
      Forecast one = method.forecast(triangle);
      Forecast thousand = method.forecast(Figures.scaled(triangle, new BigDecimal("1000")));

      double[] expected = DoubleStream.of(Figures.ultimates(one)).map(u -> 1000 * u).toArray();
      assertRelative(expected, Figures.ultimates(thousand));
      if (one.total().standardError() != null) {
        assertEquals(
            1, thousand.total().standardError() / one.total().standardError() / 1000, 1e-9);
      }
    }
  }

  @Test
  void forecastsEachTriangleOfAList() {
    List<Triangle> triangles = List.of(random(1), Figures.triangle("1 2", "1"));

    List<Forecast> forecasts = ChainLadder.volumeWeighted().forecast(triangles);

    assertEquals(12, forecasts.get(0).cohorts().size());
    assertEquals(4, forecasts.get(1).total().ultimate());
  }

  /** Twelve cohorts whose redemptions rise towards at most what was issued, with two decimals. */
  private static Triangle random(long seed) {
    Random random = new Random(seed);
    List<Triangle.Cohort> cohorts = new ArrayList<>();
    for (int i = 0; i < 12; i++) {
      long issued = 100_000L + random.nextInt(900_000);
      long open = issued;
      List<Triangle.Cell> cells = new ArrayList<>();
      for (int k = 0; k < 12 - i; k++) {
        open -= (long) (open * random.nextDouble() * 0.5);
        BigDecimal redeemed = BigDecimal.valueOf(issued - open, 2);
        cells.add(Triangle.Cell.of(k, BigDecimal.valueOf(issued, 2), redeemed));
      }
      cohorts.add(new Triangle.Cohort("c" + i, cells));
    }
    return new Triangle(Segment.ALL, cohorts);
  }

  private static double[] reversed(double[] values) {
    List<Double> list = new ArrayList<>(DoubleStream.of(values).boxed().toList());
    Collections.reverse(list);
    return list.stream().mapToDouble(Double::doubleValue).toArray();
  }

  private static void assertRelative(double[] expected, double[] actual) {
    KnownAnswers.assertClose(expected, actual, 1e-12, "figure");
    assertArrayEquals(expected, actual, 1e-3);
  }
}
