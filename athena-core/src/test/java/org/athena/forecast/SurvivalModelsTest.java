package org.athena.forecast;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SurvivalModelsTest {

  @ParameterizedTest
  @CsvSource({
    "EXPONENTIAL,exponential,1e-5", "WEIBULL,weibull,1e-3",
    "LOGNORMAL,lognormal,1e-5", "LOG_LOGISTIC,loglogistic,1e-5"
  })
  void theCuredShareDependsOnTheFormOfTheDelay(CureModel.Delay delay, String name, double tolerance)
      throws IOException {
    String folder = System.getProperty("athena.outside");
    if (folder == null) {
      System.out.println("not run, athena.outside is not set: case 13, cure models, " + name);
      return;
    }
    List<String> lines =
        Files.readAllLines(
            Path.of(folder, "known-answers/13-cure-model-identifiability/kidney_transplant.csv"));
    List<String[]> rows = lines.stream().skip(1).map(line -> line.split(",", -1)).toList();
    double[] times = rows.stream().mapToDouble(row -> Double.parseDouble(row[0])).toArray();
    boolean[] events = new boolean[times.length];
    for (int i = 0; i < events.length; i++) {
      events[i] = rows.get(i)[1].equals("1");
    }
    KnownAnswers known = KnownAnswers.of("cure");

    CureModel model = CureModel.fit(delay, times, events);

    assertEquals(known.value("n"), times.length);
    assertEquals(known.value(name + ".cured"), model.cured(), tolerance);
    assertEquals(known.value(name + ".loglik"), model.logLikelihood(), 1e-5);
    double[] parameters = known.values(name + ".params");
    assertEquals(parameters[0], model.location(), 20 * tolerance);
    if (parameters.length > 1) {
      boolean normal = delay == CureModel.Delay.LOGNORMAL;
      double logShape = Math.log(normal ? model.spread() : 1 / model.spread());
      assertEquals(parameters[1], logShape, 20 * tolerance);
    }
    for (int time : new int[] {365, 1000, 3000}) {
      assertEquals(known.value(name + ".survival." + time), model.survival(time), tolerance);
    }
    assertTrue(model.curedInterval().low() <= model.cured());
    assertTrue(model.curedInterval().high() >= model.cured());
    if (delay == CureModel.Delay.WEIBULL) {
      assertEquals(0, model.curedInterval().low());
      assertTrue(model.curedInterval().high() > 0.5, "not identified, so the interval is wide");
    }
    assertEquals(863, model.followUp().observations());
  }

  @Test
  void findsTheCuredShareWhereFollowUpIsLong() {
    int n = 2_000;
    double[] times = new double[n];
    boolean[] events = new boolean[n];
    for (int i = 0; i < n; i++) {
      double share = (i + 0.5) / n;
      events[i] = share < 0.7;
      times[i] = events[i] ? 10 * Math.pow(-Math.log1p(-share / 0.7), 1 / 1.5) : 200;
    }

    CureModel model = CureModel.fit(CureModel.Delay.WEIBULL, times, events);

    assertEquals(0.3, model.cured(), 0.002);
    assertEquals(Math.log(10), model.location(), 0.01);
    assertEquals(1 / 1.5, model.spread(), 0.01);
    assertEquals(0.3 - 1.96 * Math.sqrt(0.21 / n), model.curedInterval().low(), 0.002);
    assertEquals(0.3 + 1.96 * Math.sqrt(0.21 / n), model.curedInterval().high(), 0.002);
    assertTrue(model.followUp().sufficient());
    assertEquals(1, model.survival(0));
    assertEquals(0.3, model.survival(1e6), 0.002);
  }

  @Test
  void followUpThatEndsWithTheEventsIsNotSufficient() {
    double[] times = {1, 2, 3, 4, 5, 6, 7, 8};
    boolean[] events = {true, true, true, true, true, true, true, false};

    CureModel.FollowUp followUp = CureModel.FollowUp.of(times, events);

    assertEquals(1, followUp.late());
    assertEquals(Math.pow(7 / 8.0, 8), followUp.probability());
    assertFalse(followUp.sufficient());
  }

  @Test
  void refusesTimesThatCannotBeFitted() {
    boolean[] both = {true, true};
    assertEquals(
        "Cannot fit a cure model: times are 1 and events are 2. Give one event for each time.",
        refusal(new double[] {1}, both));
    assertEquals(
        "Cannot fit a cure model: time 1 is 0.0, it must be above 0. Leave out or shift it.",
        refusal(new double[] {1, 0}, both));
    assertEquals(
        "Cannot fit a cure model: fewer than two different times have an event. "
            + "Give more of the log.",
        refusal(new double[] {3, 3}, both));
  }

  private static String refusal(double[] times, boolean[] events) {
    return assertThrows(
            IllegalArgumentException.class,
            () -> CureModel.fit(CureModel.Delay.WEIBULL, times, events))
        .getMessage();
  }

  @ParameterizedTest
  @CsvSource({"high_end", "regular"})
  void retentionIsThatOfThePaper(String name) {
    KnownAnswers known = KnownAnswers.of("retention");
    double[] survivors = Arrays.copyOf(known.values(name + ".survivors"), 8);

    ShiftedBetaGeometric model = ShiftedBetaGeometric.fit(survivors);

    assertEquals(known.value(name + ".printed.alpha"), model.alpha(), 5e-4);
    assertEquals(known.value(name + ".printed.beta"), model.beta(), 5e-4);
    assertEquals(known.value(name + ".printed.LL"), model.logLikelihood(), 0.05);
    assertEquals(known.value(name + ".alpha"), model.alpha(), 1e-6);
    assertEquals(known.value(name + ".beta"), model.beta(), 1e-6);
    assertEquals(known.value(name + ".LL"), model.logLikelihood(), 1e-6);
    double[] survival = known.values(name + ".S_1_12");
    for (int t = 1; t <= survival.length; t++) {
      assertEquals(survival[t - 1], model.survival(t), 5.01e-5);
    }
    assertEquals(model.beta() / (model.alpha() + model.beta()), model.retention(1), 1e-15);
  }

  @Test
  void refusesSurvivorsThatRiseOrAreTooFew() {
    assertThrows(IllegalArgumentException.class, () -> ShiftedBetaGeometric.fit(5, 6, 3));
    assertThrows(IllegalArgumentException.class, () -> ShiftedBetaGeometric.fit(5, 4));
    assertThrows(IllegalArgumentException.class, () -> ShiftedBetaGeometric.fit(5, 5, 5));
    var e = assertThrows(IllegalArgumentException.class, () -> ShiftedBetaGeometric.fit(5, 6, 3));
    assertEquals(
        "Cannot fit a shifted beta-geometric: survivors after 1 periods are 6.0, they must not be "
            + "negative or rise. Give counts that fall.",
        e.getMessage());
  }
}
