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
  void theInversePowerCurveIsThatOfThePythonDocumentation() {
    KnownAnswers known = KnownAnswers.of("tail-curves");
    double[] next = known.values("inverse.next_two");
    double[] attached = known.values("inverse.attached24");
    Development printed = yearly(known.values("ldf"));

    Development development = Tail.inversePower().attachedAt(24).extend(printed).development();

    assertEquals(next[0], Tail.inversePower().over(1).extend(printed).development().tail(), 2e-6);
    assertEquals(next[0] * next[1], development.tail(), 4e-6);
    for (int k = 0; k < development.links().size(); k++) {
      assertEquals(attached[k], development.links().get(k).factor(), 2e-6);
    }
    assertEquals(
        "inverse-power(periods=60,attach=24)", Tail.inversePower().over(60).attachedAt(24).name());
  }

  @Test
  void theWeibullCurveRunsThroughFactorsThatLieOnOne() {
    double[] factors = new double[6];
    for (int k = 1; k <= 6; k++) {
      factors[k - 1] = 1 / -Math.expm1(-0.9 * Math.pow(k, 0.7));
    }
    double seventh = 1 / -Math.expm1(-0.9 * Math.pow(7, 0.7));

    Tail.Extension one = Tail.weibull().over(1).extend(yearly(factors));

    assertEquals(seventh, one.development().tail(), 1e-12);
    assertEquals(0.7, one.parameters().get("tail slope"), 1e-12);
    assertEquals(Math.log(0.9), one.parameters().get("tail intercept"), 1e-12);
    assertEquals(
        1.1,
        Tail.weibull()
            .attachedAt(24)
            .extend(yearly(1.1, 1.05, 1.02))
            .development()
            .links()
            .get(0)
            .factor());
    assertEquals("weibull(periods=1)", Tail.weibull().over(1).name());
  }

  @Test
  void bondyRepeatsTheLastFactor() {
    assertEquals(1.02, Tail.bondy().extend(yearly(1.5, 1.1, 1.02)).development().tail());
    assertEquals("bondy", Tail.bondy().name());
  }

  @Test
  void generalisedBondyIsThatOfThePythonTests() {
    KnownAnswers known = KnownAnswers.of("tail-curves");

    Forecast forecast = ChainLadder.simple().tail(Tail.bondy().from(1)).forecast(known.triangle());

    assertEquals(known.value("bondy.cdf"), forecast.development().tail(), 0.0005);
    assertEquals("chain-ladder(average=simple,tail=bondy(earliest=1))", forecast.method());
  }

  @Test
  void generalisedBondyFollowsFactorsWithAConstantShare() {
    double[] factors = new double[4];
    for (int k = 0; k < 4; k++) {
      factors[k] = Math.exp(0.8 * Math.pow(0.6, k));
    }

    Tail.Extension fitted = Tail.bondy().from(12).extend(yearly(factors));

    assertEquals(0.6, fitted.parameters().get("tail share b"), 1e-6);
    assertEquals(0.8 * Math.pow(0.6, 4) / 0.4, Math.log(fitted.development().tail()), 1e-6);
  }

  @Test
  void curvesThatCannotBeLaidAreLeftOutAndSayWhy() {
    assertLeftOut(
        "inverse power tail left out: the link ratios do not fall towards 1",
        Tail.inversePower().extend(yearly(1.1, 1.2, 1.3)));
    assertLeftOut(
        "Weibull tail left out: the link ratios do not fall towards 1",
        Tail.weibull().extend(yearly(1.1, 1.2, 1.3)));
    assertLeftOut(
        "Weibull tail left out: fewer than two link ratios are above 1.00001",
        Tail.weibull().extend(yearly(1.1, 1)));
    assertLeftOut(
        "Bondy tail left out: there is no last link ratio above 0", Tail.bondy().extend(yearly()));
    assertLeftOut(
        "Bondy tail left out: fewer than three link ratios from age 24 on",
        Tail.bondy().from(24).extend(yearly(1.3, 1.2, 1.1)));
    assertLeftOut(
        "Bondy tail left out: the link ratios do not fall towards 1",
        Tail.bondy().from(12).extend(yearly(1.1, 1.2, 1.3)));
  }

  @Test
  void anInversePowerWithoutALimitSaysSo() {
    assertEquals(
        List.of("inverse power tail: it has no limit, what it comes to depends on its 100 periods"),
        Tail.inversePower().extend(yearly(1.3, 1.2, 1.15)).notes());
  }

  @Test
  void refusesCurvesOfNoPeriods() {
    var e = assertThrows(IllegalArgumentException.class, () -> Tail.inversePower().over(0));
    assertEquals(
        "Cannot make an inverse power tail: periods is 0 ages, 1 is the fewest. Use Tail.none().",
        e.getMessage());
    assertThrows(IllegalArgumentException.class, () -> Tail.weibull().over(0));
  }

  private static void assertLeftOut(String note, Tail.Extension extension) {
    assertNull(extension.development().tail());
    assertEquals(List.of(note), extension.notes());
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
