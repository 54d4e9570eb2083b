package org.athena.engine.athena;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.temporal.ChronoField;
import java.util.Locale;
import org.athena.error.UnexpectedShapeException;
import org.athena.model.Column;
import org.jspecify.annotations.Nullable;

/** Reads the texts in which the service gives values, each in its column's Java type. */
final class Values {

  private static final DateTimeFormatter TIME =
      new DateTimeFormatterBuilder()
          .appendPattern("uuuu-MM-dd HH:mm:ss")
          .appendFraction(ChronoField.NANO_OF_SECOND, 0, 9, true)
          .toFormatter(Locale.ROOT);

  private Values() {}

  static @Nullable Object read(@Nullable String text, Column<?> column) {
    if (text == null) {
      return null;
    }
    try {
      return switch (column.type().kind()) {
        case STRING -> text;
        case INTEGER -> Long.valueOf(text);
        case DECIMAL -> new BigDecimal(text).setScale(column.type().scale());
        case BOOLEAN -> truth(text);
        case DATE -> LocalDate.parse(text);
        case LOCAL_TIMESTAMP -> LocalDateTime.parse(text, TIME);
        case INSTANT -> LocalDateTime.parse(text, TIME).toInstant(ZoneOffset.UTC);
      };
    } catch (RuntimeException e) {
      // Its message would show the value.
      throw new UnexpectedShapeException(
          "A value of column %s is written in %d characters that are no %s."
              .formatted(column.name(), text.length(), column.type()));
    }
  }

  private static Boolean truth(String text) {
    return switch (text) {
      case "true" -> true;
      case "false" -> false;
      default -> throw new IllegalArgumentException("neither true nor false");
    };
  }
}
