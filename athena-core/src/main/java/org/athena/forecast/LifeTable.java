package org.athena.forecast;

import java.util.ArrayList;
import java.util.List;
import org.athena.breakage.Triangle;

/**
 * What happens at each age to the money that is still on cards: the share of it that is redeemed
 * and the share that leaves otherwise. At risk in an age is what was on the cards before it and
 * what is loaded in it: issued to the age less redeemed and exited before it. Cohorts with nothing
 * at risk are left out of an age.
 */
final class LifeTable {

  /** The share redeemed, of each age; 0 where nothing is at risk. */
  final double[] redeemed;

  /** The share that leaves otherwise. */
  final double[] exited;

  /** The money at risk that the shares are computed from. */
  final double[] atRisk;

  /** How many cohorts are used. */
  final int[] counts;

  /** Pearson's dispersion, in money; NaN with too few cells. */
  final double dispersion;

  final List<String> notes = new ArrayList<>();

  private final CompleteCells cells;
  private final List<Triangle.Cohort> cohorts;
  private final int last;

  private LifeTable(Triangle triangle, CompleteCells cells, int last) {
    this.cells = cells;
    this.last = last;
    cohorts = triangle.cohorts();
    redeemed = new double[cells.ages()];
    exited = new double[cells.ages()];
    atRisk = new double[cells.ages()];
    counts = new int[cells.ages()];
    List<Integer> held = new ArrayList<>();
    List<Integer> empty = new ArrayList<>();
    for (int k = 0; k < redeemed.length; k++) {
      if (!fill(k)) {
        held.add(cells.labels()[k]);
      }
      if (atRisk[k] == 0) {
        empty.add(cells.labels()[k]);
      }
    }
    dispersion = pearson();
    if (!held.isEmpty()) {
      notes.add("hazards held within 0 and 1 at ages " + held);
    }
    if (!empty.isEmpty()) {
      notes.add("no cohort has anything left at ages " + empty + ": hazard 0 there");
    }
  }

  static LifeTable of(Triangle triangle, CompleteCells cells, int last) {
    return new LifeTable(triangle, cells, last);
  }

  private boolean fill(int k) {
    double out = 0;
    double left = 0;
    for (int i : used(k)) {
      atRisk[k] += atRisk(i, k);
      out += redeemed(i, k);
      left += exited(i, k);
      counts[k]++;
    }
    if (atRisk[k] > 0) {
      redeemed[k] = Math.clamp(out / atRisk[k], 0, 1);
      exited[k] = Math.clamp(left / atRisk[k], 0, 1 - redeemed[k]);
      return redeemed[k] == out / atRisk[k] && exited[k] == left / atRisk[k];
    }
    return true;
  }

  /** The newest cohorts that have an age and something at risk in it. */
  private List<Integer> used(int k) {
    List<Integer> used = new ArrayList<>();
    int taken = 0;
    for (int i = cells.cohorts() - 1; i >= 0 && (last == 0 || taken < last); i--) {
      if (cells.redeemed()[i].length > k) {
        taken++;
        if (atRisk(i, k) > 0) {
          used.add(i);
        }
      }
    }
    return used;
  }

  private double atRisk(int i, int k) {
    double issued = Exposure.required(cohorts.get(i), cell(i, k), Hazard.WORDS);
    return k == 0 ? issued : issued - cells.redeemed()[i][k - 1] - exitedTo(i, k - 1);
  }

  private double redeemed(int i, int k) {
    return cells.redeemed()[i][k] - (k == 0 ? 0 : cells.redeemed()[i][k - 1]);
  }

  private double exited(int i, int k) {
    return exitedTo(i, k) - (k == 0 ? 0 : exitedTo(i, k - 1));
  }

  private double exitedTo(int i, int k) {
    return cell(i, k).exited().doubleValue();
  }

  private Triangle.Cell cell(int i, int k) {
    return cohorts.get(i).cells().get(k);
  }

  /** What can still be redeemed of a cohort, of what was issued to it as seen at the as-of. */
  double open(int i) {
    int known = cells.redeemed()[i].length;
    double issued = Exposure.required(cohorts.get(i), cohorts.get(i).latest(), Hazard.WORDS);
    double gone = known == 0 ? 0 : cells.redeemed()[i][known - 1] + exitedTo(i, known - 1);
    return Math.max(0, issued - gone);
  }

  private double pearson() {
    double sum = 0;
    int freedom = 0;
    for (int k = 0; k < redeemed.length; k++) {
      double spread = redeemed[k] * (1 - redeemed[k]);
      if (spread > 0) {
        freedom--;
        for (int i : used(k)) {
          double off = redeemed(i, k) - redeemed[k] * atRisk(i, k);
          sum += off * off / (atRisk(i, k) * spread);
          freedom++;
        }
      }
    }
    double phi = sum / freedom;
    return freedom > 0 && Double.isFinite(phi) ? phi : Double.NaN;
  }
}
