package org.athena.forecast;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.util.List;
import org.athena.breakage.Forecast;
import org.athena.breakage.Segment;
import org.athena.breakage.Triangle;
import org.junit.jupiter.api.Test;

class ChainLadderTest {

  private static final ChainLadder METHOD = ChainLadder.volumeWeighted();

  @Test
  void anEmptyTriangleHasATotalOfZero() {
    Forecast forecast = METHOD.forecast(new Triangle(Segment.ALL, List.of()));

    assertEquals(List.of(), forecast.cohorts());
    assertEquals(0, forecast.total().ultimate());
    assertEquals(List.of("the triangle has no cohort"), forecast.notes());
  }

  @Test
  void oneCohortIsWhatItHasRedeemed() {
    Forecast forecast = METHOD.forecast(Figures.triangle("10 15 20"));

    assertArrayEquals(new double[] {20}, Figures.ultimates(forecast));
    assertArrayEquals(new double[] {1.5, 20 / 15.0}, Figures.factors(forecast), 1e-15);
  }

  @Test
  void oneAgeIsTheUltimateAndIsNoted() {
    Forecast forecast = METHOD.forecast(Figures.triangle("10", "20"));

    assertArrayEquals(new double[] {10, 20}, Figures.ultimates(forecast));
    assertTrue(
        forecast
            .notes()
            .contains("the triangle has one complete age: there is no link ratio to develop by"));
  }

  @Test
  void oneAgeIsDevelopedByAGivenTail() {
    Forecast forecast = METHOD.tail(Tail.constant(2)).forecast(Figures.triangle("10", "20"));

    assertArrayEquals(new double[] {20, 40}, Figures.ultimates(forecast));
    assertEquals(0.5, forecast.total().tailShare());
  }

  @Test
  void aCohortWithoutACompleteAgeIsNotEstimatedAndNotLost() {
    Forecast forecast = METHOD.forecast(Figures.triangle("10 20", "4*"));

    assertNull(forecast.cohorts().get(1).ultimate());
    assertEquals("no complete age yet", forecast.cohorts().get(1).reason());
    assertEquals(20, forecast.total().ultimate());
    assertEquals(1, forecast.total().notEstimated());
    assertEquals(new BigDecimal("4"), forecast.total().latestNotEstimated());
  }

  @Test
  void incompleteCellsAreLeftOutOfFactors() {
    Forecast forecast = METHOD.forecast(Figures.triangle("10 20 30", "10 20 99*", "10 21*"));

    assertArrayEquals(new double[] {2, 1.5}, Figures.factors(forecast));
    assertArrayEquals(new double[] {30, 99, 30}, Figures.ultimates(forecast));
    assertTrue(forecast.cohorts().get(1).bounded());
    assertFalse(forecast.cohorts().get(2).bounded());
  }

  @Test
  void aColumnOfZerosHasNoFactorAndTheCohortSaysWhy() {
    Forecast forecast = METHOD.forecast(Figures.triangle("0 10 20", "0 5", "0"));

    assertNull(forecast.development().links().get(0).factor());
    assertEquals(10, forecast.cohorts().get(1).ultimate());
    assertEquals(
        "no link ratio from age 0 to 1: the cohorts used have nothing redeemed at age 0",
        forecast.cohorts().get(2).reason());
  }

  @Test
  void aZeroIsInBothSumsOfTheVolumeWeightedAverageAndHasNoRatio() {
    Triangle triangle = Figures.triangle("0 10 10", "10 20", "10");

    assertEquals(3, Figures.factors(METHOD.forecast(triangle))[0]);
    assertEquals(2, Figures.factors(ChainLadder.simple().forecast(triangle))[0]);
    assertEquals(2, Figures.factors(ChainLadder.regression().forecast(triangle))[0]);
  }

  @Test
  void aRaggedTriangleUsesEveryRatioThereIs() {
    Forecast forecast = METHOD.forecast(Figures.triangle("10 20 30 33", "10 30", "10 20 40", "10"));

    assertArrayEquals(new double[] {70 / 30.0, 70 / 40.0, 1.1}, Figures.factors(forecast), 1e-15);
    assertArrayEquals(
        new double[] {33, 30 * 1.75 * 1.1, 44, 10 * 7 / 3.0 * 1.75 * 1.1},
        Figures.ultimates(forecast),
        1e-12);
  }

  @Test
  void moreCohortsThanAgesAreDeveloped() {
    Forecast forecast = METHOD.forecast(Figures.triangle("1 2", "1 2", "1 5", "2"));

    assertArrayEquals(new double[] {2, 2, 5, 6}, Figures.ultimates(forecast), 1e-15);
  }

