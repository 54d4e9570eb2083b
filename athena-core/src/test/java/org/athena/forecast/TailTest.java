package org.athena.forecast;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.athena.breakage.Development;
import org.athena.breakage.Forecast;
import org.junit.jupiter.api.Test;

class TailTest {

  @Test
  void theExponentialCurveIsThatOfThePythonDocumentation() {
    KnownAnswers known = KnownAnswers.of("tail-curves");
    double[] next = known.values("next_two");

    Development development = Tail.exponential().extend(yearly(known.values("ldf"))).development();

    assertEquals(next[0] * next[1], development.tail(), 2e-6);
    assertEquals(
        next[0],
        Tail.exponential().over(1).extend(yearly(known.values("ldf"))).development().tail(),
        2e-6);
  }

  @Test
  void theExponentialCurveReplacesFactorsFromItsAttachment() {
    KnownAnswers known = KnownAnswers.of("tail-curves");
    double[] attached = known.values("attached24");

    Development development =
        Tail.exponential().attachedAt(24).extend(yearly(known.values("ldf"))).development();

    for (int k = 0; k < development.links().size(); k++) {
      assertEquals(attached[k], development.links().get(k).factor(), 2e-6);
    }
    assertEquals("exponential(attach=24)", Tail.exponential().attachedAt(24).name());
  }

  @Test
  void theExponentialTailIsThatOfR() {
    KnownAnswers known = KnownAnswers.of("tail-curves");

    Development development =
        Tail.exponential().extend(yearly(known.values("r.ratios"))).development();

    assertEquals(known.value("r.tail"), development.tail(), 1e-4);
  }

  @Test
  void factorsThatDoNotFallHaveNoExponentialTailAndSayWhy() {
    Tail.Extension rising = Tail.exponential().extend(yearly(1.1, 1.2, 1.3));
    Tail.Extension flat = Tail.exponential().extend(yearly(1.1, 1, 0.99));

    assertNull(rising.development().tail());
    assertEquals(
        List.of("exponential tail left out: the link ratios do not fall towards 1"),
        rising.notes());
    assertNull(flat.development().tail());
    assertEquals(
        List.of("exponential tail left out: fewer than two link ratios are above 1.00001"),
        flat.notes());
  }

  @Test
  void aTailOfOnesOwnPlugsIn() {
    Tail twice =
        new Tail() {
          @Override
          public String name() {
            return "twice";
          }

          @Override
          public Extension extend(Development development) {
            return new Extension(development.withTail(2), Map.of("why", 2.0), List.of("twice"));
          }
        };

    Forecast forecast =
        ChainLadder.volumeWeighted().tail(twice).forecast(Figures.triangle("1 3", "1"));

    assertEquals(12, forecast.total().ultimate());
    assertEquals("chain-ladder(tail=twice)", forecast.method());
    assertEquals(Map.of("why", 2.0), forecast.diagnostics());
    assertEquals(List.of("twice"), forecast.notes().subList(0, 1));
  }

  @Test
  void refusesAConstantThatIsNotPositive() {
    for (double factor : new double[] {0, -1, Double.NaN, Double.POSITIVE_INFINITY}) {
      assertThrows(IllegalArgumentException.class, () -> Tail.constant(factor));
    }
    var e = assertThrows(IllegalArgumentException.class, () -> Tail.constant(0));
    assertEquals(
        "Cannot make a constant tail: factor is 0.0, it must be a positive number. "
            + "Give 1.05 for five percent.",
        e.getMessage());
  }

  private static Development yearly(double... factors) {
    List<Development.Link> links = new ArrayList<>();
    for (int k = 0; k < factors.length; k++) {
      links.add(new Development.Link(12 * (k + 1), 12 * (k + 2), factors[k], null, null, 2));
    }
    return Development.ofLinkRatios(links);
  }
}
