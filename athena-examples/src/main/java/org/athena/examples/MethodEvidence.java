package org.athena.examples;

import java.io.PrintStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.athena.Athena;
import org.athena.breakage.Estimate;
import org.athena.breakage.Estimates;
import org.athena.breakage.Forecast;
import org.athena.breakage.ForecastMethod;
import org.athena.breakage.Triangle;
import org.athena.examples.sample.Delays;
import org.athena.examples.sample.ProgramMix;
import org.athena.examples.sample.SampleLog;
import org.athena.examples.sample.Truth;
import org.athena.examples.sample.Written;
import org.athena.forecast.Additive;
import org.athena.forecast.Benktander;
import org.athena.forecast.CapeCod;
import org.athena.forecast.ChainLadder;
import org.athena.forecast.Curve;
import org.athena.forecast.GrowthCurve;
import org.athena.forecast.Hazard;
import org.athena.forecast.LinkRatios;
import org.athena.forecast.NaiveRate;
import org.athena.forecast.Tail;
import org.athena.model.AsOf;
import org.athena.query.TriangleQuery;

/**
 * How far each method is from the truth: writes sample logs with one seed after the other, with a
 * stable and with a drifting mix of programs, forecasts total breakage in dollars from one triangle
 * and from one per program, and prints bias and root mean squared error in percent of the true
 * breakage, and how many times smaller the error is than that of the naive rate of the cohorts of
 * 24 to 36 months put on all that was issued.
 *
 * <p>Run it by {@code java -cp athena-examples/target/classes:$(cat
 * athena-examples/target/classpath.txt) org.athena.examples.MethodEvidence RUNS CARDS DELAYS} after
 * {@code ./mvnw package}; 10 runs of 200,000 cards with lognormal delays are the default and take
 * some minutes.
 *
 * <p>One generator only: read it for the kind of error that each method makes. With lognormal
 * delays inverse-power tails and the lognormal curve are near the truth. With mixed ones, whose
 * tails are thin, exponential tails are, and the lognormal curve redeems far too much: the form of
 * the tail is to be chosen by a back-test. Where the mix drifts, one triangle for all programs
 * costs more than the choice of the method.
 */
public final class MethodEvidence {

  private static final AsOf AS_OF = AsOf.endOf("2025-12-31");
  private static final String CURRENCY = "USD";
  private static final int MONTHS_SEEN = 60;
  private static final int MONTHS_AHEAD = Truth.HORIZON_MONTHS - MONTHS_SEEN;
  private static final String ONE = "one triangle";
  private static final String EACH = "one per program";
  private static final int RUNS = 10;
  private static final long CARDS = 200_000;

  /** The base line of the last columns. */
  private static final ForecastMethod NAIVE = new YoungRate(24, 36);

  private final PrintStream out;
  private final Delays delays;
  private final Map<String, Errors> errors = new HashMap<>();

  MethodEvidence(PrintStream out, Delays delays) {
    this.out = out;
    this.delays = delays;
  }

  /**
   * Runs it.
   *
   * @param args the number of runs, the number of cards of each, and {@code mixed} or {@code
   *     lognormal} delays
   */
  public static void main(String[] args) {
    int runs = args.length > 0 ? Integer.parseInt(args[0]) : RUNS;
    long cards = args.length > 1 ? Long.parseLong(args[1]) : CARDS;
    Delays delays =
        args.length > 2 ? Delays.valueOf(args[2].toUpperCase(Locale.ROOT)) : Delays.LOGNORMAL;
    new MethodEvidence(System.out, delays).run(runs, cards);
  }

  /** The methods compared; tails reach to the age at which the generator stops. */
  static List<ForecastMethod> methods() {
    Tail power = Tail.inversePower().over(MONTHS_AHEAD);
    Tail exponential = Tail.exponential().over(MONTHS_AHEAD);
    LinkRatios newest = LinkRatios.volumeWeighted().last(12);
    GrowthCurve lognormal = GrowthCurve.lognormal().until(Truth.HORIZON_MONTHS);
    return List.of(
        NAIVE,
        NaiveRate.olderThan(12),
        NaiveRate.olderThan(24),
        NaiveRate.olderThan(36),
        ChainLadder.volumeWeighted(),
        new ChainLadder(newest, power),
        new ChainLadder(newest, exponential),
        CapeCod.plain().tail(power),
        CapeCod.plain().ratios(newest).tail(power),
        CapeCod.plain().decay(0.75).ratios(newest).tail(power),
        CapeCod.plain().tail(exponential),
        Benktander.of(0.88).tail(power),
        Additive.all().tail(power),
        Hazard.all().tail(power),
        Hazard.all().last(12).tail(power),
        Hazard.all().last(12).tail(exponential),
        lognormal,
        GrowthCurve.of(Curve.LOG_LOGISTIC).until(Truth.HORIZON_MONTHS),
        GrowthCurve.of(Curve.WEIBULL).until(Truth.HORIZON_MONTHS));
  }

