package org.athena.examples.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ForecastTriangleTest {

  private static final String COHORTS =
      "SELECT c.%s FROM (SELECT unnest(forecasts[%d].cohorts) AS c FROM answer)";

  @TempDir Path folder;

  private String file(WideTriangle triangle, String names) {
    return triangle.writeTo(folder.resolve("triangle.csv"), names);
  }

  private static String json(String file, String... options) {
    return Ran.words("forecast --format json --triangle", with(file, options)).answer();
  }

  private static String[] with(String file, String... options) {
    String[] all = new String[options.length + 1];
    all[0] = file;
    System.arraycopy(options, 0, all, 1, options.length);
    return all;
  }

  private static void assertCohorts(String json, int forecast, String name, double... expected) {
    List<List<String>> rows = DuckDbSees.json(json, COHORTS.formatted(name, forecast));
    assertEquals(expected.length, rows.size());
    for (int i = 0; i < expected.length; i++) {
      assertClose(expected[i], rows.get(i).get(0), name + " " + i);
    }
  }

  private static void assertTotal(String json, int forecast, String name, double expected) {
    String value =
        DuckDbSees.json(json, "SELECT forecasts[%d].total.%s FROM answer".formatted(forecast, name))
            .get(0)
            .get(0);
    assertClose(expected, value, "total " + name);
  }

  private static void assertClose(double expected, String actual, String what) {
    assertEquals(
        expected, Double.parseDouble(actual), 1e-9 * Math.max(1e-3, Math.abs(expected)), what);
  }

  /** R ChainLadder 0.2.21, MackChainLadder(est.sigma = "Mack"). */
  @Test
  void givesTheErrorsOfMackForRaa() {
    String json = json(file(PublishedTriangles.RAA, "origin,age,value"));

    assertCohorts(
        json,
        1,
        "outstanding",
        0,
        153.953917050691,
        617.37092381492,
        1636.1421634209,
        2746.73634342222,
        3649.10318399638,
        5435.30259029518,
        10907.1925095074,
        10649.9841007022,
        16339.4425290004);
    assertCohorts(
        json,
        1,
        "standard_error",
        0,
        206.220059401112,
        623.376672631965,
        747.175225081491,
        1469.45714958943,
        2001.85693093185,
        2209.24209364208,
        5357.86929769707,
        6333.16586573636,
        24566.2879109896);
    assertTotal(json, 1, "latest", 160987);
    assertTotal(json, 1, "ultimate", 213122.22826121);
    assertTotal(json, 1, "standard_error", 26909.0111556437);
  }

  /** R ChainLadder 0.2.21, MackChainLadder(est.sigma = "log-linear"): total 26,880.74. */
  @Test
  void takesTheRuleForTheLastSigma() {
    String json =
        json(
            file(PublishedTriangles.RAA, "value,age,origin"), "--method", "mack(sigma=log-linear)");

    String error =
        DuckDbSees.json(json, "SELECT forecasts[1].total.standard_error FROM answer").get(0).get(0);
    assertEquals(26880.74, Double.parseDouble(error), 0.005);
  }

  /** R ChainLadder 0.2.21; the names of the columns are those of the case's long file. */
  @Test
  void readsTheNamesOfLossTriangles() {
    String json = json(file(PublishedTriangles.UK_MOTOR, "origin,dev,cumulative"));

    assertCohorts(
        json,
        1,
        "outstanding",
        0,
        350.902024291498,
        1037.53676723699,
        2044.85986063134,
        3663.40448264751,
        7162.15064647944,
        14396.9191511696);
    assertTotal(json, 1, "standard_error", 1417.26718115434);
  }

  /** chainladder-python v0.8.24 and independent numpy. */
  @Test
  void givesBreakageWhereTheIssuedValueIsKnown() {
    String json =
        json(
            file(PublishedTriangles.TOY, "issued,cohort,age,value"),
            "--method",
            "mack,chain-ladder(tail=constant(1.012))");

    assertCohorts(
        json,
        1,
        "breakage",
        13993.050000000003,
        14948.283087959455,
        15733.278149555597,
        18209.901347227467,
        18043.326324731897,
        14303.874314810135);
    assertTotal(json, 1, "breakage", 95231.71322428455);
    assertTotal(json, 1, "standard_error", 1689.8008716678005);
    assertTotal(json, 2, "breakage", 87833.847782976);
  }

  @Test
  void putsTheTailOnEveryMethodThatTakesOne() {
    String file = file(PublishedTriangles.TOY, "cohort,age,value,issued");
    String own = json(file, "--method", "chain-ladder(tail=constant(1.012)),naive(older-than=2)");
    String shared =
        json(file, "--method", "chain-ladder,naive(older-than=2)", "--tail", "constant(1.012)");

    assertEquals(own, shared);
  }

  /** chainladder-python v0.8.24 and independent numpy. */
  @Test
  void comparesMethodsInOneLineEach() {
    String file = file(PublishedTriangles.TOY, "cohort,age,value,issued");
    var lines =
        Ran.words(
                "forecast --compare --format csv --method mack,naive(older-than=9) --triangle",
                file)
            .records();

    assertEquals(
        List.of("mack", "naive-rate(older-than=9)"),
        lines.stream().map(l -> l.get("method")).toList());
    assertClose(95231.71322428455, lines.get(0).get("breakage"), "breakage");
    assertClose(1689.8008716678005, lines.get(0).get("standard_error"), "error");
    assertEquals("0", lines.get(0).get("bounded"));
    assertEquals("0.0", lines.get(0).get("tail_share"));
    assertTrue(lines.get(1).get("reason").startsWith("no rate: nothing was issued"));
    String table = Ran.words("forecast --compare --tail exponential --triangle", file).answer();
    for (String method :
        List.of(
            "mack(", "cape-cod(", "additive(", "hazard(", "growth(", "bootstrap(", "naive-rate(")) {
      assertTrue(table.contains("\n" + method), table);
    }
    assertTrue(table.contains("standard errors take the tail factor as known"), table);
    String json = Ran.words("forecast --compare --format json --triangle", file).answer();
    assertEquals(
        List.of(List.of("7")),
        DuckDbSees.json(json, "SELECT len(comparisons[1].methods) FROM answer"));
  }

  @Test
  void doesNotDependOnTheOrderOfLinesOrTheStepOfAges() {
    List<String> straight = PublishedTriangles.UK_MOTOR.longLines("origin,age,value", 12, 12);
    List<String> shuffled = new java.util.ArrayList<>(straight.subList(1, straight.size()));
    Collections.reverse(shuffled);
    shuffled.add(0, straight.get(0));
    shuffled.add(3, "2013,24,");

    String expected = json(WideTriangle.write(folder.resolve("a.csv"), straight));
    assertEquals(expected, json(WideTriangle.write(folder.resolve("b.csv"), shuffled)));
    assertTotal(expected, 1, "standard_error", 1417.26718115434);
  }

  @Test
  void leavesOutWhatIsExcluded() {
    String file = file(PublishedTriangles.RAA, "origin,age,value");
    String json =
        json(
            file,
            "--method",
            "chain-ladder(average=simple,last=5),chain-ladder(exclude=1982@1,drop-highest=1)");

    assertEquals(
        List.of(
            List.of("chain-ladder(average=simple,last=5)"),
            List.of("chain-ladder(drop-highest=1,exclude=1982@1)")),
        DuckDbSees.json(json, "SELECT unnest(forecasts).method FROM answer"));
  }

  @Test
  void showsTheSameAsTableAndCsv() {
    String file = file(PublishedTriangles.RAA, "origin,age,value");

    String table = Ran.words("forecast --triangle", file).answer();
    assertTrue(table.contains("total"), table);
    assertTrue(table.contains("26,909"), table);
    var total =
        Ran.words("forecast --format csv --triangle", file).records().stream()
            .filter(line -> line.get("level").equals("total"))
            .toList();
    assertEquals(1, total.size());
    assertClose(26909.0111556437, total.get(0).get("standard_error"), "csv");
    assertEquals("160987", total.get(0).get("latest"));
  }
}
