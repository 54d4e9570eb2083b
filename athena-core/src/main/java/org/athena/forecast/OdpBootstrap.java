package org.athena.forecast;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.athena.breakage.Draws;
import org.athena.breakage.Estimate;
import org.athena.breakage.Estimates;
import org.athena.breakage.ForecastMethod;
import org.athena.breakage.Triangle;

/**
 * The chain ladder with a distribution of the ultimate from a bootstrap of the over-dispersed
 * Poisson model: residuals are resampled, the chain ladder is fitted again, and the future is
 * scattered around it.
 *
 * <p>The ultimate is the chain ladder's own; its standard error and distribution are those of the
 * draws, whose mean is the diagnostic {@link #MEAN}. A draw depends on the seed, its number, the
 * segment, the cohorts' labels and the ages alone: the forecast is the same to the bit on any
 * number of threads. Draws are made in the common pool, or in the {@link
 * java.util.concurrent.ForkJoinPool} that calls. A tail is held as it was estimated; its increment
 * is scattered like the others.
 *
 * <p>Cells expected to redeem nothing, as after an expiry, have no residual and count neither as
 * cells nor as parameters. A draw in which an age has nothing to develop from keeps the fitted
 * factor of that age; a note counts them.
 *
 * @source England and Verrall (1999), Insurance: Mathematics and Economics 25(3), 281-293; England
 *     and Verrall (2002), British Actuarial Journal 8(3), 443-518, appendix 3; residuals are
 *     adjusted by the root of N / (N - p), and those that the fit forces to 0 are not resampled
 * @param draws how many draws
 * @param seed where the random numbers start
 * @param noise how a future redemption is scattered
 * @param tail what comes after the last age
 */
public record OdpBootstrap(int draws, long seed, ProcessNoise noise, Tail tail)
    implements ForecastMethod {

  /** The name of the diagnostic: the mean of the drawn ultimates, of a cohort or in total. */
  public static final String MEAN = "mean of draws";

  /** The name of the diagnostic: phi, the variance of an increment over its mean. */
  public static final String DISPERSION = "dispersion";

  /** Checks the number of draws. */
  public OdpBootstrap {
    if (draws < 2) {
      throw new IllegalArgumentException(
          "Cannot make a bootstrap: draws is %d, 2 is the least. Give 1000 or more."
              .formatted(draws));
    }
  }

  /** A thousand draws from seed 1, gamma noise, no tail. */
  public static OdpBootstrap standard() {
    return new OdpBootstrap(1000, 1, ProcessNoise.GAMMA, Tail.none());
  }

  /** This method with another number of draws; the earlier draws stay as they are. */
  public OdpBootstrap draws(int count) {
    return new OdpBootstrap(count, seed, noise, tail);
  }

  /** This method with another seed. */
  public OdpBootstrap seed(long other) {
    return new OdpBootstrap(draws, other, noise, tail);
  }

  /** This method with another noise. */
  public OdpBootstrap noise(ProcessNoise other) {
    return new OdpBootstrap(draws, seed, other, tail);
  }

  /** This method with a tail. */
  public OdpBootstrap tail(Tail other) {
    return new OdpBootstrap(draws, seed, noise, other);
  }

  @Override
  public String name() {
    List<String> parameters = new ArrayList<>(List.of("draws=" + draws, "seed=" + seed));
    if (noise != ProcessNoise.GAMMA) {
      parameters.add("noise=" + noise.word());
    }
    if (!tail.equals(Tail.none())) {
      parameters.add("tail=" + tail.name());
    }
    return Names.of("bootstrap", parameters);
  }

  @Override
  public Estimates estimate(Triangle triangle) {
    Projection projection =
        Projection.of(CompleteCells.of(triangle), LinkRatios.volumeWeighted(), tail);
    return drawn(triangle, projection, projection.estimates(), Integer.MAX_VALUE);
  }

  /** {@inheritDoc} A tail is redeemed as the increments of the last ages fall off. */
  @Override
  public Optional<Estimates> estimateAfter(Triangle triangle, int periods) {
    Projection projection =
        Projection.of(CompleteCells.of(triangle), LinkRatios.volumeWeighted(), tail);
    return Optional.of(drawn(triangle, projection, projection.estimatesAfter(periods), periods));
  }

  private Estimates drawn(Triangle triangle, Projection projection, Estimates plain, int periods) {
    OdpFit fit = OdpFit.of(projection.cells);
    if (Double.isNaN(fit.dispersion)) {
      String note = "no distribution: %d cells for %d parameters";
      return plain.withNotes(List.of(note.formatted(fit.cellCount, fit.parameterCount)));
    }
    boolean[] estimated = new boolean[plain.cohorts().size()];
    for (int i = 0; i < estimated.length; i++) {
      estimated[i] = plain.cohorts().get(i).estimated();
    }
    OdpSimulation simulation = new OdpSimulation(projection, fit, noise, estimated, periods);
    long key = RandomStream.key(seed, RandomStream.key(triangle.segment().toString()));
    double[][] values = simulation.run(draws, key);
    return with(plain, values).with(DISPERSION, fit.dispersion).withNotes(notes(simulation, fit));
  }

  private Estimates with(Estimates plain, double[][] values) {
    List<Estimate> cohorts = new ArrayList<>(values.length);
    double[] sums = new double[draws];
    boolean any = false;
    for (int i = 0; i < values.length; i++) {
      Estimate estimate = plain.cohorts().get(i);
      if (estimate.estimated()) {
        Draws drawn = Draws.of(values[i]);
        estimate =
            estimate
                .withStandardError(drawn.standardDeviation())
                .withPredictive(drawn)
                .with(MEAN, drawn.mean());
        for (int d = 0; d < draws; d++) {
          sums[d] += values[i][d];
        }
        any = true;
      }
      cohorts.add(estimate);
    }
    Estimates all =
        new Estimates(cohorts, null, null, plain.development(), plain.diagnostics(), plain.notes());
    Draws total = Draws.of(sums);
    return any
        ? all.withTotalStandardError(total.standardDeviation())
            .withTotalPredictive(total)
            .with(MEAN, total.mean())
        : all;
  }

  private List<String> notes(OdpSimulation simulation, OdpFit fit) {
    List<String> notes = new ArrayList<>();
    if (simulation.factorsKept() > 0) {
      String note = "%d factors in %d draws had nothing to develop from: the fitted ones stood in";
      notes.add(note.formatted(simulation.factorsKept(), draws));
    }
    if (fit.unexplained > 0) {
      String note = "%d cells redeemed where nothing was expected: they have no residual";
      notes.add(note.formatted(fit.unexplained));
    }
    return notes;
  }
}
