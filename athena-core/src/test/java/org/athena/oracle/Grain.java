package org.athena.oracle;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;

/** A calendar period; weeks are those of ISO 8601 and begin on Monday. */
public enum Grain {
  DAY,
  WEEK,
  MONTH,
  QUARTER,
  YEAR;

  private static final LocalDate A_MONDAY = LocalDate.of(1969, 12, 29);

  /** The first day of the period that has this day. */
  public LocalDate first(LocalDate day) {
    return switch (this) {
      case DAY -> day;
      case WEEK -> day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
      case MONTH -> day.withDayOfMonth(1);
      case QUARTER -> LocalDate.of(day.getYear(), (day.getMonthValue() - 1) / 3 * 3 + 1, 1);
      case YEAR -> LocalDate.of(day.getYear(), 1, 1);
    };
  }

  /** The number of the period that has this day; the next period has the next number. */
  public int index(LocalDate day) {
    long index =
        switch (this) {
          case DAY -> day.toEpochDay();
          case WEEK -> (first(day).toEpochDay() - A_MONDAY.toEpochDay()) / 7;
          case MONTH -> day.getYear() * 12L + day.getMonthValue() - 1;
          case QUARTER -> day.getYear() * 4L + (day.getMonthValue() - 1) / 3;
          case YEAR -> day.getYear();
        };
    return Math.toIntExact(index);
  }

  /** The last day of the period that lies so many periods after the one that has this day. */
  public LocalDate lastAfter(LocalDate day, int periods) {
    LocalDate first = first(day);
    LocalDate next =
        switch (this) {
          case DAY -> first.plusDays(periods + 1L);
          case WEEK -> first.plusWeeks(periods + 1L);
          case MONTH -> first.plusMonths(periods + 1L);
          case QUARTER -> first.plusMonths(3 * (periods + 1L));
          case YEAR -> first.plusYears(periods + 1L);
        };
    return next.minusDays(1);
  }
}