  void run(int runs, long cards) {
    for (ProgramMix mix : ProgramMix.values()) {
      for (int seed = 1; seed <= runs; seed++) {
        try (ScratchFolder scratch = new ScratchFolder()) {
          measure(mix, seed, cards, scratch.path());
        }
      }
    }
    out.printf(Locale.ROOT, "Error of total breakage in percent of the true one, bias / rmse,%n");
    out.printf(
        Locale.ROOT,
        "%d runs of %,d cards over %d months, %s delays.%n",
        runs,
        cards,
        MONTHS_SEEN,
        delays.name().toLowerCase(Locale.ROOT));
    out.printf(Locale.ROOT, "The last columns: how many times smaller the rmse per program is%n");
    out.printf(Locale.ROOT, "than that of %s.%n%n", NAIVE.name());
    Grid grid = new Grid("method", "stable", "per program", "drift", "per program", "x", "x drift");
    for (ForecastMethod method : methods()) {
      List<String> row = new ArrayList<>(List.of(method.name()));
      for (ProgramMix mix : ProgramMix.values()) {
        row.add(of(method, mix, ONE).toString());
        row.add(of(method, mix, EACH).toString());
      }
      for (ProgramMix mix : ProgramMix.values()) {
        row.add(String.format(Locale.ROOT, "%.1f", timesSmaller(method, mix)));
      }
      grid.row(row);
    }
    out.print(grid);
  }

  /** How many times smaller the error per program is than that of the naive rate. */
  double timesSmaller(ForecastMethod method, ProgramMix mix) {
    return of(NAIVE, mix, EACH).rootMeanSquare() / of(method, mix, EACH).rootMeanSquare();
  }

  private void measure(ProgramMix mix, long seed, long cards, Path folder) {
    int perFile = (int) Math.clamp(cards / 4, 5_000, 250_000);
    Written log =
        SampleLog.cards(cards)
            .seed(seed)
            .clean()
            .mix(mix)
            .delays(delays)
            .cardsPerFile(perFile)
            .writeTo(folder);
    double truth = new TrueBreakage(log.truth(), CURRENCY).ofAll().doubleValue();
    try (Athena athena = Athena.open("duckdb:", folder)) {
      TriangleQuery months = TriangleQuery.of(SampleCards.LOG, AS_OF);
      List<Triangle> one = inDollars(athena.fetch(months).list());
      List<Triangle> programs = inDollars(athena.fetch(months.by(SampleCards.PROGRAM)).list());
      for (ForecastMethod method : methods()) {
        of(method, mix, ONE).add(breakage(method, one) / truth - 1);
        of(method, mix, EACH).add(breakage(method, programs) / truth - 1);
      }
    }
  }

  private Errors of(ForecastMethod method, ProgramMix mix, String triangles) {
    return errors.computeIfAbsent(method.name() + mix + triangles, key -> new Errors());
  }

  /** The breakage of all triangles: issued less ultimate; what is not estimated stays redeemed. */
  private static double breakage(ForecastMethod method, List<Triangle> triangles) {
    double sum = 0;
    for (Forecast forecast : method.forecast(triangles)) {
      Double breakage = forecast.total().breakage();
      sum += breakage == null ? 0 : breakage;
    }
    return sum;
  }

  private static List<Triangle> inDollars(List<Triangle> triangles) {
    return triangles.stream().filter(t -> CURRENCY.equals(t.segment().currency())).toList();
  }

  /** The rate of cohorts between two ages put on all that was issued: what is often done. */
  private record YoungRate(int from, int to) implements ForecastMethod {

    @Override
    public String name() {
      return "naive rate of %d to %d months".formatted(from, to);
    }

    @Override
    public Estimates estimate(Triangle triangle) {
      double redeemed = 0;
      double issued = 0;
      for (Triangle.Cohort cohort : triangle.cohorts()) {
        if (cohort.completeCells() > from && cohort.completeCells() <= to) {
          redeemed += cohort.latest().redeemed().doubleValue();
          issued += issued(cohort);
        }
      }
      double rate = issued > 0 ? redeemed / issued : 0;
      return Estimates.of(
          triangle.cohorts().stream().map(c -> Estimate.of(c.origin(), rate * issued(c))).toList());
    }

    private static double issued(Triangle.Cohort cohort) {
      return Objects.requireNonNull(cohort.latest().issued()).doubleValue();
    }
  }

  /** The errors of a method, as shares of the truth. */
  private static final class Errors {

    private final List<Double> shares = new ArrayList<>();

    void add(double share) {
      shares.add(share);
    }

    double bias() {
      return shares.stream().mapToDouble(Double::doubleValue).average().orElse(0);
    }

    double rootMeanSquare() {
      return Math.sqrt(shares.stream().mapToDouble(share -> share * share).average().orElse(0));
    }

    @Override
    public String toString() {
      return String.format(Locale.ROOT, "%+.1f / %.1f", 100 * bias(), 100 * rootMeanSquare());
    }
  }
}
