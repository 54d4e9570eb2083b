package org.athena.forecast;

import java.util.ArrayList;
import java.util.List;
import org.athena.breakage.Development;

/** Averages of one triangle's link ratios, and what Mack's errors need of them. */
final class LinkFit {

  private final CompleteCells cells;
  private final LinkRatios ratios;
  private final Excluded excluded;

  /** Which cohorts each link uses. */
  private final boolean[][] used;

  /** The average of each link; NaN where there is none. */
  final double[] factors;

  /** The sum of the weights of the ratios of each link. */
  final double[] weights;

  /** How many ratios each link has. */
  final int[] counts;

  private final List<Integer> notDropped = new ArrayList<>();

  private LinkFit(CompleteCells cells, LinkRatios ratios) {
    this.cells = cells;
    this.ratios = ratios;
    excluded = Excluded.of(cells, ratios.exclusions());
    used = new boolean[cells.links()][cells.cohorts()];
    factors = new double[cells.links()];
    weights = new double[cells.links()];
    counts = new int[cells.links()];
  }

  static LinkFit of(CompleteCells cells, LinkRatios ratios) {
    LinkFit fit = new LinkFit(cells, ratios);
    for (int k = 0; k < cells.links(); k++) {
      fit.select(k);
      fit.dropOutermost(k);
      fit.average(k);
    }
    return fit;
  }

  private void select(int k) {
    int taken = 0;
    for (int i = cells.cohorts() - 1; i >= 0; i--) {
      if (cells.hasLink(i, k) && (ratios.last() == 0 || taken < ratios.last())) {
        taken++;
        used[k][i] = !excluded.has(i, k);
      }
    }
  }

  private void dropOutermost(int k) {
    int drops = ratios.dropHighest() + ratios.dropLowest();
    if (drops == 0) {
      return;
    }
    int[] ranked = new int[cells.cohorts()];
    int n = 0;
    for (int i = 0; i < cells.cohorts(); i++) {
      if (hasRatio(i, k)) {
        int at = n++;
        for (; at > 0 && ranksBefore(i, ranked[at - 1], k); at--) {
          ranked[at] = ranked[at - 1];
        }
        ranked[at] = i;
      }
    }
    if (n <= drops) {
      if (n > 0) {
        notDropped.add(cells.labels()[k]);
      }
      return;
    }
    for (int r = 0; r < ratios.dropLowest(); r++) {
      used[k][ranked[r]] = false;
    }
    for (int r = n - ratios.dropHighest(); r < n; r++) {
      used[k][ranked[r]] = false;
    }
  }

  private boolean ranksBefore(int i, int j, int k) {
    int byRatio = Double.compare(ratio(i, k), ratio(j, k));
    return byRatio != 0 ? byRatio < 0 : cells.redeemed()[i][k] < cells.redeemed()[j][k];
  }

  private boolean hasRatio(int i, int k) {
    return used[k][i] && cells.redeemed()[i][k] > 0;
  }

  private double ratio(int i, int k) {
    return cells.redeemed()[i][k + 1] / cells.redeemed()[i][k];
  }

  private double weight(double value) {
    return switch (ratios.average()) {
      case VOLUME_WEIGHTED -> value;
      case SIMPLE -> 1;
      case REGRESSION -> value * value;
    };
  }

  private void average(int k) {
    double above = 0;
    double below = 0;
    double[][] redeemed = cells.redeemed();
    boolean[] use = used[k];
    for (int i = 0; i < redeemed.length; i++) {
      if (!use[i]) {
        continue;
      }
      double value = redeemed[i][k];
      double next = redeemed[i][k + 1];
      if (value > 0) {
        counts[k]++;
        weights[k] += weight(value);
      }
      switch (ratios.average()) {
        case VOLUME_WEIGHTED -> {
          above += next;
          below += value;
        }
        case SIMPLE -> {
          above += value > 0 ? next / value : 0;
          below += value > 0 ? 1 : 0;
        }
        case REGRESSION -> {
          above += value * next;
          below += value * value;
        }
      }
    }
    double factor = above / below;
    factors[k] = below > 0 && Double.isFinite(factor) ? factor : Double.NaN;
  }

  /**
   * The variance parameter of a link around its average; NaN with fewer than two ratios.
   *
   * @source Mack (1999), ASTIN Bulletin 29(2), 361-366, estimator of sigma squared
   */
  double variance(int k) {
    if (counts[k] < 2 || Double.isNaN(factors[k])) {
      return Double.NaN;
    }
    double sum = 0;
    double[][] redeemed = cells.redeemed();
    boolean[] use = used[k];
    for (int i = 0; i < redeemed.length; i++) {
      if (use[i] && redeemed[i][k] > 0) {
        double value = redeemed[i][k];
        double off = redeemed[i][k + 1] / value - factors[k];
        sum += weight(value) * off * off;
      }
    }
    return sum / (counts[k] - 1);
  }

  Development development() {
    List<Development.Link> links = new ArrayList<>(factors.length);
    for (int k = 0; k < factors.length; k++) {
      Double factor = Double.isNaN(factors[k]) ? null : (Double) factors[k];
      int from = cells.labels()[k];
      links.add(new Development.Link(from, cells.labels()[k + 1], factor, null, null, counts[k]));
    }
    return Development.ofLinkRatios(links);
  }

  /** Why a link has no factor. */
  String missing(int k) {
    int from = cells.labels()[k];
    int to = cells.labels()[k + 1];
    boolean any = false;
    for (boolean use : used[k]) {
      any |= use;
    }
    return any
        ? "no link ratio from age %d to %d: the cohorts used have nothing redeemed at age %d"
            .formatted(from, to, from)
        : "no link ratio from age %d to %d: no cohort is left to compute it from"
            .formatted(from, to);
  }

  List<String> notes() {
    List<String> notes = new ArrayList<>(excluded.notes());
    if (!notDropped.isEmpty()) {
      notes.add("too few ratios to drop any at ages " + notDropped + ": all are kept");
    }
    return notes;
  }
}
