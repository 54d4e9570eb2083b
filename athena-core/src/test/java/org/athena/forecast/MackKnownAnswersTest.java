package org.athena.forecast;

import static org.athena.forecast.KnownAnswers.PACKAGE;
import static org.athena.forecast.KnownAnswers.assertClose;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import org.athena.breakage.Development;
import org.athena.breakage.Forecast;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MackKnownAnswersTest {

  @ParameterizedTest
  @ValueSource(strings = {"raa", "uk-motor"})
  void givesTheErrorsOfVolumeWeightedRatios(String data) {
    assertAsInR(data, "mack.alpha1.mack", Mack.volumeWeighted());
  }

  @ParameterizedTest
  @ValueSource(strings = {"raa", "uk-motor"})
  void givesTheErrorsOfSimpleRatios(String data) {
    assertAsInR(data, "mack.alpha0.mack", Mack.simple());
  }

  @ParameterizedTest
  @ValueSource(strings = {"raa", "uk-motor"})
  void givesTheErrorsOfTheRegression(String data) {
    assertAsInR(data, "mack.alpha2.mack", Mack.regression());
  }

  @ParameterizedTest
  @ValueSource(strings = {"raa", "uk-motor"})
  void extrapolatesTheErrorsOfATail(String data) {
    assertAsInR(data, "mack.tail105", Mack.volumeWeighted().tail(Tail.constant(1.05)));
  }

  @Test
  void takesTheLogLinearLastSigmaWhenAsked() {
    assertAsInR(
        "raa", "mack.alpha1.log-linear", Mack.volumeWeighted().lastSigma(LastSigma.LOG_LINEAR));
  }

  @ParameterizedTest
  @ValueSource(strings = {"raa", "uk-motor"})
  void givesTheLogLinearTotalOfThePythonPackage(String data) {
    KnownAnswers known = KnownAnswers.of(data);

    Forecast forecast =
        Mack.volumeWeighted().lastSigma(LastSigma.LOG_LINEAR).forecast(known.triangle());

    assertClose(
        known.value("mack.log-linear.python.total_se"),
        forecast.total().standardError(),
        PACKAGE,
        "total s.e.");
  }

  @Test
  void givesTheErrorsThatMackPrinted() {
    KnownAnswers known = KnownAnswers.of("raa");

    Forecast forecast = Mack.volumeWeighted().forecast(known.triangle());

    double[] errors = known.values("printed.se");
    for (int i = 0; i < errors.length; i++) {
      assertEquals(errors[i], forecast.cohorts().get(i).standardError(), 0.5);
    }
    assertEquals(known.value("printed.total_se"), forecast.total().standardError(), 0.5);
    double[] variances = known.values("printed.sigma2");
    double[] halfUnits = {0.5, 0.5, 0.5, 0.05, 0.5, 0.05, 0.005, 0.005};
    for (int k = 0; k < variances.length; k++) {
      double sigma = forecast.development().links().get(k).sigma();
      assertEquals(variances[k], sigma * sigma, halfUnits[k]);
    }
  }

  @Test
  void givesTheErrorsOfTheGiftCardTriangle() {
    KnownAnswers known = KnownAnswers.of("gift-card-toy");

    Forecast forecast = Mack.volumeWeighted().forecast(known.triangle());

    double[] sigmas = Figures.links(forecast, Development.Link::sigma);
    double[] variances = Arrays.stream(sigmas).map(s -> s * s).toArray();
    assertClose(known.values("mack.sigma2"), variances, PACKAGE, "sigma squared");
    assertClose(known.values("mack.se"), Figures.errors(forecast), PACKAGE, "s.e.");
    assertClose(
        known.value("mack.total_se"), forecast.total().standardError(), PACKAGE, "total s.e.");
  }

  private static void assertAsInR(String data, String name, Mack method) {
    KnownAnswers known = KnownAnswers.of(data);
    Forecast forecast = method.forecast(known.triangle());
    Development development = forecast.development();

    double tail = development.tail() == null ? 1 : development.tail();
    double[] factors = append(Figures.factors(forecast), tail);
    double[] sigmas = Figures.links(forecast, Development.Link::sigma);
    double[] factorErrors = Figures.links(forecast, Development.Link::standardError);
    if (development.tail() != null) {
      sigmas = append(sigmas, development.tailSigma());
      factorErrors = append(factorErrors, development.tailStandardError());
    }
    assertClose(known.values(name + ".f"), factors, PACKAGE, "factor");
    assertClose(known.values(name + ".sigma"), sigmas, PACKAGE, "sigma");
    assertClose(known.values(name + ".f.se"), factorErrors, PACKAGE, "s.e. of factor");
    assertClose(known.values(name + ".ultimate"), Figures.ultimates(forecast), PACKAGE, "ultimate");
    assertClose(known.values(name + ".mack_se"), Figures.errors(forecast), PACKAGE, "s.e.");
    assertErrorParts(known, name, forecast);
  }

  private static void assertErrorParts(KnownAnswers known, String name, Forecast forecast) {
    double[] process = Figures.diagnostics(forecast, Mack.PROCESS_ERROR);
    double[] parameter = Figures.diagnostics(forecast, Mack.PARAMETER_ERROR);
    assertClose(known.values(name + ".process_risk"), process, PACKAGE, "process");
    assertClose(known.values(name + ".parameter_risk"), parameter, PACKAGE, "parameter");
    assertClose(
        known.value(name + ".total_process"),
        forecast.diagnostics().get(Mack.PROCESS_ERROR),
        PACKAGE,
        "total process");
    assertClose(
        known.value(name + ".total_parameter"),
        forecast.diagnostics().get(Mack.PARAMETER_ERROR),
        PACKAGE,
        "total parameter");
    assertClose(
        known.value(name + ".total_se"), forecast.total().standardError(), PACKAGE, "total s.e.");
  }

  private static double[] append(double[] values, double value) {
    double[] more = Arrays.copyOf(values, values.length + 1);
    more[values.length] = value;
    return more;
  }
}
