package org.athena.forecast;

import static org.athena.forecast.KnownAnswers.assertClose;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.athena.breakage.Bound;
import org.athena.breakage.CohortForecast;
import org.athena.breakage.Forecast;
import org.athena.breakage.Segment;
import org.athena.breakage.Triangle;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class GrowthCurveTest {

  private static final double SEARCH = 1e-6;

  /** The package stops its search before the maximum. */
  private static final double STOPPED = 1e-4;

  @ParameterizedTest
  @CsvSource({"LOGNORMAL,lognormal", "LOG_LOGISTIC,loglogistic", "WEIBULL,weibull"})
  void givesTheBreakageOfTheGiftCardTriangle(Curve curve, String name) {
    KnownAnswers known = KnownAnswers.of("gift-card-toy");
    String growth = "growth." + name;

    Forecast forecast = GrowthCurve.of(curve).until(40).forecast(known.triangle(), Bound.NONE);

    assertClose(
        known.values(growth + ".ultimate"), Figures.ultimates(forecast), SEARCH, "ultimate");
    double breakage = forecast.total().breakage();
    assertEquals(known.value(growth + ".total_breakage"), breakage, SEARCH * 611720);
    assertClose(
        known.value(growth + ".elr"), forecast.diagnostics().get(GrowthCurve.ELR), SEARCH, "elr");
    double scale = forecast.diagnostics().get(GrowthCurve.SCALE);
    assertClose(
        known.value(growth + ".scale_or_mu"),
        curve == Curve.LOGNORMAL ? Math.log(scale) : scale,
        SEARCH,
        "scale");
    assertClose(
        known.value(growth + ".shape_or_sigma"),
        forecast.diagnostics().get(GrowthCurve.SHAPE),
        SEARCH,
        "shape");
    assertClose(
        known.value(growth + ".sigma2"),
        forecast.diagnostics().get(GrowthCurve.DISPERSION),
        SEARCH,
        "dispersion");
  }

  @ParameterizedTest
  @CsvSource({
    "raa,LOG_LOGISTIC,loglogistic", "raa,WEIBULL,weibull",
    "uk-motor,LOG_LOGISTIC,loglogistic", "uk-motor,WEIBULL,weibull"
  })
  void theLdfFormIsThatOfThePackage(String data, Curve curve, String name) {
    KnownAnswers known = KnownAnswers.of(data);

    Triangle triangle = known.triangle();
    GrowthCurve method =
        GrowthCurve.of(curve).form(GrowthCurve.Form.LDF).until(triangle.ages().size() - 0.5);
    Forecast forecast = method.forecast(triangle, Bound.NONE);

    String clark = "clark-ldf." + name;
    double omega = forecast.diagnostics().get(GrowthCurve.SHAPE);
    double years = forecast.diagnostics().get(GrowthCurve.SCALE);
    double theirOmega = known.value(clark + ".omega");
    double theirYears = known.value(clark + ".theta") / 12;
    assertClose(theirOmega, omega, STOPPED, "omega");
    assertClose(theirYears, years, STOPPED, "theta");
    assertClose(
        known.value(clark + ".total_ibnr"), forecast.total().outstanding(), STOPPED, "total");
    assertTrue(
        GrownTriangles.ldfLikelihood(triangle, curve, omega, years)
            >= GrownTriangles.ldfLikelihood(triangle, curve, theirOmega, theirYears));
  }

  @ParameterizedTest
  @EnumSource(Curve.class)
  void findsTheParametersThatMadeTheTriangle(Curve curve) {
    Forecast forecast = GrowthCurve.of(curve).forecast(GrownTriangles.exact(curve, 0.9, 24));

    assertEquals(0.9, forecast.diagnostics().get(GrowthCurve.ELR), 1e-6);
    assertEquals(3, forecast.diagnostics().get(GrowthCurve.SCALE), 1e-5);
    assertEquals(1.3, forecast.diagnostics().get(GrowthCurve.SHAPE), 1e-5);
    assertEquals(0, forecast.diagnostics().get(GrowthCurve.DISPERSION), 1e-3);
    for (CohortForecast cohort : forecast.cohorts()) {
      double expected = 100_000 * 0.9 * GrownTriangles.grown(curve, 120);
      assertEquals(expected, cohort.ultimate(), 0.2);
    }
  }

  @Test
  void isHeldAtWhatWasIssuedAndSaysSo() {
    Triangle triangle = GrownTriangles.exact(Curve.LOG_LOGISTIC, 1.2, 8);

    Forecast forecast = GrowthCurve.of(Curve.LOG_LOGISTIC).until(60).forecast(triangle);
    Forecast unbounded =
        GrowthCurve.of(Curve.LOG_LOGISTIC).until(60).forecast(triangle, Bound.NONE);

    assertTrue(
        forecast.notes().get(0).startsWith("held at all that was issued by the horizon: the free"),
        forecast.notes().get(0));
    double elr = forecast.diagnostics().get(GrowthCurve.ELR);
    double shape = forecast.diagnostics().get(GrowthCurve.SHAPE);
    double scale = forecast.diagnostics().get(GrowthCurve.SCALE);
    assertEquals(1, elr / (1 + Math.pow(60 / scale, -shape)), 1e-9);
    assertTrue(forecast.total().standardError() > 0);
    assertTrue(forecast.total().breakage() >= 0);
    assertTrue(unbounded.cohorts().get(7).ultimate() <= 100_001 * 1.2);
  }

  @Test
  void warnsWhereFollowUpIsShortAndNotWhereItIsLong() {
    String note = "follow-up is short";
    KnownAnswers toy = KnownAnswers.of("gift-card-toy");

    for (Curve curve : Curve.values()) {
      Forecast six = GrowthCurve.of(curve).until(40).forecast(toy.triangle());
      assertTrue(six.notes().stream().anyMatch(n -> n.startsWith(note)), curve.word());
    }
    Forecast longer =
        GrowthCurve.lognormal().forecast(GrownTriangles.exact(Curve.LOGNORMAL, 0.9, 36));
    assertTrue(longer.notes().isEmpty(), longer.notes().toString());
    assertTrue(longer.diagnostics().get(GrowthCurve.TO_COME) < 0.05);
  }

  @Test
  void theErrorsAreThoseOfTheFullInformation() {
    Triangle triangle = KnownAnswers.of("gift-card-toy").triangle();
    GrowthCurve method = GrowthCurve.of(Curve.WEIBULL).until(40);

    Forecast forecast = method.forecast(triangle);

    double dispersion = forecast.diagnostics().get(GrowthCurve.DISPERSION);
    CohortForecast youngest = forecast.cohorts().get(5);
    double process = youngest.diagnostics().get(Mack.PROCESS_ERROR);
    assertEquals(Math.sqrt(dispersion * youngest.outstanding()), process, 1e-6);
    double[] numeric = ClarkByDifferences.parameterErrors(triangle, forecast, 40);
    for (int i = 0; i < 6; i++) {
      double parameter = forecast.cohorts().get(i).diagnostics().get(Mack.PARAMETER_ERROR);
      assertEquals(1, parameter / numeric[i], 1e-3);
    }
    double total = forecast.diagnostics().get(Mack.PARAMETER_ERROR);
    assertEquals(1, total / numeric[6], 1e-3);
  }

  @Test
  void aCohortWithoutACompleteAgeComesToTheCommonShare() {
    List<Triangle.Cohort> cohorts =
        new ArrayList<>(GrownTriangles.exact(Curve.LOGNORMAL, 0.9, 24).cohorts());
    Triangle.Cell open =
        new Triangle.Cell(0, new BigDecimal("50000"), BigDecimal.ONE, BigDecimal.ZERO, 0, 0, false);
    cohorts.add(new Triangle.Cohort("young", List.of(open)));

    Forecast forecast = GrowthCurve.lognormal().forecast(new Triangle(Segment.ALL, cohorts));

    assertEquals(
        forecast.cohorts().get(0).ultimate() / 2, forecast.cohorts().get(24).ultimate(), 0.1);
  }

  @Test
  void cohortsPastTheHorizonComeToWhatTheyRedeemed() {
    Triangle triangle = GrownTriangles.exact(Curve.LOGNORMAL, 0.9, 24);

    Forecast forecast = GrowthCurve.lognormal().until(10).forecast(triangle);

    CohortForecast oldest = forecast.cohorts().get(0);
    assertEquals(oldest.latest().doubleValue(), oldest.ultimate());
    assertEquals(0, oldest.standardError());
    assertTrue(forecast.cohorts().get(23).outstanding() > 0);
    assertEquals(0, forecast.diagnostics().get(GrowthCurve.TO_COME));
  }

  @Test
  void threeAgesWithRedemptionsAreTheFewest() {
    Triangle two = KnownAnswers.of("gift-card-toy").triangle();
    Triangle cut =
        new Triangle(
            Segment.ALL,
            List.of(
                new Triangle.Cohort("a", two.cohorts().get(0).cells().subList(0, 2)),
                new Triangle.Cohort("b", two.cohorts().get(1).cells().subList(0, 2))));

    Forecast forecast = GrowthCurve.lognormal().forecast(cut);

    assertNull(forecast.cohorts().get(0).ultimate());
    assertEquals(
        "no growth curve: fewer than three ages have redemptions to fit it to",
        forecast.cohorts().get(0).reason());
  }

  @Test
  void namesItsParameters() {
    assertEquals("growth(curve=lognormal)", GrowthCurve.lognormal().name());
    assertEquals(
        "growth(curve=log-logistic,form=ldf,horizon=none,offset=1.0)",
        GrowthCurve.of(Curve.LOG_LOGISTIC)
            .form(GrowthCurve.Form.LDF)
            .untruncated()
            .offset(1)
            .name());
  }

  @Test
  void refusesAHorizonBeforeTheFirstAge() {
    var e = assertThrows(IllegalArgumentException.class, () -> GrowthCurve.lognormal().until(0.5));

    assertEquals(
        "Cannot make a growth curve: horizon is 0.5 ages, it must be above the offset, 0.5. "
            + "Give 120 for ten years of months.",
        e.getMessage());
    assertThrows(IllegalArgumentException.class, () -> GrowthCurve.lognormal().offset(0));
  }
}
