package org.athena.oracle;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;

/**
 * Instants in 2020 where days, weeks, months, years and offsets change.
 *
 * <p>2020 has a 29 February and an ISO week 53, and all of it can be seen from one as-of day.
 */
final class HotTimes {

  static final List<ZoneId> ZONES =
      List.of(
          ZoneId.of("UTC"),
          ZoneId.of("Europe/Berlin"),
          ZoneId.of("America/New_York"),
          ZoneId.of("Asia/Kolkata"));

  /** The gap and the overlap of New York and of Berlin. */
  static final List<Instant> OFFSET_CHANGES =
      List.of(
          Instant.parse("2020-03-08T07:00:00Z"),
          Instant.parse("2020-11-01T06:00:00Z"),
          Instant.parse("2020-03-29T01:00:00Z"),
          Instant.parse("2020-10-25T01:00:00Z"));

  /** First days of months, quarters and years, of weeks 1 and 53, and the days of the changes. */
  private static final List<LocalDate> DAYS =
      List.of(
          LocalDate.of(2019, 12, 30),
          LocalDate.of(2020, 1, 1),
          LocalDate.of(2020, 2, 29),
          LocalDate.of(2020, 3, 1),
          LocalDate.of(2020, 3, 8),
          LocalDate.of(2020, 3, 29),
          LocalDate.of(2020, 4, 1),
          LocalDate.of(2020, 7, 1),
          LocalDate.of(2020, 8, 31),
          LocalDate.of(2020, 10, 25),
          LocalDate.of(2020, 11, 1),
          LocalDate.of(2020, 12, 28),
          LocalDate.of(2021, 1, 1),
          LocalDate.of(2021, 1, 4));

  static final List<Instant> ALL = all();

  private HotTimes() {}

  private static List<Instant> all() {
    var instants = new ArrayList<>(OFFSET_CHANGES);
    for (LocalDate day : DAYS) {
      for (ZoneId zone : ZONES) {
        instants.add(day.atStartOfDay(zone).toInstant());
      }
    }
    return List.copyOf(instants);
  }
}
