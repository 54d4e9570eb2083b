package org.athena.model;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * A fiscal calendar given as a table: contiguous half-open periods, for instance 4-4-5 weeks.
 *
 * <p>A day outside of the table is an error, never a guess.
 *
 * @param name the calendar's name, for messages
 * @param boundaries the first day of each period, rising, then the first day after the last
 */
public record PeriodTable(String name, List<LocalDate> boundaries) implements Calendar {

  /** Checks that there is a period and that the boundaries rise. */
  public PeriodTable {
    boundaries = List.copyOf(boundaries);
    if (boundaries.size() < 2) {
      throw new IllegalArgumentException(
          "Cannot make calendar %s: it has %d boundaries. Give the first day of each period and the first day after the last."
              .formatted(name, boundaries.size()));
    }
    for (int i = 1; i < boundaries.size(); i++) {
      if (!boundaries.get(i).isAfter(boundaries.get(i - 1))) {
        throw new IllegalArgumentException(
            "Cannot make calendar %s: boundary %s does not come after %s. Boundaries rise."
                .formatted(name, boundaries.get(i), boundaries.get(i - 1)));
      }
    }
  }

  /**
   * A 4-4-5 calendar: each quarter has periods of 4, 4 and 5 weeks.
   *
   * @param name the calendar's name
   * @param firstDay the first day of the first fiscal year
   * @param weeksOfYears the number of weeks of each year, 52 or 53; the 53rd week goes to the last
   *     period of its year
   */
  public static PeriodTable weeks445(String name, LocalDate firstDay, List<Integer> weeksOfYears) {
    List<LocalDate> boundaries = new ArrayList<>(List.of(firstDay));
    LocalDate start = firstDay;
    for (int weeks : weeksOfYears) {
      if (weeks != 52 && weeks != 53) {
        throw new IllegalArgumentException(
            "Cannot make calendar %s: a year has %d weeks. A 4-4-5 year has 52 or 53."
                .formatted(name, weeks));
      }
      for (int period = 0; period < 12; period++) {
        int length = period % 3 == 2 ? 5 : 4;
        start = start.plusWeeks(period == 11 ? length + weeks - 52 : length);
        boundaries.add(start);
      }
    }
    return new PeriodTable(name, boundaries);
  }

  /** The first day of the table. */
  public LocalDate first() {
    return boundaries.get(0);
  }

  /** The first day after the table. */
  public LocalDate end() {
    return boundaries.get(boundaries.size() - 1);
  }

  @Override
  public long indexOf(LocalDate day) {
    if (day.isBefore(first()) || !day.isBefore(end())) {
      throw new IllegalArgumentException(
          "Cannot place %s in calendar %s: it runs from %s until %s. Give it more periods."
              .formatted(day, name, first(), end()));
    }
    int found = Collections.binarySearch(boundaries, day);
    return found >= 0 ? found : -found - 2;
  }

  @Override
  public LocalDate startOf(long index) {
    if (index < 0 || index >= boundaries.size()) {
      throw new IllegalArgumentException(
          "Cannot find period %d of calendar %s: it has periods 0 to %d."
              .formatted(index, name, boundaries.size() - 2));
    }
    return boundaries.get((int) index);
  }

  /** The calendar's name. */
  @Override
  public String toString() {
    return name;
  }
}
