package org.athena.breakage;

import static org.athena.breakage.ForecastSamples.cohort;
import static org.athena.breakage.ForecastSamples.method;
import static org.athena.breakage.ForecastSamples.triangle;
import static org.athena.breakage.ForecastSamples.withError;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;

class ForecastsTest {

  private static final Triangle RETAIL =
      triangle("USD", "RETAIL", cohort("a", "100.00", "70.00", true));
  private static final Triangle BULK =
      triangle(
          "USD", "BULK", cohort("a", "50.00", "10.00", true), cohort("b", "8.00", "1.00", true));

  @Test
  void addsSegmentsWithIndependentErrors() {
    Forecasts forecasts =
        new Forecasts(
            List.of(
                withError(3.0, 90).forecast(RETAIL),
                withError(4.0, 40, Double.NaN).forecast(BULK)));

    ForecastTotal total = forecasts.total();
    assertEquals(130, total.ultimate());
    assertEquals(5, total.standardError());
    assertEquals(new BigDecimal("150.00"), total.issued());
    assertEquals(new BigDecimal("1.00"), total.latestNotEstimated());
    assertEquals(0.1, total.tailShare(), 1e-15);
    assertTrue(forecasts.toString().contains("note: " + Forecasts.INDEPENDENT));
  }

  @Test
  void hasNoErrorWhereOneSegmentHasNone() {
    Forecasts forecasts =
        new Forecasts(List.of(withError(3.0, 90).forecast(RETAIL), method(40, 8).forecast(BULK)));

    assertNull(forecasts.total().standardError());
  }

  @Test
  void theSumOfNothingIsZero() {
    assertEquals(0, new Forecasts(List.of()).total().ultimate());
    assertTrue(new Forecasts(List.of()).toString().contains("total"));
  }

  @Test
  void refusesToAddCurrencies() {
    Forecast dollars = method(90).forecast(RETAIL);
    Forecast euros = method(90).forecast(triangle("EUR", "X", cohort("a", "100", "70", true)));

    var e =
        assertThrows(IllegalArgumentException.class, () -> new Forecasts(List.of(dollars, euros)));

    assertEquals(
        "Cannot add up forecasts: currency is USD for segment USD, program=RETAIL and EUR for "
            + "segment EUR, program=X. Add up one currency at a time.",
        e.getMessage());
  }

  @Test
  void refusesASegmentTwice() {
    Forecast forecast = method(90).forecast(RETAIL);

    var e =
        assertThrows(
            IllegalArgumentException.class, () -> new Forecasts(List.of(forecast, forecast)));

    assertEquals(
        "Cannot add up forecasts: segment USD, program=RETAIL is there twice. "
            + "Give one forecast per segment.",
        e.getMessage());
  }
}
