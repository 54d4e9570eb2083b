package org.athena.forecast;

import java.util.ArrayList;
import java.util.List;
import org.athena.breakage.Estimate;
import org.athena.breakage.Estimates;
import org.hipparchus.analysis.differentiation.DerivativeStructure;

/** Carries each cohort to the horizon of a fitted growth curve, with the errors. */
final class GrowthRun {

  private final GrowthFit fit;
  private final Maximum best;
  private final boolean held;
  private final int periods;
  private final DerivativeStructure[] theta;

  /** The share of issued value redeemed without an end in time; 1 in the LDF form. */
  private final DerivativeStructure level;

  private final double dispersion;
  private final List<String> notes = new ArrayList<>();

  private GrowthRun(GrowthFit fit, Maximum best, boolean held, int periods) {
    this.fit = fit;
    this.best = best;
    this.held = held;
    this.periods = periods;
    theta = Maximum.parameters(best.point(), 1);
    level = level(theta);
    dispersion = pearson();
  }

  static Estimates estimates(
      GrowthCurve method, CompleteCells cells, double[] issued, int periods) {
    GrowthFit fit = new GrowthFit(method, cells, issued);
    if (!fit.possible()) {
      String reason = "no growth curve: fewer than three ages have redemptions to fit it to";
      return Estimates.of(
              List.of(cells.origins()).stream().map(o -> Estimate.none(o, reason)).toList())
          .withNotes(Steps.notes(cells));
    }
    GrowthRun free = new GrowthRun(fit, fit.free(), false, periods);
    double byHorizon = free.level.getValue() * fit.byHorizon(free.theta).getValue();
    if (fit.ldf() || byHorizon <= 1) {
      return free.estimates();
    }
    GrowthRun held = new GrowthRun(fit, fit.held(), true, periods);
    held.notes.add(
        "held at all that was issued by the horizon: the free fit redeems %.4g times of it"
            .formatted(byHorizon));
    return held.estimates();
  }

  private DerivativeStructure level(DerivativeStructure[] parameters) {
    if (fit.ldf()) {
      return parameters[0].getField().getOne();
    }
    return held ? fit.byHorizon(parameters).reciprocal() : fit.emerged(parameters).reciprocal();
  }

  /** The level of a cohort: what it comes to without an end in time. */
  private DerivativeStructure level(int i) {
    int known = fit.cells.redeemed()[i].length;
    if (!fit.ldf()) {
      return level.multiply(fit.issued[i]);
    }
    double redeemed = fit.cells.redeemed()[i][known - 1];
    return fit.grown(theta, known - 1).reciprocal().multiply(redeemed);
  }

  private Estimates estimates() {
    int n = fit.cells.cohorts();
    List<Estimate> estimates = new ArrayList<>(n);
    DerivativeStructure all = theta[0].getField().getZero();
    double levelSum = 0;
    double ownSum = 0;
    for (int i = 0; i < n; i++) {
      int known = fit.cells.redeemed()[i].length;
      if (fit.ldf() && !fit.uses(i)) {
        String reason = known == 0 ? "no complete age yet" : "nothing redeemed yet";
        estimates.add(Estimate.none(fit.cells.origins()[i], reason));
        continue;
      }
      if (known == 0 && periods != Maturity.ALL) {
        estimates.add(Estimate.none(fit.cells.origins()[i], "no complete age yet"));
        continue;
      }
      DerivativeStructure toCome = coming(known - 1);
      DerivativeStructure reserve = level(i).multiply(toCome);
      all = all.add(reserve);
      double linear = held ? 0 : fit.issued[i] * toCome.getValue();
      double own = fit.ldf() ? ownVariance(i, toCome.getValue()) : 0;
      levelSum += linear;
      ownSum += own;
      estimates.add(estimate(i, reserve, own + levelVariance(linear)));
    }
    return framed(estimates, all, ownSum + levelVariance(levelSum));
  }

  /** What the curve redeems from the end of an age within the periods asked for. */
  private DerivativeStructure coming(int age) {
    DerivativeStructure all = fit.toCome(theta, age);
    return periods == Maturity.ALL ? all : all.subtract(fit.toCome(theta, age + (long) periods));
  }

  /** The variance, over the dispersion, that comes of the one share of issued value. */
  private double levelVariance(double linear) {
    return linear * linear * level.getValue() * level.getValue() / fit.total;
  }

