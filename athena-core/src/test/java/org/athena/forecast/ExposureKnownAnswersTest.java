package org.athena.forecast;

import static org.athena.forecast.KnownAnswers.PACKAGE;
import static org.athena.forecast.KnownAnswers.assertClose;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.math.BigDecimal;
import org.athena.breakage.Bound;
import org.athena.breakage.Development;
import org.athena.breakage.Forecast;
import org.athena.breakage.ForecastMethod;
import org.athena.breakage.Triangle;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ExposureKnownAnswersTest {

  @ParameterizedTest
  @CsvSource({"raa,0.6", "raa,0.8", "raa,1.0", "uk-motor,0.6", "uk-motor,0.8", "uk-motor,1.0"})
  void bornhuetterFergusonIsThatOfThePackage(String data, double apriori) {
    assertReserves(data, "bf." + apriori, BornhuetterFerguson.of(apriori));
  }

  @ParameterizedTest
  @CsvSource({"raa,1", "raa,2", "raa,5", "uk-motor,1", "uk-motor,2", "uk-motor,5"})
  void benktanderIsThatOfThePackage(String data, int times) {
    assertReserves(data, "benktander.0.8_n" + times, Benktander.of(0.8).times(times));
  }

  @ParameterizedTest
  @CsvSource({
    "raa,0,1", "raa,0,0.75", "raa,0.05,0.75", "raa,0.05,1",
    "uk-motor,0,1", "uk-motor,0,0.75", "uk-motor,0.05,0.75", "uk-motor,0.05,1"
  })
  void capeCodIsThatOfThePackage(String data, String trend, String decay) {
    String name = "capecod.t" + trend + "_d" + decay;
    CapeCod method =
        CapeCod.plain().trend(Double.parseDouble(trend)).decay(Double.parseDouble(decay));

    Forecast forecast = assertReserves(data, name, method);

    assertClose(
        KnownAnswers.of(data).values(name + ".elr"),
        atTheNewest(forecast, method.trend()),
        PACKAGE,
        "elr");
  }

  @Test
  void capeCodIsThatOfThePaper() {
    KnownAnswers known = KnownAnswers.of("struzzieri-hussian");
    CapeCod method =
        CapeCod.plain().trend(0.07).decay(0.75).tail(Tail.constant(known.value("tail")));

    Forecast forecast = method.forecast(known.triangle());

    double total = forecast.total().outstanding();
    assertEquals(known.value("printed.total_ibnr"), Math.rint(total));
    assertClose(known.value("total_ibnr"), total, PACKAGE, "total");
    assertClose(known.values("ibnr"), Figures.outstanding(forecast), PACKAGE, "ibnr");
    assertClose(known.values("ultimate"), Figures.ultimates(forecast), PACKAGE, "ultimate");
    assertClose(known.values("elr"), atTheNewest(forecast, 0.07), PACKAGE, "elr");
    assertEquals(
        "cape-cod(trend=0.07,decay=0.75,tail=constant(" + known.value("tail") + "))",
        forecast.method());
  }

  @ParameterizedTest
  @ValueSource(strings = {"bf", "benktander", "capecod.1.0", "capecod.0.75", "additive", "hazard"})
  void giveTheBreakageOfTheGiftCardTriangle(String name) {
    KnownAnswers known = KnownAnswers.of("gift-card-toy");
    Tail tail = Tail.constant(1.012);
    ForecastMethod method =
        switch (name) {
          case "bf" -> BornhuetterFerguson.of(0.88).tail(tail);
          case "benktander" -> Benktander.of(0.88).tail(tail);
          case "capecod.1.0" -> CapeCod.plain().tail(tail);
          case "capecod.0.75" -> CapeCod.plain().decay(0.75).tail(tail);
          case "additive" -> Additive.all();
          default -> Hazard.all();
        };

    Forecast forecast = method.forecast(known.triangle());

    assertClose(known.values(name + ".ultimate"), Figures.ultimates(forecast), PACKAGE, "ultimate");
    assertClose(
        known.value(name + ".total_breakage"), forecast.total().breakage(), PACKAGE, "breakage");
  }

  @Test
  void giveTheStepsOfTheGiftCardTriangle() {
    KnownAnswers known = KnownAnswers.of("gift-card-toy");

    assertSteps(known.values("additive.m"), Additive.all().forecast(known.triangle()));
    assertSteps(known.values("hazard.h"), Hazard.all().forecast(known.triangle()));
    Forecast capeCod =
        CapeCod.plain().decay(0.75).tail(Tail.constant(1.012)).forecast(known.triangle());
    assertClose(
        known.values("capecod.0.75.elr"),
        Figures.diagnostics(capeCod, CapeCod.ELR),
        PACKAGE,
        "elr");
  }

  private static void assertSteps(double[] expected, Forecast forecast) {
    assertClose(expected[0], forecast.diagnostics().get(Additive.FIRST), PACKAGE, "first");
    double[] links = Figures.links(forecast, Development.Link::factor);
    for (int k = 1; k < expected.length; k++) {
      assertClose(expected[k], links[k - 1], PACKAGE, "step " + k);
    }
  }

  private static Forecast assertReserves(String data, String name, ForecastMethod method) {
    KnownAnswers known = KnownAnswers.of(data);
    BigDecimal exposure = BigDecimal.valueOf(known.value("exposure"));
    Triangle triangle = Figures.withIssued(known.triangle(), cohort -> exposure);

    Forecast forecast = method.forecast(triangle, Bound.NONE);

    assertClose(known.values(name + ".ibnr"), Figures.outstanding(forecast), PACKAGE, "ibnr");
    assertClose(
        known.value(name + ".total_ibnr"), forecast.total().outstanding(), PACKAGE, "total");
    return forecast;
  }

  /** The expected shares at the level of the newest cohort, as the package gives them. */
  private static double[] atTheNewest(Forecast forecast, double trend) {
    double[] elr = Figures.diagnostics(forecast, CapeCod.ELR);
    for (int i = 0; i < elr.length; i++) {
      elr[i] *= Math.pow(1 + trend, elr.length - 1 - i);
    }
    return elr;
  }
}
