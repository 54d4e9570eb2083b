package org.athena.breakage;

import static org.athena.breakage.ForecastSamples.cohort;
import static org.athena.breakage.ForecastSamples.method;
import static org.athena.breakage.ForecastSamples.triangle;
import static org.athena.breakage.ForecastSamples.withError;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;

class ForecastTest {

  @Test
  void splitsTheIssuedValueIntoRedeemedOutstandingAndBreakage() {
    CohortForecast cohort = only(method(90).forecast(triangle(cohort("a", "100", "70", true))));

    assertEquals(90, cohort.ultimate());
    assertEquals(20, cohort.outstanding());
    assertEquals(10, cohort.breakage());
    assertEquals(0.1, cohort.breakageRate());
    assertEquals(0.1, cohort.tailShare());
    assertFalse(cohort.bounded());
  }

  @Test
  void holdsAnyMethodAtWhatWasIssued() {
    Triangle triangle = triangle(cohort("a", "100", "70", true));

    Forecast forecast = method(125).forecast(triangle);

    assertEquals(100, only(forecast).ultimate());
    assertTrue(only(forecast).bounded());
    assertEquals(0, only(forecast).tailShare());
    assertEquals(
        List.of("1 cohort held at what was issued, or redeemed where that is more: a"),
        forecast.notes());
    assertEquals(125, method(125).forecast(triangle, Bound.NONE).total().ultimate());
  }

  @Test
  void holdsAnOverdrawnCohortAtWhatItHasRedeemed() {
    Forecast forecast = method(130).forecast(triangle(cohort("a", "100", "110", true)));

    assertEquals(110, only(forecast).ultimate());
    assertEquals(-10, only(forecast).breakage());
    assertTrue(forecast.notes().contains("1 cohort redeemed more than was issued: a"));
  }

  @Test
  void neverGoesBelowWhatAnIncompleteAgeHasShown() {
    Forecast incomplete = method(60).forecast(triangle(cohort("a", "100", "70", false)));
    Forecast complete = method(60).forecast(triangle(cohort("a", "100", "70", true)));

    assertEquals(70, only(incomplete).ultimate());
    assertTrue(only(incomplete).bounded());
    assertEquals(60, only(complete).ultimate());
  }

  @Test
  void aCohortWithNothingIssuedComesToWhatItRedeemed() {
    Triangle triangle = triangle(cohort("a", "0.00", "3.00", true));

    CohortForecast estimated = only(withError(9.0, 8).forecast(triangle));
    CohortForecast not = only(method(Double.NaN).forecast(triangle, Bound.NONE));

    assertEquals(3, estimated.ultimate());
    assertEquals(0, estimated.standardError());
    assertNull(estimated.breakageRate());
    assertEquals(3, not.ultimate());
    assertNull(not.reason());
  }

  @Test
  void withoutIssuedValuesNothingIsBoundedAndANoteSaysSo() {
    Forecast forecast = method(500).forecast(triangle(cohort("a", null, "70", true)));

    assertEquals(500, forecast.total().ultimate());
    assertNull(forecast.total().breakage());
    assertNull(forecast.total().breakageRate());
    assertEquals(List.of("1 cohort not bounded: no issued value: a"), forecast.notes());
  }

  @Test
  void showsWhatIsNotEstimatedApartFromTheTotal() {
    Forecast forecast =
        method(90, Double.NaN)
            .forecast(triangle(cohort("a", "100", "70", true), cohort("b", "40", "5", true)));

    ForecastTotal total = forecast.total();
    assertEquals(1, total.estimated());
    assertEquals(new BigDecimal("100"), total.issued());
    assertEquals(90, total.ultimate());
    assertEquals(1, total.notEstimated());
    assertEquals(new BigDecimal("5"), total.latestNotEstimated());
    assertEquals(new BigDecimal("40"), total.issuedNotEstimated());
    assertEquals("too young", forecast.cohorts().get(1).reason());
  }

  @Test
  void refusesEstimatesOfOtherCohorts() {
    Triangle triangle = triangle(cohort("a", "100", "70", true), cohort("b", "40", "5", true));

    var e = assertThrows(IllegalArgumentException.class, () -> method(90).forecast(triangle));

    assertEquals(
        "Cannot make a forecast by given: its estimates are for cohorts [a], the triangle has "
            + "[a, b]. Give one estimate per cohort, in the triangle's order.",
        e.getMessage());
  }

  @Test
  void roundsTheTotalOnceAndLetsTheCohortsAddUp() {
    Forecast forecast =
        method(10.004, 10.004, 10.004)
            .forecast(
                triangle(
                    cohort("a", "20.00", "5.00", true),
                    cohort("b", "20.00", "5.00", true),
                    cohort("c", "20.00", "5.00", true)));

    ForecastAmounts amounts = forecast.rounded(2);
    assertEquals(new BigDecimal("30.01"), amounts.total().ultimate());
    assertEquals(new BigDecimal("29.99"), amounts.total().breakage());
    assertEquals(new BigDecimal("15.01"), amounts.total().outstanding());
    assertEquals(new BigDecimal("10.01"), amounts.cohorts().get(0).ultimate());
    assertEquals(new BigDecimal("10.00"), amounts.cohorts().get(1).ultimate());
    assertEquals(new BigDecimal("10.00"), amounts.cohorts().get(2).ultimate());
  }

  @Test
  void refusesToRoundAwayWhatWasSeen() {
    Forecast forecast = method(10).forecast(triangle(cohort("a", "20.00", "5.25", true)));

    var e = assertThrows(IllegalArgumentException.class, () -> forecast.rounded(1));

    assertEquals(
        "Cannot give the forecast at 1 decimals: latest of a is 5.25. Use 2 decimals or more.",
        e.getMessage());
  }

  @Test
  void printsATableForPeople() {
    Forecast forecast =
        withError(12.5, 1090.5, Double.NaN, 500)
            .forecast(
                triangle(
                    cohort("2025-01-01", "1200.00", "970.00", true),
                    cohort("2025-02-01", "300.00", "5.00", false),
                    cohort("2025-03-01", "400.00", "100.00", true)));

    assertEquals(
        """
        Forecast of all by given
        cohort               issued    latest  ultimate  outstanding   s.e.  breakage   rate    tail
        2025-01-01         1,200.00    970.00  1,090.50       120.50  12.50    109.50  9.1 %  10.0 %
        2025-02-01           300.00      5.00\
                                                                 too young
        2025-03-01           400.00    100.00    400.00       300.00  12.50      0.00  0.0 %   0.0 %\
          bounded
        total              1,600.00  1,070.00  1,490.50       420.50  12.50    109.50  6.8 %   7.3 %
        not estimated (1)    300.00      5.00
        note: 1 cohort not estimated, and not in the total: 2025-02-01
        note: 1 cohort held at what was issued, or redeemed where that is more: 2025-03-01
        """,
        forecast.toString());
  }

  private static CohortForecast only(Forecast forecast) {
    assertEquals(1, forecast.cohorts().size());
    return forecast.cohorts().get(0);
  }
}