  /** The variance, over the dispersion, that comes of a cohort's own ultimate. */
  private double ownVariance(int i, double toCome) {
    double ultimate = level(i).getValue();
    double redeemed = fit.cells.redeemed()[i][fit.cells.redeemed()[i].length - 1];
    return ultimate * toCome * ultimate * toCome / redeemed;
  }

  private Estimate estimate(int i, DerivativeStructure reserve, double levelVariance) {
    double[] row = fit.cells.redeemed()[i];
    String origin = fit.cells.origins()[i];
    double ultimate = (row.length == 0 ? 0 : row[row.length - 1]) + reserve.getValue();
    if (!Double.isFinite(ultimate)) {
      return Estimate.none(origin, "the growth curve gives no finite figure for it");
    }
    Estimate estimate = Estimate.of(origin, ultimate);
    double beyond = level(i).getValue() * fit.toCome(theta, fit.cells.ages() - 1).getValue();
    double share = ultimate == 0 ? 0 : beyond / ultimate;
    estimate = Double.isFinite(share) ? estimate.withTailShare(share) : estimate;
    double process = dispersion * Math.max(0, reserve.getValue());
    double parameter = parameterVariance(reserve, levelVariance);
    return Double.isFinite(process + parameter)
        ? estimate
            .withStandardError(Math.sqrt(process + parameter))
            .with(Mack.PROCESS_ERROR, Math.sqrt(process))
            .with(Mack.PARAMETER_ERROR, Math.sqrt(parameter))
        : estimate;
  }

  private double parameterVariance(DerivativeStructure reserve, double levelVariance) {
    double byCurve = best.variance(Maximum.gradient(reserve, theta.length)) / fit.total;
    return dispersion * Math.max(0, byCurve + levelVariance);
  }

  private Estimates framed(
      List<Estimate> estimates, DerivativeStructure reserve, double levelVariance) {
    Estimates all = Estimates.of(estimates);
    double process = dispersion * Math.max(0, reserve.getValue());
    double parameter = parameterVariance(reserve, levelVariance);
    if (Double.isFinite(process + parameter)) {
      all =
          all.withTotalStandardError(Math.sqrt(process + parameter))
              .with(Mack.PROCESS_ERROR, Math.sqrt(process))
              .with(Mack.PARAMETER_ERROR, Math.sqrt(parameter));
    } else {
      notes.add("no standard error: too few cells, or the curve is not identified by them");
    }
    double end = fit.byHorizon(theta).getValue();
    double toCome = fit.toCome(theta, fit.cells.ages() - 1).getValue() / end;
    double spread = Math.exp(best.point()[1]);
    if (!fit.ldf()) {
      all = all.with(GrowthCurve.ELR, level.getValue());
    }
    all =
        all.with(GrowthCurve.SCALE, Math.exp(best.point()[0]))
            .with(GrowthCurve.SHAPE, fit.method.curve().shape(spread))
            .with(GrowthCurve.TO_COME, toCome);
    if (Double.isFinite(dispersion)) {
      all = all.with(GrowthCurve.DISPERSION, dispersion);
    }
    return all.withNotes(notes(toCome));
  }

  private List<String> notes(double toCome) {
    if (fit.atEdge(best.point())) {
      notes.add("the curve lies at the edge of what is searched: its cells do not identify it");
    }
    if (toCome > GrowthCurve.SHORT_PERCENT / 100.0) {
      notes.add(
          "follow-up is short: by this curve %.0f %% of redemptions are still to come at the oldest age, more than %d %%; other curves may fit as well with another breakage"
              .formatted(100 * toCome, GrowthCurve.SHORT_PERCENT));
    }
    return notes;
  }

  /** Pearson's dispersion over the cells that the curve is fitted to. */
  private double pearson() {
    double sum = 0;
    for (int i = 0; i < fit.cells.cohorts(); i++) {
      double[] row = fit.cells.redeemed()[i];
      for (int k = 0; k < row.length && fit.uses(i); k++) {
        double expected = level(i).getValue() * fit.step(theta, k).getValue();
        double off = row[k] - (k == 0 ? 0 : row[k - 1]) - expected;
        sum += off * off / expected;
      }
    }
    int freedom = fit.cellCount - 2 - (fit.ldf() ? fit.cohortCount : held ? 0 : 1);
    double phi = sum / freedom;
    return freedom > 0 && Double.isFinite(phi) ? phi : Double.NaN;
  }
}
