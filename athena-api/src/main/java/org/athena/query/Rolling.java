package org.athena.query;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.athena.error.InvalidQuestionException;
import org.athena.model.Aggregate;
import org.athena.model.Column;
import org.athena.model.Measure;
import org.athena.model.Relation;
import org.athena.model.Row;
import org.jspecify.annotations.Nullable;

/**
 * Counts and sums over the past duration, for each key: at every event, or as of one instant.
 *
 * <p>A window of duration w at time t holds the events of the key in [t - w, t]: both ends are in,
 * and so is every event of the same instant. Over no event a count is 0 and a sum is null.
 *
 * @shape per event: every row of the source with the measures added; rows without an event time are
 *     left out. As of an instant: one row for each key with an event in the longest window
 * @param source the relation of events
 * @param by the key columns; may be empty
 * @param at the event time
 * @param windows the windows and what is computed over each
 * @param asOf the instant asked for; null for every event
 */
public record Rolling(
    Relation source,
    List<Column<?>> by,
    Column<Instant> at,
    List<Window> windows,
    @Nullable Instant asOf)
    implements Question<List<Row>> {

  /**
   * One window.
   *
   * @param length how far back it reaches; positive, whole microseconds
   * @param measures what is computed over it: counts and sums, each with its own condition
   */
  public record Window(Duration length, List<Measure<?>> measures) {

    /** Checks the length and the measures. */
    public Window {
      measures = List.copyOf(measures);
      if (length.isNegative() || length.isZero() || length.getNano() % 1000 != 0) {
        throw new IllegalArgumentException(
            "Cannot roll over %s: a window is a positive number of whole microseconds."
                .formatted(length));
      }
      for (Measure<?> measure : measures) {
        Aggregate.Function function = measure.aggregate().function();
        if (function != Aggregate.Function.COUNT && function != Aggregate.Function.SUM) {
          throw new InvalidQuestionException(
              "Cannot roll %s '%s': windows compute counts and sums. Use one of these."
                  .formatted(function, measure.name()));
        }
      }
    }
  }

  /** Checks every column named, and that names differ. */
  public Rolling {
    by = List.copyOf(by);
    windows = List.copyOf(windows);
    source.require(at, "roll by time over");
    by.forEach(column -> source.require(column, "roll by"));
    for (Window window : windows) {
      for (Measure<?> measure : window.measures()) {
        if (measure.aggregate().value() != null) {
          source.requireAll(measure.aggregate().value(), "roll over");
        }
        if (measure.aggregate().condition() != null) {
          source.requireAll(measure.aggregate().condition(), "roll where");
        }
      }
    }
    OutputColumns.requireDistinct("roll into", columns(source, by, windows, asOf));
  }

  /** A rolling question over events with a time; give it windows with {@link #last}. */
  public static Rolling over(Relation events, Column<Instant> at) {
    return new Rolling(events, List.of(), at, List.of(), null);
  }

  /** The same for each combination of key values. */
  public Rolling by(Column<?>... keys) {
    return new Rolling(source, List.of(keys), at, windows, asOf);
  }

  /** The same with measures over one more window. */
  public Rolling last(Duration length, Measure<?>... measures) {
    List<Window> more = new ArrayList<>(windows);
    more.add(new Window(length, List.of(measures)));
    return new Rolling(source, by, at, more, asOf);
  }

  /** The same as of one instant instead of at every event. */
  public Rolling asOf(Instant instant) {
    return new Rolling(source, by, at, windows, instant);
  }

  /** The same at every event. */
  public Rolling perEvent() {
    return new Rolling(source, by, at, windows, null);
  }

  @Override
  public String name() {
    return "rolling over " + source.name();
  }

  @Override
  public List<Column<?>> columns() {
    return columns(source, by, windows, asOf);
  }

  private static List<Column<?>> columns(
      Relation source, List<Column<?>> by, List<Window> windows, @Nullable Instant asOf) {
    List<Column<?>> columns = new ArrayList<>(asOf == null ? source.columns() : by);
    windows.forEach(window -> columns.addAll(OutputColumns.of(window.measures())));
    return List.copyOf(columns);
  }

  @Override
  public List<Row> answer(List<Row> rows) {
    return rows;
  }
}
