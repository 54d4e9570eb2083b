package org.athena.examples;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.athena.forecast.Mack;
import org.junit.jupiter.api.Test;

class ForecastTimingsTest {

  @Test
  void printsTheFirstCallAndTheMedian() {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    PrintStream out = new PrintStream(bytes, true, StandardCharsets.UTF_8);

    ForecastTimings.time(out, Mack.volumeWeighted(), ForecastTimings.triangles(2, 8));

    String line = bytes.toString(StandardCharsets.UTF_8);
    assertTrue(line.matches("mack +2 segments: first call \\d+ ms, median .*\\R"), line);
  }
}
