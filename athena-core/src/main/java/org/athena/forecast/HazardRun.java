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
    int ages = cells.ages();
    double[] byHazard = new double[ages];
    double[] byExit = new double[ages];
    double process = 0;
    List<Estimate> estimates = new ArrayList<>(cells.cohorts());
    for (int i = 0; i < cells.cohorts(); i++) {
      double[] row = cells.redeemed()[i];
      int known = row.length;
      double open = table.open(i);
      double[] ownHazard = new double[ages];
      double[] ownExit = new double[ages];
      double there = open;
      for (int k = known; k < ages; k++) {
        ownHazard[k] = there * (1 - later[k + 1]);
        ownExit[k] = -there * later[k + 1];
        byHazard[k] += ownHazard[k];
        byExit[k] += ownExit[k];
        there *= stays(k);
      }
      double ultimate = (known == 0 ? 0 : row[known - 1]) + open * later[known];
      Estimate estimate = Estimate.of(cells.origins()[i], ultimate);
      double beyond = ultimate == 0 ? 0 : there * later[ages] / ultimate;
      estimate = Double.isFinite(beyond) ? estimate.withTailShare(beyond) : estimate;
      double own = table.dispersion * open * later[known] * Math.max(0, 1 - later[known]);
      process += own;
      estimates.add(withError(estimate, own + parameter(ownHazard, ownExit)));
    }
    return framed(estimates, process + parameter(byHazard, byExit));
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

  private Estimates framed(List<Estimate> estimates, double variance) {
    Development development = Steps.development(Hazard.MEASURE, cells, steps.steps(), table.counts);
    if (later.length - 1 > cells.ages()) {
      development = development.withTail(later[cells.ages()]);
    }
    Estimates all = Estimates.of(estimates).withDevelopment(development);
    if (cells.ages() > 0) {
      all = all.with(Hazard.FIRST, steps.steps()[0]);
    }
    if (Double.isFinite(variance) && !Double.isNaN(table.dispersion)) {
      all =
          all.withTotalStandardError(Math.sqrt(variance)).with(Hazard.DISPERSION, table.dispersion);
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
