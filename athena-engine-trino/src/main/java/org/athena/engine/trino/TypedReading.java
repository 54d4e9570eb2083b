package org.athena.engine.trino;

import java.time.ZoneId;
import java.time.ZoneOffset;
import org.athena.model.Column;
import org.athena.model.Type;

/** How one column is read from values that have a type; what does not fit is read as text. */
final class TypedReading {

  private TypedReading() {}

  /**
   * The reading of a column.
   *
   * @param column the column as declared
   * @param source the expression that has the value in the file's type
   * @param actual the file's type
   * @param zone the zone of stamps without an offset
   */
  static TextReading of(Column<?> column, String source, ParquetType actual, ZoneId zone) {
    return switch (column.type().kind()) {
      case STRING -> string(column, source, actual, zone);
      case INTEGER -> whole(column, source, actual, zone);
      case DECIMAL -> decimal(column, source, actual, zone);
      case BOOLEAN ->
          actual.kind() == ParquetType.Kind.BOOLEAN ? plain(source) : text(column, source, zone);
      case DATE -> date(column, source, actual, zone);
      case INSTANT -> instant(column, source, actual, zone);
      case LOCAL_TIMESTAMP -> wallClock(column, source, actual, zone);
    };
  }

  private static TextReading plain(String value) {
    return new TextReading(value, null);
  }

  private static TextReading text(Column<?> column, String source, ZoneId zone) {
    String text = TextReading.trimmed(column, "CAST(" + source + " AS varchar)");
    return TextReading.of(column, text, zone);
  }

  private static TextReading string(
      Column<?> column, String source, ParquetType actual, ZoneId zone) {
    return actual.kind() == ParquetType.Kind.VARCHAR ? plain(source) : text(column, source, zone);
  }

  private static TextReading whole(
      Column<?> column, String source, ParquetType actual, ZoneId zone) {
    return switch (actual.kind()) {
      case INTEGER, BIGINT -> plain("CAST(" + source + " AS bigint)");
      case REAL, DOUBLE -> binary(column, source, "bigint", "is no integer");
      default -> text(column, source, zone);
    };
  }

  private static TextReading decimal(
      Column<?> column, String source, ParquetType actual, ZoneId zone) {
    Type<?> type = column.type();
    String target = "decimal(%d, %d)".formatted(type.precision(), type.scale());
    boolean fits =
        actual.kind() == ParquetType.Kind.DECIMAL
            && actual.scale() <= type.scale()
            && actual.precision() - actual.scale() <= type.precision() - type.scale();
    return switch (actual.kind()) {
      case DECIMAL ->
          fits ? plain("CAST(" + source + " AS " + target + ")") : text(column, source, zone);
      case REAL, DOUBLE -> binary(column, source, target, "has more decimals than " + type);
      default -> text(column, source, zone);
    };
  }

  /** A binary number is read where it is exactly what it is read as. */
  private static TextReading binary(Column<?> column, String source, String target, String unread) {
    String cast = "TRY_CAST(" + source + " AS " + target + ")";
    String exact = "CAST(" + cast + " AS double) = CAST(" + source + " AS double)";
    return new TextReading(
        "CASE WHEN " + exact + " THEN " + cast + " END",
        "CASE WHEN %s IS NOT NULL AND NOT coalesce(%s, false) THEN %s END"
            .formatted(source, exact, Sql.text(column.name() + " " + unread)));
  }

  private static TextReading date(
      Column<?> column, String source, ParquetType actual, ZoneId zone) {
    return switch (actual.kind()) {
      case DATE -> plain(source);
      case TIMESTAMP -> plain("CAST(" + source + " AS date)");
      case INSTANT -> plain("CAST(" + atZone(source, zone) + " AS date)");
      default -> text(column, source, zone);
    };
  }

  private static TextReading instant(
      Column<?> column, String source, ParquetType actual, ZoneId zone) {
    return switch (actual.kind()) {
      case INSTANT -> plain(source);
      case DATE, TIMESTAMP -> plain(TextReading.utc("CAST(" + source + " AS timestamp(6))", zone));
      default -> text(column, source, zone);
    };
  }

  private static TextReading wallClock(
      Column<?> column, String source, ParquetType actual, ZoneId zone) {
    return switch (actual.kind()) {
      case INSTANT -> plain(atZone(source, zone));
      case DATE, TIMESTAMP -> plain("CAST(" + source + " AS timestamp(6))");
      default -> text(column, source, zone);
    };
  }

  private static String atZone(String utc, ZoneId zone) {
    return zone.normalized() instanceof ZoneOffset offset
        ? "date_add('second', %d, %s)".formatted(offset.getTotalSeconds(), utc)
        : TextReading.local("with_timezone(" + utc + ", 'UTC')", zone.getId());
  }
}
