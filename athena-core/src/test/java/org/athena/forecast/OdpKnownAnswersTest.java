package org.athena.forecast;

import static org.athena.forecast.KnownAnswers.PACKAGE;
import static org.athena.forecast.KnownAnswers.assertClose;
import static org.junit.jupiter.api.Assertions.assertEquals;

import org.athena.breakage.Draws;
import org.athena.breakage.Forecast;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class OdpKnownAnswersTest {

  private static final double[] TOLERANCES = {0.015, 0.04, 0.03, 0.03};

  @ParameterizedTest
  @CsvSource({"raa,GAMMA", "raa,POISSON", "uk-motor,GAMMA", "uk-motor,POISSON"})
  void drawsTheDistributionOfTheBootstrapInR(String data, ProcessNoise noise) {
    KnownAnswers known = KnownAnswers.of(data);

    Forecast forecast =
        OdpBootstrap.standard().draws(20_000).noise(noise).forecast(known.triangle());

    double[] expected = known.values("bootstrap." + noise.word());
    double latest = forecast.total().latest().doubleValue();
    Draws draws = (Draws) forecast.total().predictive();
    double[] actual = {
      draws.mean() - latest,
      forecast.total().standardError(),
      draws.quantile(0.75) - latest,
      draws.quantile(0.95) - latest
    };
    for (int f = 0; f < expected.length; f++) {
      assertClose(expected[f], actual[f], TOLERANCES[f], data + " figure " + f);
    }
    assertEquals(draws.mean(), forecast.diagnostics().get(OdpBootstrap.MEAN));
  }

  @Test
  void givesTheDispersion() {
    assertEquals(KnownAnswers.of("raa").value("bootstrap.phi"), dispersion("raa"), 0.005);
    assertClose(
        KnownAnswers.of("uk-motor").value("bootstrap.phi"),
        dispersion("uk-motor"),
        PACKAGE,
        "dispersion");
  }

  private static double dispersion(String data) {
    return OdpBootstrap.standard()
        .forecast(KnownAnswers.of(data).triangle())
        .diagnostics()
        .get(OdpBootstrap.DISPERSION);
  }

  @ParameterizedTest
  @ValueSource(strings = {"raa", "uk-motor"})
  void givesTheOneYearErrorsOfMerzAndWuthrich(String data) {
    KnownAnswers known = KnownAnswers.of(data);

    Forecast forecast = Mack.volumeWeighted().forecast(known.triangle());

    assertClose(
        known.values("cdr.one-year"),
        Figures.diagnostics(forecast, Mack.ONE_PERIOD_ERROR),
        PACKAGE,
        "one-year error");
    assertClose(
        known.value("cdr.total"),
        forecast.diagnostics().get(Mack.ONE_PERIOD_ERROR),
        PACKAGE,
        "one-year error of the total");
  }

  @Test
  void givesTheFiguresOfTaylorAndAshe() {
    KnownAnswers known = KnownAnswers.of("taylor-ashe");

    Forecast mack = Mack.volumeWeighted().forecast(known.triangle());

    assertEquals(known.value("cdr.total"), mack.diagnostics().get(Mack.ONE_PERIOD_ERROR), 0.5);
    assertEquals(known.value("bootstrap.phi"), dispersion("taylor-ashe"), 0.005);
  }
}
