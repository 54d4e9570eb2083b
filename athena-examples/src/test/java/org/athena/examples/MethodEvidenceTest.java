package org.athena.examples;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.athena.breakage.ForecastMethod;
import org.athena.examples.sample.Delays;
import org.athena.examples.sample.ProgramMix;
import org.athena.forecast.CapeCod;
import org.athena.forecast.Hazard;
import org.athena.forecast.Tail;
import org.junit.jupiter.api.Test;

class MethodEvidenceTest {

  /** In so small a log chance is part of every error: the figures are those of the long run. */
  @Test
  void capeCodAndHazardPerProgramAreNearerThanTheNaiveRate() {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    MethodEvidence evidence =
        new MethodEvidence(new PrintStream(out, true, StandardCharsets.UTF_8), Delays.MIXED);

    evidence.run(2, 40_000);

    Tail tail = Tail.exponential().over(60);
    List<ForecastMethod> near =
        List.of(CapeCod.plain().tail(tail), Hazard.all().last(12).tail(tail));
    for (ProgramMix mix : ProgramMix.values()) {
      for (ForecastMethod method : near) {
        double times = evidence.timesSmaller(method, mix);
        assertTrue(times > 2, method.name() + " " + mix + " " + times);
      }
    }
    String text = out.toString(StandardCharsets.UTF_8);
    for (ForecastMethod method : MethodEvidence.methods()) {
      assertTrue(text.contains("\n  " + method.name() + "  "), text);
    }
  }
}
