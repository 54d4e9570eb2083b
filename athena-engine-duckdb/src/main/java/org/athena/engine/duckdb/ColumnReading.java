package org.athena.engine.duckdb;

import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Locale;
import org.athena.model.Column;
import org.athena.model.Type;
import org.athena.spi.ZoneOverlaps;
import org.jspecify.annotations.Nullable;

/**
 * How one column is read from what a file has: a value, and a condition under which it cannot be
 * read, with the reason.
 *
 * @param value the value in the declared type; null where it cannot be read
 * @param problem an expression that is null or the reason; null where every value can be read
 */
record ColumnReading(String value, @Nullable String problem) {

  private static final String WITH_OFFSET = "'.*\\d:\\d\\d.*([Zz]|[+-]\\d\\d(:?\\d\\d)?)\\s*'";

  /**
   * The reading of a column.
   *
   * @param column the column as declared
   * @param source the expression that has the value in the file's type
   * @param actual the file's type, as DuckDB writes it
   * @param zone the zone of stamps without an offset
   */
  static ColumnReading of(Column<?> column, String source, String actual, ZoneId zone) {
    String type = actual.toUpperCase(Locale.ROOT);
    return switch (column.type().kind()) {
      case STRING -> plain(type.equals("VARCHAR") ? source : as(source, "varchar"));
      case INTEGER -> integer(column, source, type);
      case DECIMAL -> decimal(column, source, type);
      case BOOLEAN -> type.equals("BOOLEAN") ? plain(source) : tried(column, source, "boolean");
      case DATE -> date(column, source, type, zone);
      case INSTANT -> instant(column, source, type, zone);
      case LOCAL_TIMESTAMP -> local(column, source, type, zone);
    };
  }

  private static ColumnReading plain(String value) {
    return new ColumnReading(value, null);
  }

  private static String as(String source, String type) {
    return "CAST(" + source + " AS " + type + ")";
  }

  /** Text without the spaces around it; blank text is a missing value. */
  private static String trimmed(String source) {
    return "nullif(trim(" + as(source, "varchar") + "), '')";
  }

  private static ColumnReading tried(Column<?> column, String source, String type) {
    String text = trimmed(source);
    return checked(column, text, "TRY_CAST(" + text + " AS " + type + ")");
  }

  /** A value that is null where the text is not: it could not be read. */
  private static ColumnReading checked(Column<?> column, String text, String value) {
    return new ColumnReading(
        value,
        "CASE WHEN %s IS NOT NULL AND %s IS NULL THEN %s END"
            .formatted(text, value, reason(column, "is no " + column.type())));
  }

  private static String reason(Column<?> column, String what) {
    return Sql.text(column.name() + " " + what);
  }

  private static boolean isWhole(String type) {
    return switch (type) {
      case "TINYINT", "SMALLINT", "INTEGER", "BIGINT", "UTINYINT", "USMALLINT", "UINTEGER" -> true;
      default -> false;
    };
  }

  private static ColumnReading integer(Column<?> column, String source, String type) {
    if (isWhole(type)) {
      return plain(as(source, "bigint"));
    }
    String text = trimmed(source);
    return checked(
        column,
        text,
        "CASE WHEN regexp_full_match(%s, '[+-]?\\d+') THEN TRY_CAST(%s AS bigint) END"
            .formatted(text, text));
  }

  private static ColumnReading decimal(Column<?> column, String source, String type) {
    Type<?> declared = column.type();
    String target = "decimal(%d, %d)".formatted(declared.precision(), declared.scale());
    int whole = declared.precision() - declared.scale();
    if (isWhole(type) && whole >= 19) {
      return plain(as(source, target));
    }
    if (type.startsWith("DECIMAL(")) {
      String[] digits = type.substring(8, type.length() - 1).split(",");
      int scale = Integer.parseInt(digits[1].strip());
      if (scale <= declared.scale() && Integer.parseInt(digits[0].strip()) - scale <= whole) {
        return plain(as(source, target));
      }
    }
    return decimalText(column, trimmed(source), target);
  }

