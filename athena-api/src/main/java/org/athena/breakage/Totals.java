package org.athena.breakage;

import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Adds up forecasts: of cohorts with the method's error, of segments as independent. */
final class Totals {

  private int estimated;
  private @Nullable BigDecimal issued = BigDecimal.ZERO;
  private BigDecimal latest = BigDecimal.ZERO;
  private double ultimate;
  private @Nullable Double tail = 0.0;
  private int notEstimated;
  private @Nullable BigDecimal issuedNotEstimated = BigDecimal.ZERO;
  private BigDecimal latestNotEstimated = BigDecimal.ZERO;

  private Totals() {}

  static ForecastTotal of(
      List<CohortForecast> cohorts,
      Bound bound,
      @Nullable Double error,
      @Nullable Predictive predictive) {
    Totals sum = new Totals();
    cohorts.forEach(sum::add);
    return sum.total(bound, sum.estimated == 0 ? null : error, predictive);
  }

  static ForecastTotal ofIndependent(List<ForecastTotal> totals) {
    Totals sum = new Totals();
    totals.forEach(sum::add);
    boolean bounded = totals.stream().allMatch(t -> t.bound() == Bound.ISSUED);
    return sum.total(bounded ? Bound.ISSUED : Bound.NONE, independentError(totals), null);
  }

  private static @Nullable Double independentError(List<ForecastTotal> totals) {
    double error = 0;
    boolean any = false;
    for (ForecastTotal total : totals) {
      if (total.estimated() > 0) {
        if (total.standardError() == null) {
          return null;
        }
        error = Math.hypot(error, total.standardError());
        any = true;
      }
    }
    return any ? (Double) error : null;
  }

  private void add(CohortForecast cohort) {
    Double value = cohort.ultimate();
    if (value == null) {
      notEstimated++;
      issuedNotEstimated = plus(issuedNotEstimated, cohort.issued());
      latestNotEstimated = latestNotEstimated.add(cohort.latest());
      return;
    }
    estimated++;
    issued = plus(issued, cohort.issued());
    latest = latest.add(cohort.latest());
    add(value, cohort.tailShare());
  }

  private void add(ForecastTotal total) {
    estimated += total.estimated();
    issued = plus(issued, total.issued());
    latest = latest.add(total.latest());
    notEstimated += total.notEstimated();
    issuedNotEstimated = plus(issuedNotEstimated, total.issuedNotEstimated());
    latestNotEstimated = latestNotEstimated.add(total.latestNotEstimated());
    if (total.estimated() > 0) {
      add(total.ultimate(), total.tailShare());
    }
  }

  private void add(double value, @Nullable Double tailShare) {
    ultimate += value;
    tail = tail == null || tailShare == null ? null : (Double) (tail + value * tailShare);
  }

  private static @Nullable BigDecimal plus(@Nullable BigDecimal a, @Nullable BigDecimal b) {
    return a == null || b == null ? null : a.add(b);
  }

  private ForecastTotal total(
      Bound bound, @Nullable Double error, @Nullable Predictive predictive) {
    Double share = tail == null ? null : (Double) (ultimate == 0 ? 0 : tail / ultimate);
    return new ForecastTotal(
        estimated,
        issued,
        latest,
        ultimate,
        error,
        share,
        bound,
        predictive,
        notEstimated,
        issuedNotEstimated,
        latestNotEstimated);
  }
}
