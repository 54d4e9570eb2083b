package org.athena.sql;

import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.inline;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.athena.spi.ZoneOverlaps;
import org.jooq.Field;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;

/** Wall-clock times and instants, the latter held as timestamps in UTC, in Redshift's terms. */
final class RedshiftTimes {

  private RedshiftTimes() {}

  /** A time moved by whole days, or by seconds and what is less; never by months. */
  static Field<LocalDateTime> plus(Field<LocalDateTime> time, Duration by) {
    if (by.isZero()) {
      return time;
    }
    Duration length = by.abs();
    boolean isDays = length.equals(Duration.ofDays(length.toDays()));
    BigDecimal seconds =
        BigDecimal.valueOf(length.getSeconds())
            .add(BigDecimal.valueOf(length.getNano() / 1000, 6))
            .stripTrailingZeros();
    String interval =
        isDays
            ? "interval '" + length.toDays() + "' day"
            : "interval '" + seconds.toPlainString() + "' second";
    return field(
        "({0} " + (by.isNegative() ? "-" : "+") + " " + interval + ")",
        SQLDataType.LOCALDATETIME,
        time);
  }

  /** The wall-clock time of an instant in a zone. */
  static Field<LocalDateTime> local(Field<LocalDateTime> utc, ZoneId zone) {
    if (zone.getRules().isFixedOffset()) {
      return plus(utc, offset(zone));
    }
    return moved(utc, "UTC", zone.getId());
  }

  /**
   * The instant of a wall-clock time: of two the earlier, in a gap shifted forward.
   *
   * <p>Of an overlap the engine may take either instant, so each length that an overlap can have in
   * the zone is tried backwards.
   */
  static Field<LocalDateTime> utc(Field<LocalDateTime> local, ZoneId zone) {
    if (zone.getRules().isFixedOffset()) {
      return plus(local, offset(zone).negated());
    }
    Field<LocalDateTime> instant = moved(local, zone.getId(), "UTC");
    List<Field<?>> parts = new ArrayList<>(List.of(local, instant));
    StringBuilder cases = new StringBuilder("case");
    for (Duration length : ZoneOverlaps.lengths(zone)) {
      Field<LocalDateTime> earlier = plus(instant, length.negated());
      cases.append(" when {%d} = {0} then {%d}".formatted(parts.size(), parts.size() + 1));
      parts.add(local(earlier, zone));
      parts.add(earlier);
    }
    return parts.size() == 2
        ? instant
        : field(cases + " else {1} end", SQLDataType.LOCALDATETIME, parts.toArray(Field<?>[]::new));
  }

  private static Field<LocalDateTime> moved(Field<LocalDateTime> time, String from, String to) {
    return field(
        "({0} at time zone {1} at time zone {2})",
        SQLDataType.LOCALDATETIME, time, inline(from), inline(to));
  }

  private static Duration offset(ZoneId zone) {
    ZoneOffset offset = zone.getRules().getOffset(Instant.EPOCH);
    return Duration.ofSeconds(offset.getTotalSeconds());
  }

  /** A day as text. */
  static Field<String> text(Field<?> day) {
    return field("to_char({0}, 'YYYY-MM-DD')", SQLDataType.VARCHAR, day);
  }

  /** A time as text, without zeros at the end of its microseconds. */
  static Field<String> timeText(Field<?> time) {
    return field(
        "rtrim(rtrim(to_char({0}, {1}), '0'), '.')",
        SQLDataType.VARCHAR, time, DSL.inline("YYYY-MM-DD HH24:MI:SS.US"));
  }
}
