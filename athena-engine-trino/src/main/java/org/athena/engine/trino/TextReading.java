package org.athena.engine.trino;

import java.time.ZoneId;
import java.time.ZoneOffset;
import org.athena.model.Column;
import org.athena.model.Type;
import org.athena.spi.ZoneOverlaps;
import org.jspecify.annotations.Nullable;

/**
 * How one column is read from text: a value, and a condition under which it cannot be read, with
 * the reason.
 *
 * @param value the value in the declared type; null where it cannot be read
 * @param problem an expression that is null or the reason; null where every value can be read
 */
record TextReading(String value, @Nullable String problem) {

  private static final String WITH_OFFSET = "'^.*\\d:\\d\\d.*([Zz]|[+-]\\d\\d(:?\\d\\d)?)\\s*\\z'";

  /** Text as a column of the type takes it: a blank one is a missing value, but for text itself. */
  static String trimmed(Column<?> column, String source) {
    return column.type().kind() == Type.Kind.STRING ? source : "nullif(trim(" + source + "), '')";
  }

  /**
   * The reading of a column.
   *
   * @param column the column as declared
   * @param text the expression that has the text, {@link #trimmed}; used several times
   * @param zone the zone of stamps without an offset
   */
  static TextReading of(Column<?> column, String text, ZoneId zone) {
    return switch (column.type().kind()) {
      case STRING -> new TextReading(text, null);
      case INTEGER ->
          checked(
              column,
              text,
              "CASE WHEN regexp_like(%s, '^[+-]?\\d+\\z') THEN TRY_CAST(%s AS bigint) END"
                  .formatted(text, text));
      case DECIMAL -> decimal(column, text);
      case BOOLEAN -> checked(column, text, "TRY_CAST(" + text + " AS boolean)");
      case DATE -> checked(column, text, "TRY_CAST(" + text + " AS date)");
      case INSTANT ->
          checked(
              column,
              text,
              "CASE WHEN regexp_like(%s, %s) THEN %s ELSE %s END"
                  .formatted(
                      text, WITH_OFFSET, local(instant(text), "UTC"), utc(stamp(text), zone)));
      case LOCAL_TIMESTAMP ->
          checked(
              column,
              text,
              "CASE WHEN regexp_like(%s, %s) THEN %s ELSE %s END"
                  .formatted(text, WITH_OFFSET, local(instant(text), zone.getId()), stamp(text)));
    };
  }

  /** A value that is null where the text is not: it could not be read. */
  private static TextReading checked(Column<?> column, String text, String value) {
    return new TextReading(
        value,
        "CASE WHEN %s IS NOT NULL AND %s IS NULL THEN %s END"
            .formatted(text, value, reason(column, "is no " + column.type())));
  }

  private static String reason(Column<?> column, String what) {
    return Sql.text(column.name() + " " + what);
  }

  /** Digits beyond the column's scale may only be zeros: money is never rounded on its way in. */
  private static TextReading decimal(Column<?> column, String text) {
    Type<?> type = column.type();
    String exact =
        "'^[+-]?(\\d+(\\.\\d{0,%d}0*)?|\\.\\d{1,%d}0*)\\z'"
            .formatted(type.scale(), Math.max(1, type.scale()));
    String number = "'^[+-]?(\\d+(\\.\\d*)?|\\.\\d+)\\z'";
    String value =
        "CASE WHEN regexp_like(%s, %s) THEN TRY_CAST(%s AS decimal(%d, %d)) END"
            .formatted(text, exact, text, type.precision(), type.scale());
    String problem =
        "CASE WHEN %s IS NULL OR %s IS NOT NULL THEN NULL WHEN regexp_like(%s, %s) AND NOT regexp_like(%s, %s) THEN %s ELSE %s END"
            .formatted(
                text,
                value,
                text,
                number,
                text,
                exact,
                reason(column, "has more decimals than " + type),
                reason(column, "is no " + type));
    return new TextReading(value, problem);
  }

  /** Digits beyond microseconds are cut off; the engine would round them. */
  private static String plain(String text) {
    return "regexp_replace(replace(upper(%s), 'T', ' '), '(\\.\\d{6})\\d+', '$1')".formatted(text);
  }

  private static String stamp(String text) {
    return "TRY_CAST(" + plain(text) + " AS timestamp(6))";
  }

  private static String instant(String text) {
    return "TRY_CAST(" + plain(text) + " AS timestamp(6) with time zone)";
  }

  static String local(String instant, String zone) {
    return "CAST(at_timezone(%s, %s) AS timestamp(6))".formatted(instant, Sql.text(zone));
  }

  /** The instant of a wall-clock time; of the two of an overlap the engine has the later. */
  static String utc(String local, ZoneId zone) {
    if (zone.normalized() instanceof ZoneOffset offset) {
      return offset.getTotalSeconds() == 0
          ? local
          : "date_add('second', %d, %s)".formatted(-offset.getTotalSeconds(), local);
    }
    String name = Sql.text(zone.getId());
    String later = "with_timezone(%s, %s)".formatted(local, name);
    StringBuilder cases = new StringBuilder();
    ZoneOverlaps.lengths(zone)
        .forEach(length -> {
          String earlier = "(%s - interval '%d' second)".formatted(later, length.toSeconds());
          cases.append(
              " WHEN %s = %s THEN %s".formatted(local(earlier, zone.getId()), local, earlier));
        });
    return local(cases.isEmpty() ? later : "CASE" + cases + " ELSE " + later + " END", "UTC");
  }
}
