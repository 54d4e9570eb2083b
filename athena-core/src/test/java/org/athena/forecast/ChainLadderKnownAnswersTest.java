package org.athena.forecast;

import static org.athena.forecast.KnownAnswers.PACKAGE;
import static org.athena.forecast.KnownAnswers.assertClose;
import static org.junit.jupiter.api.Assertions.assertEquals;

import org.athena.breakage.Forecast;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ChainLadderKnownAnswersTest {

  @ParameterizedTest
  @CsvSource({
    "raa,volume,0", "raa,volume,3", "raa,volume,5",
    "raa,simple,0", "raa,simple,3", "raa,simple,5",
    "raa,regression,0", "raa,regression,3", "raa,regression,5",
    "uk-motor,volume,0", "uk-motor,volume,3", "uk-motor,volume,5",
    "uk-motor,simple,0", "uk-motor,simple,3", "uk-motor,simple,5",
    "uk-motor,regression,0", "uk-motor,regression,3", "uk-motor,regression,5",
  })
  void averagesTheNewestRatiosAsThePackageDoes(String data, String average, int last) {
    KnownAnswers known = KnownAnswers.of(data);
    ChainLadder method =
        switch (average) {
          case "volume" -> ChainLadder.volumeWeighted();
          case "simple" -> ChainLadder.simple();
          default -> ChainLadder.regression();
        };

    Forecast forecast = method.last(last).forecast(known.triangle());

    String name = "cl." + average + (last == 0 ? ".all" : ".last" + last);
    assertClose(known.values(name + ".ldf"), Figures.factors(forecast), PACKAGE, "factor");
    assertClose(known.values(name + ".ibnr"), Figures.outstanding(forecast), PACKAGE, "ibnr");
    assertClose(
        known.value(name + ".total_ibnr"), forecast.total().outstanding(), PACKAGE, "total");
  }

  @ParameterizedTest
  @ValueSource(strings = {"raa", "uk-motor"})
  void dropsTheHighestAndLowestRatioAsThePackageDoes(String data) {
    KnownAnswers known = KnownAnswers.of(data);

    Forecast forecast =
        ChainLadder.volumeWeighted().dropHighest(1).dropLowest(1).forecast(known.triangle());

    String name = "cl.volume.drophilo";
    assertClose(known.values(name + ".ldf"), Figures.factors(forecast), PACKAGE, "factor");
    assertClose(
        known.value(name + ".total_ibnr"), forecast.total().outstanding(), PACKAGE, "total");
  }

  @ParameterizedTest
  @ValueSource(strings = {"raa", "uk-motor"})
  void developsByAnExponentialTailAsThePackageDoes(String data) {
    KnownAnswers known = KnownAnswers.of(data);

    Forecast forecast =
        ChainLadder.volumeWeighted().tail(Tail.exponential()).forecast(known.triangle());

    assertClose(
        known.value("tail.exponential.tail"), forecast.development().tail(), PACKAGE, "tail");
    assertClose(
        known.value("tail.exponential.slope"),
        forecast.diagnostics().get("tail slope"),
        PACKAGE,
        "slope");
    assertClose(
        known.value("tail.exponential.intercept"),
        forecast.diagnostics().get("tail intercept"),
        PACKAGE,
        "intercept");
    assertClose(
        known.value("tail.exponential.total_ibnr"),
        forecast.total().outstanding(),
        PACKAGE,
        "total");
  }

  @ParameterizedTest
  @ValueSource(strings = {"raa", "uk-motor"})
  void developsByAnInversePowerTailAndByBondysAsThePackageDoes(String data) {
    KnownAnswers known = KnownAnswers.of(data);

    Forecast forecast =
        ChainLadder.volumeWeighted().tail(Tail.inversePower()).forecast(known.triangle());
    Forecast bondy = ChainLadder.volumeWeighted().tail(Tail.bondy()).forecast(known.triangle());

    String name = "tail.inverse-power.";
    double tail = forecast.development().tail();
    double slope = forecast.diagnostics().get("tail slope");
    double intercept = forecast.diagnostics().get("tail intercept");
    assertClose(known.value(name + "tail"), tail, PACKAGE, "tail");
    assertClose(known.value(name + "slope"), slope, PACKAGE, "slope");
    assertClose(known.value(name + "intercept"), intercept, PACKAGE, "intercept");
    assertClose(known.value(name + "total_ibnr"), forecast.total().outstanding(), PACKAGE, "total");
    assertClose(known.value("tail.bondy.tail"), bondy.development().tail(), PACKAGE, "bondy");
  }

  @ParameterizedTest
  @ValueSource(strings = {"raa", "uk-motor"})
  void developsByAConstantTailAsThePackageDoes(String data) {
    KnownAnswers known = KnownAnswers.of(data);

    Forecast forecast =
        ChainLadder.volumeWeighted().tail(Tail.constant(1.05)).forecast(known.triangle());

    assertClose(
        known.value("tail.constant.1.05.total_ibnr"),
        forecast.total().outstanding(),
        PACKAGE,
        "total");
    assertEquals(1 - 1 / 1.05, forecast.total().tailShare(), 1e-12);
  }

  @Test
  void givesMacksPrintedFactorsAndReserves() {
    KnownAnswers known = KnownAnswers.of("raa");

    Forecast forecast = ChainLadder.volumeWeighted().forecast(known.triangle());

    double[] factors = known.values("printed.f");
    for (int k = 0; k < factors.length; k++) {
      assertEquals(factors[k], Figures.factors(forecast)[k], 0.0005);
    }
    double[] reserves = known.values("printed.ibnr");
    for (int i = 0; i < reserves.length; i++) {
      assertEquals(reserves[i], Figures.outstanding(forecast)[i], 0.5);
    }
    assertEquals(known.value("printed.total_ibnr"), forecast.total().outstanding(), 0.5);
  }

  @Test
  void givesTheBreakageOfTheGiftCardTriangle() {
    KnownAnswers known = KnownAnswers.of("gift-card-toy");

    Forecast forecast = ChainLadder.volumeWeighted().forecast(known.triangle());

    assertClose(known.values("cl.f"), Figures.factors(forecast), PACKAGE, "factor");
    assertClose(known.values("cl.ultimate"), Figures.ultimates(forecast), PACKAGE, "ultimate");
    double[] breakage = known.values("cl.breakage");
    for (int i = 0; i < breakage.length; i++) {
      assertClose(breakage[i], forecast.cohorts().get(i).breakage(), PACKAGE, "breakage");
    }
    assertClose(
        known.value("cl.total_breakage"), forecast.total().breakage(), PACKAGE, "total breakage");
  }

  @Test
  void givesTheBreakageOfTheGiftCardTriangleWithATail() {
    KnownAnswers known = KnownAnswers.of("gift-card-toy");

    Forecast forecast =
        ChainLadder.volumeWeighted().tail(Tail.constant(1.012)).forecast(known.triangle());

    assertClose(
        known.values("cl.tail1.012.ultimate"), Figures.ultimates(forecast), PACKAGE, "ultimate");
    assertClose(
        known.value("cl.tail1.012.total_breakage"),
        forecast.total().breakage(),
        PACKAGE,
        "total breakage");
  }
}
