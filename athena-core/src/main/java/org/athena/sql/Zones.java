package org.athena.sql;

import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.inline;

import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.stream.Collectors;
import org.athena.spi.ZoneOverlaps;
import org.jooq.Field;
import org.jooq.impl.SQLDataType;

/** Wall-clock times and instants, the latter held as timestamps in UTC, in DuckDB's terms. */
final class Zones {

  private Zones() {}

  /** The wall-clock time of an instant in a zone. */
  static Field<LocalDateTime> local(Field<LocalDateTime> utc, ZoneId zone) {
    if (isUtc(zone)) {
      return utc;
    }
    if (zone.getRules().isFixedOffset()) {
      return plusSeconds(utc, offset(zone));
    }
    return field(
        "timezone({0}, timezone('UTC', {1}))",
        SQLDataType.LOCALDATETIME, inline(zone.getId()), utc);
  }

  /** The instant of a wall-clock time: of two the earlier, in a gap shifted forward. */
  static Field<LocalDateTime> utc(Field<LocalDateTime> local, ZoneId zone) {
    return field(utcText("{0}", zone), SQLDataType.LOCALDATETIME, local);
  }

  /**
   * The same as text around the text of a wall-clock time.
   *
   * <p>The engine takes the later instant of an overlap, so each length that an overlap can have in
   * the zone is tried backwards.
   */
  private static String utcText(String local, ZoneId zone) {
    if (isUtc(zone)) {
      return local;
    }
    if (zone.getRules().isFixedOffset()) {
      return "(" + local + " - to_seconds(" + offset(zone) + "))";
    }
    String name = "'" + zone.getId() + "'";
    String instant = "timezone(" + name + ", " + local + ")";
    String branches =
        ZoneOverlaps.lengths(zone).stream()
            .map(length -> instant + " - to_seconds(" + length.toSeconds() + ")")
            .map(earlier ->
                " when timezone(" + name + ", " + earlier + ") = " + local + " then " + earlier)
            .collect(Collectors.joining());
    return "timezone('UTC', case" + branches + " else " + instant + " end)";
  }

  private static boolean isUtc(ZoneId zone) {
    return zone.normalized().equals(ZoneOffset.UTC);
  }

  private static int offset(ZoneId zone) {
    return zone.getRules().getOffset(java.time.Instant.EPOCH).getTotalSeconds();
  }

  private static Field<LocalDateTime> plusSeconds(Field<LocalDateTime> time, int seconds) {
    return field("({0} + to_seconds({1}))", SQLDataType.LOCALDATETIME, time, inline(seconds));
  }
}
