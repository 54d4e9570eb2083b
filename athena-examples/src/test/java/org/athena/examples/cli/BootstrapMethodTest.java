package org.athena.examples.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BootstrapMethodTest {

  @TempDir Path folder;

  private String raa() {
    return PublishedTriangles.RAA.writeTo(folder.resolve("raa.csv"), "origin,age,value");
  }

  private static String json(String file, String method) {
    return Ran.words("forecast --format json --method", method, "--triangle", file).answer();
  }

  private static List<List<String>> total(String json, String name) {
    return DuckDbSees.json(json, "SELECT forecasts[1].total.%s FROM answer".formatted(name));
  }

  @Test
  void isReachedWithItsParameters() {
    String file = raa();
    String usual = json(file, "bootstrap");

    assertEquals(usual, json(file, "bootstrap(draws=1000,seed=1,noise=gamma)"));
    assertTrue(usual.contains("bootstrap(draws=1000,seed=1)"), usual);
    double error = Double.parseDouble(total(usual, "standard_error").get(0).get(0));
    assertEquals(18_952, error, 0.06 * 18_952);
    String other = json(file, "bootstrap(seed=2,noise=poisson,tail=constant(1.05))");
    assertTrue(other.contains("noise=poisson,tail=constant(1.05)"), other);
  }

  @Test
  void refusesTooFewDraws() {
    String mistake = Ran.words("forecast --method bootstrap(draws=1) --triangle", raa()).mistake();

    assertTrue(mistake.contains("draws is 1, 2 is the least"), mistake);
  }
}
