package org.athena.forecast;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.athena.breakage.Segment;
import org.athena.breakage.Triangle;

/**
 * Reads a table of published answers: {@code name = values}, comments saying where they are from.
 */
final class KnownAnswers {

  static final double PACKAGE = 1e-9;

  private final Map<String, String> entries = new LinkedHashMap<>();

  private KnownAnswers() {}

  static KnownAnswers of(String name) {
    String path = "/known-answers/" + name + ".txt";
    KnownAnswers answers = new KnownAnswers();
    try (InputStream in = KnownAnswers.class.getResourceAsStream(path)) {
      String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
      for (String line : text.split("\n", -1)) {
        if (!line.isBlank() && !line.startsWith("#")) {
          String[] entry = line.split(" = ", 2);
          answers.entries.put(entry[0], entry[1].strip());
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return answers;
  }

  double[] values(String name) {
    String entry = entries.get(name);
    if (entry == null) {
      throw new AssertionError("no known answer " + name + "; there are " + entries.keySet());
    }
    return Arrays.stream(entry.split(" ", -1)).mapToDouble(Double::parseDouble).toArray();
  }

  double value(String name) {
    return values(name)[0];
  }

  /** The triangle with its ages labelled from 1, as the papers do. */
  Triangle triangle() {
    List<Triangle.Cohort> cohorts = new ArrayList<>();
    for (String name : entries.keySet()) {
      if (name.startsWith("cohort.")) {
        String origin = name.substring("cohort.".length());
        String issuedText = entries.get("issued." + origin);
        BigDecimal issued = issuedText == null ? null : new BigDecimal(issuedText);
        cohorts.add(cohort(origin, issued, entries.get(name).split(" ", -1)));
      }
    }
    return new Triangle(Segment.ALL, cohorts);
  }

  static Triangle.Cohort cohort(String origin, BigDecimal issued, String... redeemed) {
    List<Triangle.Cell> cells = new ArrayList<>();
    for (String value : redeemed) {
      cells.add(Triangle.Cell.of(cells.size() + 1, issued, new BigDecimal(value)));
    }
    return new Triangle.Cohort(origin, cells);
  }

  static void assertClose(double expected, Double actual, double relative, String what) {
    assertEquals(expected, actual, relative * Math.max(1e-6, Math.abs(expected)), what);
  }

  static void assertClose(double[] expected, double[] actual, double relative, String what) {
    assertEquals(expected.length, actual.length, what);
    for (int i = 0; i < expected.length; i++) {
      assertClose(expected[i], actual[i], relative, what + " " + i);
    }
  }
}
