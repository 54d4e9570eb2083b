package org.athena.forecast;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.athena.breakage.Forecast;
import org.athena.breakage.ForecastAmounts;
import org.athena.breakage.Interval;
import org.jspecify.annotations.Nullable;

/** Adds up how one method did at one distance. */
final class Tally {

  private static final double[] LEVELS = {0.5, 0.8, 0.95};

  private int origins;
  private boolean counted = true;
  private int cohorts;
  private int missing;
  private BigDecimal expected = BigDecimal.ZERO;
  private BigDecimal actual = BigDecimal.ZERO;
  private BigDecimal absolute = BigDecimal.ZERO;
  private final int[] held = new int[LEVELS.length];
  private final int[] of = new int[LEVELS.length];
  private final int[] totalsHeld = new int[LEVELS.length];
  private final int[] totalsOf = new int[LEVELS.length];

  void nextOrigin() {
    counted = false;
  }

  /** Adds the forecast of one segment; null where the method refused it. */
  void add(
      @Nullable Forecast forecast,
      @Nullable ForecastAmounts amounts,
      List<BackTestRun.Outcome> outcomes) {
    BigDecimal reached = BigDecimal.ZERO;
    boolean whole = true;
    for (int i = 0; i < outcomes.size(); i++) {
      BigDecimal later = outcomes.get(i).later();
      BigDecimal estimate = amounts == null ? null : amounts.cohorts().get(i).ultimate();
      if (later != null && estimate != null) {
        add(estimate, later, outcomes.get(i).then());
        reached = reached.add(later);
      } else if (later != null) {
        missing++;
      }
      whole &= later != null || estimate == null;
      if (later != null && estimate != null && forecast != null) {
        for (int l = 0; l < LEVELS.length; l++) {
          count(forecast.cohorts().get(i).interval(LEVELS[l]), later, l, held, of);
        }
      }
    }
    if (whole && forecast != null && forecast.total().estimated() > 0) {
      for (int l = 0; l < LEVELS.length; l++) {
        count(forecast.total().interval(LEVELS[l]), reached, l, totalsHeld, totalsOf);
      }
    }
  }

  private void add(BigDecimal estimate, BigDecimal later, BigDecimal then) {
    cohorts++;
    origins += counted ? 0 : 1;
    counted = true;
    expected = expected.add(estimate.subtract(then));
    actual = actual.add(later.subtract(then));
    absolute = absolute.add(estimate.subtract(later).abs());
  }

  private static void count(
      Optional<Interval> interval, BigDecimal value, int level, int[] held, int[] of) {
    if (interval.isPresent() && interval.get().low() < interval.get().high()) {
      double outcome = value.doubleValue();
      of[level]++;
      held[level] += interval.get().low() <= outcome && outcome <= interval.get().high() ? 1 : 0;
    }
  }

  Score score(String method, int periods) {
    List<Score.Coverage> coverages = new ArrayList<>(LEVELS.length);
    for (int l = 0; l < LEVELS.length; l++) {
      coverages.add(new Score.Coverage(LEVELS[l], held[l], of[l], totalsHeld[l], totalsOf[l]));
    }
    return new Score(
        method, periods, origins, cohorts, missing, expected, actual, absolute, coverages);
  }
}
