package org.athena.examples.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Every method and tail by its name on the command line, with its parameters. */
class ForecastMethodsTest {

  @TempDir Path folder;

  private Map<String, String> total(WideTriangle triangle, String names, String method) {
    String file = triangle.writeTo(folder.resolve("triangle.csv"), names);
    return Ran.words("forecast --format csv --triangle", file, "--method", method)
        .records()
        .stream()
        .filter(line -> line.get("level").equals("total"))
        .findFirst()
        .orElseThrow();
  }

  /** Independent numpy; the first four also chainladder-python v0.8.24. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "bf(apriori=0.88,tail=constant(1.012)) | 88934.12823691577",
        "bf(0.88,tail=constant(1.012)) | 88934.12823691577",
        "benktander(apriori=0.88,n=2,tail=constant(1.012)) | 88412.05721450035",
        "cape-cod(tail=constant(1.012)) | 89511.38692802907",
        "cape-cod(trend=0,decay=0.75,tail=constant(1.012)) | 89282.51467139153",
        "additive | 97357.47146376942",
        "hazard | 99371.23818076878",
        "hazard(last=12) | 99371.23818076878"
      })
  void givesTheBreakageOfTheGiftCardTriangle(String method, double breakage) {
    Map<String, String> total = total(PublishedTriangles.TOY, "issued,cohort,age,value", method);

    assertEquals(breakage, Double.parseDouble(total.get("breakage")), 1e-9 * breakage, method);
  }

  /** Independent numpy and scipy, held at issued for each cohort, which moves no total here. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "growth(horizon=40) | 19599.409752497624",
        "growth(curve=lognormal,form=cape-cod,horizon=40,offset=0.5) | 19599.409752497624",
        "growth(curve=weibull,horizon=40) | 55807.2715048176"
      })
  void fitsTheGrowthCurvesOfTheGiftCardTriangle(String method, double breakage) {
    Map<String, String> total = total(PublishedTriangles.TOY, "issued,cohort,age,value", method);

    assertEquals(breakage, Double.parseDouble(total.get("breakage")), 0.5, method);
  }

  /** chainladder-python v0.8.24; the last is its ClarkLDF, whose search stops early. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "chain-ladder(tail=inverse-power) | 73763.32340321914 | 1e-9",
        "chain-ladder(tail=inverse-power(periods=100)) | 73763.32340321914 | 1e-9",
        "growth(curve=log-logistic,form=ldf,horizon=9.5) | 62659.20697588963 | 1e-4"
      })
  void givesTheReservesOfRaa(String method, double outstanding, double tolerance) {
    Map<String, String> total = total(PublishedTriangles.RAA, "origin,age,value", method);

    double value = Double.parseDouble(total.get("outstanding"));
    assertEquals(outstanding, value, tolerance * outstanding, method);
  }

  @Test
  void takesEveryTailAndSaysItsName() {
    for (String tail :
        List.of(
            "weibull",
            "weibull(periods=60,attach=3)",
            "bondy",
            "bondy(earliest=1)",
            "inverse-power(attach=2)",
            "exponential(periods=24)")) {
      Map<String, String> total =
          total(PublishedTriangles.RAA, "origin,age,value", "chain-ladder(tail=" + tail + ")");
      assertTrue(Double.parseDouble(total.get("ultimate")) > 213_122, tail);
      assertEquals("chain-ladder(tail=" + tail + ")", total.get("method"));
    }
  }

  @Test
  void saysWhatIsMissingOrDoesNotFit() {
    String file = PublishedTriangles.RAA.writeTo(folder.resolve("raa.csv"), "origin,age,value");

    assertTrue(
        Ran.words("forecast --method bf --triangle", file)
            .mistake()
            .contains("bf needs apriori, as in bf(apriori=0.88)."));
    assertTrue(
        Ran.words("forecast --method hazard --tail weibull --triangle", file)
            .mistake()
            .contains("tail is weibull, there are none, exponential and inverse-power."));
    assertTrue(
        Ran.words("forecast --method growth(curve=logistic) --triangle", file)
            .mistake()
            .contains("there are log-logistic, weibull, lognormal."));
  }

  @Test
  void refusesMethodsThatNeedIssuedValueWhereThereIsNone() {
    String file = PublishedTriangles.RAA.writeTo(folder.resolve("raa.csv"), "origin,age,value");

    for (String method :
        List.of("bf(0.9)", "benktander(0.9)", "cape-cod", "additive", "hazard", "growth")) {
      Ran ran = Ran.words("forecast --triangle", file, "--method", method);
      assertTrue(ran.status() != 0, method);
      assertTrue(ran.err().contains("issued of cohort 1981 is absent."), ran.err());
    }
  }
}
