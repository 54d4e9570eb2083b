package org.athena.examples;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;

/** The steps of a run and the time that each took; not for several threads. */
final class Steps {

  private final List<Step> done = new ArrayList<>();

  /**
   * A step that has ended.
   *
   * @param name what was done
   * @param millis how long it took
   */
  record Step(String name, long millis) {}

  <T> T take(String name, Supplier<T> work) {
    long start = System.nanoTime();
    T result = work.get();
    done.add(new Step(name, (System.nanoTime() - start) / 1_000_000));
    return result;
  }

  List<Step> done() {
    return List.copyOf(done);
  }

  @Override
  public String toString() {
    Grid grid = new Grid("step", "seconds");
    done.forEach(step -> grid.row(step.name(), seconds(step.millis())));
    grid.row("in all", seconds(done.stream().mapToLong(Step::millis).sum()));
    return grid.toString();
  }

  private static String seconds(long millis) {
    return String.format(Locale.ROOT, "%.2f", millis / 1000.0);
  }
}
