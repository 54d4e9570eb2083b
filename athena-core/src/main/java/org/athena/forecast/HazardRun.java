package org.athena.forecast;

import java.util.ArrayList;
import java.util.List;
import org.athena.breakage.Development;
import org.athena.breakage.Estimate;
import org.athena.breakage.Estimates;

/** Leads each cohort's open balance through a life table and its tail, with the errors. */
final class HazardRun {

  private final CompleteCells cells;
  private final LifeTable table;
  private final StepTail steps;

  /** What is redeemed of a unit of money from each age on; 0 after the last. */
  private final double[] later;

  HazardRun(CompleteCells cells, LifeTable table, Tail tail) {
    this.cells = cells;
    this.table = table;
    steps = StepTail.of(table.redeemed, cells.labels(), tail, "hazards");
    later = new double[steps.steps().length + 1];
    for (int k = later.length - 2; k >= 0; k--) {
      later[k] = hazard(k) + stays(k) * later[k + 1];
    }
  }

  private double hazard(int k) {
    return Math.min(steps.steps()[k], 1 - exits(k));
  }

  private double exits(int k) {
    return k < table.exited.length ? table.exited[k] : 0;
  }

  private double stays(int k) {
    return Math.max(0, 1 - hazard(k) - exits(k));
  }

  Estimates estimates() {
    return framed(run(Maturity.ALL));
  }

  Estimates estimatesAfter(int periods) {
    return run(periods);
  }

  /** What is redeemed of a unit of money from each age on to the end of some periods. */
  private double[] later(int known, int periods) {
    int end = (int) Math.min(steps.steps().length, (long) known + periods);
    if (end == steps.steps().length) {
      return later;
    }
    double[] until = new double[later.length];
    for (int k = end - 1; k >= known; k--) {
      until[k] = hazard(k) + stays(k) * until[k + 1];
    }
    return until;
  }

  private Estimates run(int periods) {
    int ages = cells.ages();
    double[] byHazard = new double[ages];
    double[] byExit = new double[ages];
    double process = 0;
    List<Estimate> estimates = new ArrayList<>(cells.cohorts());
    for (int i = 0; i < cells.cohorts(); i++) {
      double[] row = cells.redeemed()[i];
      int known = row.length;
      if (known == 0 && periods != Maturity.ALL) {
        estimates.add(Estimate.none(cells.origins()[i], "no complete age yet"));
        continue;
      }
      double open = table.open(i);
      double[] until = later(known, periods);
      double[] ownHazard = new double[ages];
      double[] ownExit = new double[ages];
      double there = open;
      int end = (int) Math.min(ages, (long) known + periods);
      for (int k = known; k < end; k++) {
        ownHazard[k] = there * (1 - until[k + 1]);
        ownExit[k] = -there * until[k + 1];
        byHazard[k] += ownHazard[k];
        byExit[k] += ownExit[k];
        there *= stays(k);
      }
      double ultimate = (known == 0 ? 0 : row[known - 1]) + open * until[known];
      Estimate estimate = Estimate.of(cells.origins()[i], ultimate);
      double beyond = ultimate == 0 || end < ages ? 0 : there * until[ages] / ultimate;
      estimate = Double.isFinite(beyond) ? estimate.withTailShare(beyond) : estimate;
      double own = table.dispersion * open * until[known] * Math.max(0, 1 - until[known]);
      process += own;
      estimates.add(withError(estimate, own + parameter(ownHazard, ownExit)));
    }
    double variance = process + parameter(byHazard, byExit);
    Estimates all = Estimates.of(estimates);
    return Double.isFinite(variance) && !Double.isNaN(table.dispersion)
        ? all.withTotalStandardError(Math.sqrt(variance))
        : all;
  }

  private static Estimate withError(Estimate estimate, double variance) {
    return Double.isFinite(variance) ? estimate.withStandardError(Math.sqrt(variance)) : estimate;
  }

  /** The variance that comes of the shares' own, by the derivatives of the redeemed value. */
  private double parameter(double[] byHazard, double[] byExit) {
    double variance = 0;
    for (int k = 0; k < byHazard.length; k++) {
      if (table.atRisk[k] > 0) {
        double h = table.redeemed[k];
        double e = table.exited[k];
        double spread =
            byHazard[k] * byHazard[k] * h * (1 - h)
                + byExit[k] * byExit[k] * e * (1 - e)
                - 2 * byHazard[k] * byExit[k] * h * e;
        variance += table.dispersion * Math.max(0, spread) / table.atRisk[k];
      }
    }
    return variance;
  }

  private Estimates framed(Estimates plain) {
    Development development = Steps.development(Hazard.MEASURE, cells, steps.steps(), table.counts);
    if (later.length - 1 > cells.ages()) {
      development = development.withTail(later[cells.ages()]);
    }
    Estimates all = plain.withDevelopment(development);
    if (cells.ages() > 0) {
      all = all.with(Hazard.FIRST, steps.steps()[0]);
    }
    if (all.totalStandardError() != null) {
      all = all.with(Hazard.DISPERSION, table.dispersion);
    }
    for (var parameter : steps.parameters().entrySet()) {
      all = all.with(parameter.getKey(), parameter.getValue());
    }
    List<String> notes = new ArrayList<>(Steps.notes(cells));
    notes.addAll(table.notes);
    notes.addAll(steps.notes());
    if (Double.isNaN(table.dispersion) && cells.ages() > 0) {
      notes.add("no standard error: too few cohorts to see the dispersion of the hazards");
    }
    return all.withNotes(notes);
  }
}
