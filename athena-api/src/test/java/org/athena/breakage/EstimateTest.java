package org.athena.breakage;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

class EstimateTest {

  @Test
  void refusesNanAndInfinityEverywhere() {
    for (double bad : new double[] {Double.NaN, Double.NEGATIVE_INFINITY}) {
      Estimate one = Estimate.of("a", 1);
      Estimates all = Estimates.of(List.of(one));
      assertRefused(() -> Estimate.of("a", bad));
      assertRefused(() -> one.withStandardError(bad));
      assertRefused(() -> one.withTailShare(bad));
      assertRefused(() -> one.with("x", bad));
      assertRefused(() -> all.withTotalStandardError(bad));
      assertRefused(() -> all.with("x", bad));
      assertRefused(() -> new Development.Link(0, 1, bad, null, null, 1));
      assertRefused(() -> Development.ofLinkRatios(List.of()).withTail(bad));
      assertRefused(() -> new Interval(bad, 1));
    }
  }

  @Test
  void refusesANegativeError() {
    var e =
        assertThrows(
            IllegalArgumentException.class, () -> Estimate.of("2025", 1).withStandardError(-2));

    assertEquals(
        "Cannot make the estimate of cohort 2025: standard error is -2.0, it must not be "
            + "negative. Give the root of the variance.",
        e.getMessage());
  }

  @Test
  void needsAnUltimateOrAReason() {
    assertRefused(() -> new Estimate("a", null, null, null, null, null, Map.of()));
    assertRefused(() -> new Estimate("a", 1.0, "why", null, null, null, Map.of()));
  }

  @Test
  void keepsDiagnosticsInOrder() {
    Estimates estimates = Estimates.of(List.of()).with("z", 1).with("a", 2).with("z", 3);

    assertEquals(List.of("z", "a"), List.copyOf(estimates.diagnostics().keySet()));
    assertEquals(3, estimates.diagnostics().get("z"));
  }

  @Test
  void developsFromAnAgeToTheUltimate() {
    Development development =
        Development.ofLinkRatios(
                List.of(
                    new Development.Link(0, 1, null, null, null, 0),
                    new Development.Link(1, 2, 1.5, null, null, 2)))
            .withTail(2);

    assertNull(development.toUltimate(0));
    assertEquals(3, development.toUltimate(1));
    assertEquals(2, development.toUltimate(2));
    assertNull(new Development("hazard", List.of(), null, null, null).toUltimate(0));
  }

  private static void assertRefused(Executable making) {
    assertThrows(IllegalArgumentException.class, making);
  }
}