  @Test
  void lastTakesTheNewestRatiosOfEachAge() {
    Triangle triangle = Figures.triangle("10 40 40", "10 30 60", "10 20", "10");

    assertArrayEquals(new double[] {2, 2}, Figures.factors(METHOD.last(1).forecast(triangle)));
    assertArrayEquals(
        new double[] {2.5, 100 / 70.0}, Figures.factors(METHOD.last(2).forecast(triangle)), 1e-15);
  }

  @Test
  void leavesOutASingleRatioACohortOrADiagonal() {
    Triangle triangle = Figures.triangle("10 40 40", "10 30 60", "10 20", "10");

    ChainLadder ratio = METHOD.excluding(Exclusion.ratio("c0", 0));
    ChainLadder cohort = METHOD.excluding(Exclusion.cohort("c0"));
    ChainLadder diagonal = METHOD.excluding(Exclusion.diagonal(0));
    assertArrayEquals(
        new double[] {2.5, 100 / 70.0}, Figures.factors(ratio.forecast(triangle)), 1e-15);
    assertArrayEquals(new double[] {2.5, 2}, Figures.factors(cohort.forecast(triangle)));
    assertArrayEquals(new double[] {3.5, 1}, Figures.factors(diagonal.forecast(triangle)));
  }

  @Test
  void notesAnExclusionThatIsNotThere() {
    ChainLadder method = METHOD.excluding(Exclusion.ratio("c0", 9), Exclusion.cohort("2031"));

    assertEquals(
        List.of(
            "excluded ratio of cohort c0 from age 9 is not in the triangle",
            "excluded cohort 2031 is not in the triangle"),
        method.estimate(Figures.triangle("1 2", "1")).notes());
  }

  @Test
  void aFactorWithAllRatiosLeftOutIsMissingAndSaysSo() {
    Forecast forecast =
        METHOD.excluding(Exclusion.cohort("c0")).forecast(Figures.triangle("1 2", "1"));

    assertEquals(
        "no link ratio from age 0 to 1: no cohort is left to compute it from",
        forecast.cohorts().get(1).reason());
  }

  @Test
  void refusesADiagonalWhereCohortsAreMoreThanOneAgeApart() {
    Triangle yearsByQuarters = Figures.triangle("1 2 3 4 5 6", "1 2");

    var e =
        assertThrows(
            IllegalArgumentException.class,
            () -> METHOD.excluding(Exclusion.diagonal(0)).estimate(yearsByQuarters));

    assertEquals(
        "Cannot exclude a diagonal: cohort c1 has 2 complete ages, cohort c0 before it has 6. "
            + "Exclude single ratios where cohorts are more than one age apart.",
        e.getMessage());
  }

  @Test
  void keepsAllRatiosOfAnAgeWithTooFewToDrop() {
    Triangle triangle = Figures.triangle("10 40 40", "10 30 60", "10 20", "10");

    Forecast forecast = METHOD.dropHighest(1).dropLowest(1).forecast(triangle);

    assertArrayEquals(new double[] {3, 100 / 70.0}, Figures.factors(forecast), 1e-15);
    assertTrue(forecast.notes().contains("too few ratios to drop any at ages [1]: all are kept"));
  }

  @Test
  void dropsTheSmallerOfTwoEqualRatiosWhateverTheOrder() {
    ChainLadder method = METHOD.dropLowest(1);

    assertEquals(
        2.25, Figures.factors(method.forecast(Figures.triangle("10 20", "30 60", "10 30")))[0]);
    assertEquals(
        2.25, Figures.factors(method.forecast(Figures.triangle("30 60", "10 20", "10 30")))[0]);
  }

  @Test
  void factorsBeyondADoubleAreAReasonAndNotInfinity() {
    Forecast forecast = METHOD.forecast(Figures.triangle("1e-200 1 1e200", "1 1", "1e-10"));
    Forecast far = METHOD.forecast(Figures.triangle("1e-300 1 1e300", "1e-300 1", "1e300"));

    assertTrue(forecast.total().estimated() > 0);
    assertEquals(
        "its factors multiply to more than a double can hold", far.cohorts().get(2).reason());
  }

  @Test
  void namesItsParameters() {
    assertEquals("chain-ladder", METHOD.name());
    assertEquals(
        "chain-ladder(average=simple,last=5,drop-highest=1,exclude=1981@2,tail=constant(1.05))",
        ChainLadder.simple()
            .last(5)
            .dropHighest(1)
            .excluding(Exclusion.ratio("1981", 2))
            .tail(Tail.constant(1.05))
            .name());
  }

  @Test
  void refusesANegativeCount() {
    var e = assertThrows(IllegalArgumentException.class, () -> METHOD.last(-1));

    assertEquals(
        "Cannot average link ratios: last is -1 ratios, it must not be negative. Give 0 for all.",
        e.getMessage());
  }
}
