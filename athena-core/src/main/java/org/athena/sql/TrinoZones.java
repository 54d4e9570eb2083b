package org.athena.sql;

import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.inline;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.stream.Collectors;
import org.athena.spi.ZoneOverlaps;
import org.jooq.DataType;
import org.jooq.Field;
import org.jooq.impl.SQLDataType;

/** Wall-clock times and instants, the latter held as timestamps in UTC, in Trino's terms. */
final class TrinoZones {

  private static final DataType<LocalDateTime> MICROS = SQLDataType.LOCALDATETIME(6);

  private TrinoZones() {}

  /** The wall-clock time of an instant in a zone. */
  static Field<LocalDateTime> local(Field<LocalDateTime> utc, ZoneId zone) {
    if (isUtc(zone)) {
      return utc;
    }
    return zone.getRules().isFixedOffset()
        ? plusSeconds(utc, offset(zone))
        : field(localText("with_timezone({0}, 'UTC')", zone), MICROS, utc);
  }

  /** The instant of a wall-clock time: of two the earlier, in a gap shifted forward. */
  static Field<LocalDateTime> utc(Field<LocalDateTime> local, ZoneId zone) {
    if (isUtc(zone)) {
      return local;
    }
    return zone.getRules().isFixedOffset()
        ? plusSeconds(local, -offset(zone))
        : field(utcText("cast({0} as timestamp(6))", zone), MICROS, local);
  }

  private static String localText(String instant, ZoneId zone) {
    return "cast(at_timezone(" + instant + ", '" + zone.getId() + "') as timestamp(6))";
  }

  /**
   * The engine takes the later instant of an overlap, so each length that an overlap can have in
   * the zone is tried backwards.
   */
  private static String utcText(String local, ZoneId zone) {
    String instant = "with_timezone(" + local + ", '" + zone.getId() + "')";
    String branches =
        ZoneOverlaps.lengths(zone).stream()
            .map(length -> "(" + instant + " - interval '" + length.toSeconds() + "' second)")
            .map(
                earlier -> " when " + localText(earlier, zone) + " = " + local + " then " + earlier)
            .collect(Collectors.joining());
    String found = branches.isEmpty() ? instant : "case" + branches + " else " + instant + " end";
    return "cast(at_timezone(" + found + ", 'UTC') as timestamp(6))";
  }

  private static boolean isUtc(ZoneId zone) {
    return zone.normalized().equals(ZoneOffset.UTC);
  }

  private static int offset(ZoneId zone) {
    return zone.getRules().getOffset(Instant.EPOCH).getTotalSeconds();
  }

  private static Field<LocalDateTime> plusSeconds(Field<LocalDateTime> time, int seconds) {
    return field("date_add('second', {0}, {1})", MICROS, inline(seconds), time);
  }
}
