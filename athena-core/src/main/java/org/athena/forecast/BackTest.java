package org.athena.forecast;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.athena.breakage.ForecastMethod;
import org.athena.breakage.Triangle;
import org.jspecify.annotations.Nullable;

/**
 * A test of methods on the past: at each origin, a time in the past, each method forecasts from
 * what was known then, and is compared with what came.
 *
 * <p>What is compared is what cohorts redeemed after the origin: within a number of periods, and to
 * the ultimate as it is thought of at the latest view, by the method itself or by a judge. Facts
 * that were learned late count as redeemed after the origin. A cohort is compared where its age,
 * that many periods on, is complete at the latest view. How methods are ranked says {@link
 * BackTestReport#RULE}.
 *
 * <p>A method that does not say what is redeemed within a number of periods, as {@link NaiveRate}
 * or one from outside, has its outstanding spread: by its own link ratios, else by those of the
 * chain ladder of the same triangle; it then has intervals for the ultimate alone.
 *
 * @param methods the methods, own and outside ones
 * @param periods the distances, in steps of age
 * @param judge the method whose latest ultimates all are compared with, or null for each its own
 */
public record BackTest(
    List<ForecastMethod> methods, List<Integer> periods, @Nullable ForecastMethod judge) {

  /** The distance of the ultimate. */
  public static final int ULTIMATE = Integer.MAX_VALUE;

  /**
   * What was known at a time.
   *
   * @param label the time, for people
   * @param triangles one triangle per segment as known then, of one currency
   */
  public record View(String label, List<Triangle> triangles) {

    /** Keeps its own copy of the triangles. */
    public View {
      triangles = List.copyOf(triangles);
    }
  }

  /** Keeps its own copies and checks the distances. */
  public BackTest {
    methods = List.copyOf(methods);
    periods = List.copyOf(periods);
    for (int distance : periods) {
      if (distance < 1 || distance == ULTIMATE) {
        throw new IllegalArgumentException(
            "Cannot back-test: periods is %d, 1 is the least. Give periods after an origin."
                .formatted(distance));
      }
    }
    List<String> names = methods.stream().map(ForecastMethod::name).toList();
    if (names.stream().distinct().count() < names.size()) {
      throw new IllegalArgumentException(
          "Cannot back-test: a name is there twice in %s. Give each method once.".formatted(names));
    }
  }

  /** A back-test of methods at 1, 3 and 12 periods after each origin, and at the ultimate. */
  public static BackTest of(ForecastMethod... methods) {
    return new BackTest(List.of(methods), List.of(1, 3, 12), null);
  }

  /** This back-test at other distances, in steps of age; the ultimate always comes after. */
  public BackTest periods(int... distances) {
    return new BackTest(methods, IntStream.of(distances).boxed().toList(), judge);
  }

  /** This back-test with one method's latest ultimates as the outcome for all. */
  public BackTest judgedBy(ForecastMethod method) {
    return new BackTest(methods, periods, method);
  }

  /**
   * The report over origins.
   *
   * @param origins what was known in the past, oldest first
   * @param latest what is known now
   */
  public BackTestReport over(List<View> origins, View latest) {
    return new BackTestRun(this, latest).over(origins);
  }

  /**
   * The report over origins whose triangles a function supplies, from a lake for instance.
   *
   * @param origins labels of past times, say as-ofs with a knowledge time, oldest first
   * @param latest the label of the latest view
   * @param known the triangles, one per segment, as known at a label
   */
  public <T> BackTestReport over(
      List<? extends T> origins, T latest, Function<? super T, List<Triangle>> known) {
    List<View> views = new ArrayList<>(origins.size());
    for (T origin : origins) {
      views.add(new View(String.valueOf(origin), known.apply(origin)));
    }
    return over(views, new View(String.valueOf(latest), known.apply(latest)));
  }

  /**
   * The report over origins made by dropping the latest diagonals of triangles, for logs that do
   * not say when a fact became known. Incomplete cells are dropped first.
   *
   * @param triangles one triangle per segment
   * @param origins how many origins
   * @param every the periods from an origin to the next; the newest origin is that far back
   */
  public BackTestReport rolledBack(List<Triangle> triangles, int origins, int every) {
    requirePositive("origins", origins);
    requirePositive("every", every);
    List<View> views = new ArrayList<>(origins);
    for (int n = origins; n >= 1; n--) {
      int back = n * every;
      views.add(
          new View(
              back + " periods ago",
              triangles.stream().map(triangle -> RolledBack.of(triangle, back)).toList()));
    }
    return over(views, new View("now", triangles));
  }

  /** The report on one triangle, as {@link #rolledBack(List, int, int)}. */
  public BackTestReport rolledBack(Triangle triangle, int origins, int every) {
    return rolledBack(List.of(triangle), origins, every);
  }

  private static void requirePositive(String name, int value) {
    if (value < 1) {
      throw new IllegalArgumentException(
          "Cannot roll a triangle back: %s is %d, 1 is the least.".formatted(name, value));
    }
  }
}
