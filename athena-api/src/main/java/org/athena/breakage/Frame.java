package org.athena.breakage;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Puts a method's estimates beside what the triangle shows, and bounds them. */
final class Frame {

  private final Bound bound;
  private final List<String> held = new ArrayList<>();
  private final List<String> raised = new ArrayList<>();
  private final List<String> overdrawn = new ArrayList<>();
  private final List<String> withoutIssued = new ArrayList<>();
  private final List<String> notEstimated = new ArrayList<>();

  private Frame(Bound bound) {
    this.bound = bound;
  }

  static Forecast forecast(String method, Triangle triangle, Estimates estimates, Bound bound) {
    requireSameCohorts(method, triangle, estimates);
    Frame frame = new Frame(bound);
    List<CohortForecast> cohorts = new ArrayList<>(triangle.cohorts().size());
    for (int i = 0; i < triangle.cohorts().size(); i++) {
      cohorts.add(frame.cohort(triangle.cohorts().get(i), estimates.cohorts().get(i)));
    }
    List<String> notes = new ArrayList<>(estimates.notes());
    frame.addNotes(notes);
    Estimates sums = BoundedDraws.total(estimates, cohorts);
    ForecastTotal total =
        Totals.of(cohorts, bound, sums.totalStandardError(), sums.totalPredictive());
    return new Forecast(
        triangle.segment(),
        method,
        bound,
        cohorts,
        total,
        estimates.development(),
        estimates.diagnostics(),
        notes);
  }

  private static void requireSameCohorts(String method, Triangle triangle, Estimates estimates) {
    if (!sameCohorts(triangle.cohorts(), estimates.cohorts())) {
      List<String> expected = triangle.cohorts().stream().map(Triangle.Cohort::origin).toList();
      List<String> actual = estimates.cohorts().stream().map(Estimate::origin).toList();
      throw new IllegalArgumentException(
          "Cannot make a forecast by %s: its estimates are for cohorts %s, the triangle has %s. "
                  .formatted(method, actual, expected)
              + "Give one estimate per cohort, in the triangle's order.");
    }
  }

  private static boolean sameCohorts(List<Triangle.Cohort> cohorts, List<Estimate> estimates) {
    boolean same = cohorts.size() == estimates.size();
    for (int i = 0; same && i < cohorts.size(); i++) {
      same = cohorts.get(i).origin().equals(estimates.get(i).origin());
    }
    return same;
  }

  private CohortForecast cohort(Triangle.Cohort seen, Estimate estimate) {
    Triangle.Cell cell = seen.latest();
    if (cell.issued() != null && cell.issued().signum() == 0) {
      return line(seen, settled(estimate, cell.redeemed().doubleValue()), estimate.ultimate());
    }
    if (cell.issued() == null) {
      withoutIssued.add(seen.origin());
    } else if (cell.redeemed().compareTo(cell.issued()) > 0) {
      overdrawn.add(seen.origin());
    }
    Double raw = estimate.ultimate();
    if (raw == null) {
      notEstimated.add(seen.origin());
      return line(seen, withoutFigures(estimate), null);
    }
    Estimate held = moved(estimate, raw, within(seen.origin(), cell, raw));
    return line(seen, BoundedDraws.within(held, lower(cell), upper(cell)), raw);
  }

  private static Estimate settled(Estimate estimate, double latest) {
    return new Estimate(estimate.origin(), latest, null, 0.0, 0.0, null, estimate.diagnostics());
  }

  private static Estimate withoutFigures(Estimate estimate) {
    return new Estimate(
        estimate.origin(), null, estimate.reason(), null, null, null, estimate.diagnostics());
  }

  private static Estimate moved(Estimate estimate, double raw, double ultimate) {
    if (ultimate == raw) {
      return estimate;
    }
    Double share = estimate.tailShare();
    if (share != null && ultimate != 0) {
      share = Math.max(0, (ultimate - raw * (1 - share)) / ultimate);
    }
    return new Estimate(
        estimate.origin(),
        ultimate,
        null,
        estimate.standardError(),
        share,
        estimate.predictive(),
        estimate.diagnostics());
  }

  private CohortForecast line(Triangle.Cohort seen, Estimate framed, @Nullable Double raw) {
    Triangle.Cell cell = seen.latest();
    return new CohortForecast(
        seen.origin(),
        cell.age(),
        cell.issued(),
        cell.redeemed(),
        framed.ultimate(),
        framed.standardError(),
        framed.tailShare(),
        bound,
        raw != null && !raw.equals(framed.ultimate()),
        framed.reason(),
        framed.predictive(),
        framed.diagnostics());
  }

  private double within(String origin, Triangle.Cell cell, double raw) {
    if (raw < lower(cell)) {
      raised.add(origin);
      return lower(cell);
    }
    if (raw > upper(cell)) {
      held.add(origin);
      return upper(cell);
    }
    return raw;
  }

  private static double lower(Triangle.Cell cell) {
    return cell.complete() ? Double.NEGATIVE_INFINITY : cell.redeemed().doubleValue();
  }

  private double upper(Triangle.Cell cell) {
    return bound == Bound.ISSUED && cell.issued() != null
        ? cell.issued().max(cell.redeemed()).doubleValue()
        : Double.POSITIVE_INFINITY;
  }

  private void addNotes(List<String> notes) {
    note(notes, notEstimated, "not estimated, and not in the total");
    note(notes, held, "held at what was issued, or redeemed where that is more");
    note(notes, raised, "raised to what was already redeemed in the incomplete age");
    note(notes, overdrawn, "redeemed more than was issued");
    if (bound == Bound.ISSUED) {
      note(notes, withoutIssued, "not bounded: no issued value");
    }
  }

  private static void note(List<String> notes, List<String> origins, String what) {
    if (!origins.isEmpty()) {
      String named = String.join(", ", origins.subList(0, Math.min(5, origins.size())));
      String more = origins.size() > 5 ? " and %d more".formatted(origins.size() - 5) : "";
      String cohorts = origins.size() == 1 ? "cohort" : "cohorts";
      notes.add("%d %s %s: %s%s".formatted(origins.size(), cohorts, what, named, more));
    }
  }
}