  /** Digits beyond the column's scale may only be zeros: money is never rounded on its way in. */
  private static ColumnReading decimalText(Column<?> column, String text, String target) {
    int scale = column.type().scale();
    String exact =
        "'[+-]?(\\d+(\\.\\d{0,%d}0*)?|\\.\\d{1,%d}0*)'".formatted(scale, Math.max(1, scale));
    String number = "'[+-]?(\\d+(\\.\\d*)?|\\.\\d+)'";
    String value =
        "CASE WHEN regexp_full_match(%s, %s) THEN TRY_CAST(%s AS %s) END"
            .formatted(text, exact, text, target);
    String problem =
        "CASE WHEN %s IS NULL OR %s IS NOT NULL THEN NULL WHEN regexp_full_match(%s, %s) AND NOT regexp_full_match(%s, %s) THEN %s ELSE %s END"
            .formatted(
                text,
                value,
                text,
                number,
                text,
                exact,
                reason(column, "has more decimals than " + column.type()),
                reason(column, "is no " + column.type()));
    return new ColumnReading(value, problem);
  }

  private static ColumnReading date(Column<?> column, String source, String type, ZoneId zone) {
    if (type.equals("TIMESTAMP WITH TIME ZONE")) {
      return plain(as(atZone(source, zone), "date"));
    }
    return type.equals("DATE") || type.startsWith("TIMESTAMP")
        ? plain(as(source, "date"))
        : tried(column, source, "date");
  }

  private static ColumnReading instant(Column<?> column, String source, String type, ZoneId zone) {
    if (type.equals("TIMESTAMP WITH TIME ZONE")) {
      return plain("timezone('UTC', " + source + ")");
    }
    if (type.equals("DATE") || type.startsWith("TIMESTAMP")) {
      return plain(utc(as(source, "timestamp"), zone));
    }
    String text = trimmed(source);
    return checked(
        column,
        text,
        "CASE WHEN regexp_full_match(%s, %s) THEN timezone('UTC', TRY_CAST(%s AS timestamptz)) ELSE %s END"
            .formatted(text, WITH_OFFSET, text, utc("TRY_CAST(" + text + " AS timestamp)", zone)));
  }

  private static ColumnReading local(Column<?> column, String source, String type, ZoneId zone) {
    if (type.equals("TIMESTAMP WITH TIME ZONE")) {
      return plain(atZone(source, zone));
    }
    if (type.equals("DATE") || type.startsWith("TIMESTAMP")) {
      return plain(as(source, "timestamp"));
    }
    String text = trimmed(source);
    return checked(
        column,
        text,
        "CASE WHEN regexp_full_match(%s, %s) THEN %s ELSE TRY_CAST(%s AS timestamp) END"
            .formatted(
                text, WITH_OFFSET, atZone("TRY_CAST(" + text + " AS timestamptz)", zone), text));
  }

  private static String atZone(String instant, ZoneId zone) {
    ZoneId normal = zone.normalized();
    if (normal instanceof ZoneOffset offset) {
      return "(timezone('UTC', %s) + to_seconds(%d))".formatted(instant, offset.getTotalSeconds());
    }
    return "timezone(%s, %s)".formatted(Sql.text(zone.getId()), instant);
  }

  /** The instant of a wall-clock time; of the two of an overlap the engine has the later. */
  private static String utc(String local, ZoneId zone) {
    ZoneId normal = zone.normalized();
    if (normal instanceof ZoneOffset offset) {
      return offset.getTotalSeconds() == 0
          ? local
          : "(%s - to_seconds(%d))".formatted(local, offset.getTotalSeconds());
    }
    String name = Sql.text(zone.getId());
    String later = "timezone(%s, %s)".formatted(name, local);
    StringBuilder cases = new StringBuilder();
    ZoneOverlaps.lengths(zone)
        .forEach(length -> {
          String earlier = "%s - to_seconds(%d)".formatted(later, length.toSeconds());
          cases.append(
              " WHEN timezone(%s, %s) = %s THEN %s".formatted(name, earlier, local, earlier));
        });
    return cases.isEmpty()
        ? "timezone('UTC', " + later + ")"
        : "timezone('UTC', CASE" + cases + " ELSE " + later + " END)";
  }
}
