package org.athena.forecast;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.athena.breakage.Estimate;
import org.athena.breakage.Estimates;
import org.athena.breakage.ForecastMethod;
import org.athena.breakage.Segment;
import org.athena.breakage.Triangle;

/** Triangles drawn from the over-dispersed Poisson model, and methods from outside. */
final class Simulated {

  private Simulated() {}

  /** Cohorts of 10,000 to 14,500 issued, of which 80 % are redeemed in the end, all ages seen. */
  static Triangle whole(long seed, int size, double dispersion) {
    RandomStream random = new RandomStream().at(RandomStream.key(seed, 99));
    List<Triangle.Cohort> cohorts = new ArrayList<>();
    for (int i = 0; i < size; i++) {
      BigDecimal issued = BigDecimal.valueOf(10_000 + 500L * (i % 10), 0);
      double redeemed = 0;
      List<Triangle.Cell> cells = new ArrayList<>();
      for (int k = 0; k < size; k++) {
        double mean = issued.doubleValue() * 0.8 * share(k, size);
        redeemed += ProcessNoise.GAMMA.draw(mean, dispersion, random);
        cells.add(Triangle.Cell.of(k, issued, BigDecimal.valueOf(Math.round(100 * redeemed), 2)));
      }
      cohorts.add(new Triangle.Cohort("c" + i, cells));
    }
    return new Triangle(new Segment("USD", Map.of("draw", "" + seed)), cohorts);
  }

  /** The same with what was seen when the last cohort had its first age. */
  static Triangle half(Triangle whole) {
    List<Triangle.Cohort> cohorts = new ArrayList<>();
    for (int i = 0; i < whole.cohorts().size(); i++) {
      Triangle.Cohort cohort = whole.cohorts().get(i);
      int seen = whole.cohorts().size() - i;
      cohorts.add(new Triangle.Cohort(cohort.origin(), cohort.cells().subList(0, seen)));
    }
    return new Triangle(whole.segment(), cohorts);
  }

  private static double share(int age, int ages) {
    double sum = 0;
    for (int k = 0; k < ages; k++) {
      sum += Math.pow(0.75, k);
    }
    return Math.pow(0.75, age) / sum;
  }

  /** A method from outside that knows its ultimates as shares of what was issued. */
  record Shares(String name, double share) implements ForecastMethod {

    @Override
    public Estimates estimate(Triangle triangle) {
      List<Estimate> estimates = new ArrayList<>();
      for (Triangle.Cohort cohort : triangle.cohorts()) {
        double issued = cohort.latest().issued().doubleValue();
        estimates.add(Estimate.of(cohort.origin(), share * issued));
      }
      return Estimates.of(estimates);
    }
  }

  /** The chain ladder with all it holds outstanding multiplied. */
  record Biased(double factor) implements ForecastMethod {

    @Override
    public String name() {
      return "biased(" + factor + ")";
    }

    @Override
    public Estimates estimate(Triangle triangle) {
      List<Estimate> estimates = new ArrayList<>();
      for (var cohort : ChainLadder.volumeWeighted().forecast(triangle).cohorts()) {
        double ultimate = cohort.latest().doubleValue() + factor * cohort.outstanding();
        estimates.add(Estimate.of(cohort.origin(), ultimate));
      }
      return Estimates.of(estimates);
    }
  }
}
