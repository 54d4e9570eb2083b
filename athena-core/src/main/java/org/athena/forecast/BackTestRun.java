package org.athena.forecast;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.athena.breakage.Forecast;
import org.athena.breakage.ForecastAmounts;
import org.athena.breakage.ForecastMethod;
import org.athena.breakage.Segment;
import org.athena.breakage.Triangle;
import org.jspecify.annotations.Nullable;

/** One run of a back-test against a latest view. */
final class BackTestRun {

  private final BackTest test;
  private final BackTest.View latest;
  private final Map<Segment, Map<String, Triangle.Cohort>> later = new HashMap<>();
  private final Map<String, Integer> refusals = new LinkedHashMap<>();
  private int scale;

  BackTestRun(BackTest test, BackTest.View latest) {
    this.test = test;
    this.latest = latest;
    for (Triangle triangle : latest.triangles()) {
      Map<String, Triangle.Cohort> cohorts = new HashMap<>();
      triangle.cohorts().forEach(cohort -> cohorts.put(cohort.origin(), cohort));
      later.put(triangle.segment(), cohorts);
    }
  }

  BackTestReport over(List<BackTest.View> origins) {
    scale = MoneyScale.ofTriangles(latest.triangles());
    origins.forEach(o -> scale = Math.max(scale, MoneyScale.ofTriangles(o.triangles())));
    List<Score> scores = new ArrayList<>();
    for (ForecastMethod method : test.methods()) {
      for (int periods : test.periods()) {
        scores.add(score(method, periods, origins, Map.of()));
      }
      ForecastMethod judge = test.judge();
      var thought = ultimates(judge == null ? method : judge);
      scores.add(score(method, BackTest.ULTIMATE, origins, thought));
    }
    return new BackTestReport(scores, notes());
  }

  private List<String> notes() {
    List<String> notes = new ArrayList<>();
    ForecastMethod judge = test.judge();
    notes.add(
        "ultimates are compared with those of %s at %s"
            .formatted(judge == null ? "the same method" : judge.name(), latest.label()));
    refusals.forEach((why, times) -> notes.add("%s (%d times)".formatted(why, times)));
    return notes;
  }

  private Score score(
      ForecastMethod method,
      int periods,
      List<BackTest.View> origins,
      Map<Segment, Map<String, BigDecimal>> ultimates) {
    Tally tally = new Tally();
    ForecastMethod ahead = new Ahead(method, periods);
    for (BackTest.View origin : origins) {
      tally.nextOrigin();
      for (Triangle triangle : origin.triangles()) {
        List<Outcome> outcomes = outcomes(triangle, periods, ultimates);
        Forecast forecast = forecast(ahead, triangle);
        ForecastAmounts amounts = forecast == null ? null : forecast.rounded(scale);
        tally.add(forecast, amounts, outcomes);
      }
    }
    return tally.score(method.name(), periods);
  }

  private @Nullable Forecast forecast(ForecastMethod method, Triangle triangle) {
    try {
      return method.forecast(triangle);
    } catch (IllegalArgumentException | IllegalStateException refusal) {
      refusals.merge(method.name() + ": " + refusal.getMessage(), 1, Integer::sum);
      return null;
    }
  }

  private Map<Segment, Map<String, BigDecimal>> ultimates(ForecastMethod method) {
    Map<Segment, Map<String, BigDecimal>> all = new HashMap<>();
    for (Triangle triangle : latest.triangles()) {
      Forecast forecast = forecast(method, triangle);
      if (forecast != null) {
        Map<String, BigDecimal> byCohort = new HashMap<>();
        for (ForecastAmounts.Line line : forecast.rounded(scale).cohorts()) {
          BigDecimal ultimate = line.ultimate();
          if (ultimate != null) {
            byCohort.put(line.origin(), ultimate);
          }
        }
        all.put(triangle.segment(), byCohort);
      }
    }
    return all;
  }

  private List<Outcome> outcomes(
      Triangle triangle, int periods, Map<Segment, Map<String, BigDecimal>> ultimates) {
    var thought = ultimates.getOrDefault(triangle.segment(), Map.of());
    var seen = later.getOrDefault(triangle.segment(), Map.of());
    List<Outcome> outcomes = new ArrayList<>(triangle.cohorts().size());
    for (Triangle.Cohort cohort : triangle.cohorts()) {
      int known = cohort.completeCells();
      BigDecimal then = known == 0 ? BigDecimal.ZERO : cohort.cells().get(known - 1).redeemed();
      outcomes.add(
          new Outcome(
              then,
              periods == BackTest.ULTIMATE
                  ? thought.get(cohort.origin())
                  : reached(seen.get(cohort.origin()), known, periods)));
    }
    return outcomes;
  }

  private static @Nullable BigDecimal reached(
      Triangle.@Nullable Cohort cohort, int known, int periods) {
    long at = (long) known - 1 + periods;
    return cohort == null || known == 0 || at >= cohort.completeCells()
        ? null
        : cohort.cells().get((int) at).redeemed();
  }

  /** What a cohort had redeemed at an origin, and what it came to later, or null if not known. */
  record Outcome(BigDecimal then, @Nullable BigDecimal later) {}
}
