package org.athena.model;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;
import java.util.Arrays;
import java.util.Locale;

/**
 * The regular calendars: days, ISO weeks, months, quarters and years.
 *
 * <p>The index counts periods from the one that holds 1970-01-01, which is 0.
 */
public enum Grain implements Calendar {
  DAY {
    @Override
    public long indexOf(LocalDate day) {
      return day.toEpochDay();
    }

    @Override
    public LocalDate startOf(long index) {
      return LocalDate.ofEpochDay(index);
    }
  },
  /** Weeks from Monday, as ISO 8601 has them. */
  WEEK {
    @Override
    public long indexOf(LocalDate day) {
      LocalDate monday = day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
      return ChronoUnit.WEEKS.between(FIRST_MONDAY, monday);
    }

    @Override
    public LocalDate startOf(long index) {
      return FIRST_MONDAY.plusWeeks(index);
    }
  },
  MONTH {
    @Override
    public long indexOf(LocalDate day) {
      return months(day);
    }

    @Override
    public LocalDate startOf(long index) {
      return EPOCH.plusMonths(index);
    }
  },
  QUARTER {
    @Override
    public long indexOf(LocalDate day) {
      return Math.floorDiv(months(day), 3L);
    }

    @Override
    public LocalDate startOf(long index) {
      return EPOCH.plusMonths(3 * index);
    }
  },
  YEAR {
    @Override
    public long indexOf(LocalDate day) {
      return day.getYear() - EPOCH.getYear();
    }

    @Override
    public LocalDate startOf(long index) {
      return EPOCH.plusYears(index);
    }
  };

  private static final LocalDate EPOCH = LocalDate.EPOCH;
  private static final LocalDate FIRST_MONDAY = LocalDate.of(1969, 12, 29);

  private static long months(LocalDate day) {
    return (day.getYear() - EPOCH.getYear()) * 12L + day.getMonthValue() - 1;
  }

  /**
   * The grain with a name, in any case.
   *
   * @throws IllegalArgumentException when there is none of that name; the message lists them
   */
  public static Grain of(String name) {
    return Arrays.stream(values())
        .filter(g -> g.name().equalsIgnoreCase(name.strip()))
        .findFirst()
        .orElseThrow(() ->
            new IllegalArgumentException(
                "Cannot find a grain named '%s'; there are %s."
                    .formatted(name, Arrays.toString(values()).toLowerCase(Locale.ROOT))));
  }
}
