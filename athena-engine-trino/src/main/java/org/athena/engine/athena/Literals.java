package org.athena.engine.athena;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import org.athena.model.Type;

/** Values as literals of Athena's SQL, each checked to be what it claims. */
final class Literals {

  private static final DateTimeFormatter DAY =
      DateTimeFormatter.ofPattern("uuuu-MM-dd", Locale.ROOT);
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss.SSSSSS", Locale.ROOT);

  private Literals() {}

  /**
   * A value as a literal.
   *
   * @param value text, a whole or decimal number, a truth value, a day or a wall-clock time
   */
  static String of(Object value) {
    return switch (value) {
      case String text -> text(text);
      case Boolean truth -> truth.toString();
      case BigDecimal decimal -> decimal(decimal);
      case Long whole -> whole(whole);
      case Integer whole -> whole(whole.longValue());
      case LocalDate day -> "date '" + DAY.format(checked(day)) + "'";
      case LocalDateTime time -> time(time);
      default ->
          throw new IllegalArgumentException(
              "Cannot write a %s as a literal: there is none of this type. Bind text, a number, a truth value, a day or a timestamp."
                  .formatted(value.getClass().getName()));
    };
  }

  /** A text in quotes; a quote in it is doubled, and nothing else has a meaning. */
  static String text(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      boolean pair =
          Character.isHighSurrogate(c)
              && i + 1 < text.length()
              && Character.isLowSurrogate(text.charAt(i + 1));
      if (pair) {
        i++;
      } else if (Character.isSurrogate(c)) {
        throw new IllegalArgumentException(
            "Cannot write a text as a literal: at position %d is half a character. Mend the text."
                .formatted(i));
      }
    }
    return "'" + text.replace("'", "''") + "'";
  }

  /** The smallest has no literal without a type: its digits alone are out of range. */
  private static String whole(long value) {
    if (value == Long.MIN_VALUE) {
      return "bigint '" + value + "'";
    }
    return value < 0 ? "(" + value + ")" : Long.toString(value);
  }

  private static String decimal(BigDecimal value) {
    BigDecimal plain = value.scale() < 0 ? value.setScale(0) : value;
    if (Math.max(plain.precision(), plain.scale()) > Type.MAX_PRECISION) {
      throw new IllegalArgumentException(
          "Cannot write a decimal of %d digits as a literal: the engine has %d. Round it."
              .formatted(Math.max(plain.precision(), plain.scale()), Type.MAX_PRECISION));
    }
    return "decimal '" + plain.toPlainString() + "'";
  }

  private static String time(LocalDateTime time) {
    if (!time.truncatedTo(ChronoUnit.MICROS).equals(time)) {
      throw new IllegalArgumentException(
          "Cannot write a timestamp as a literal: it has nanoseconds, the engine has microseconds. Truncate it.");
    }
    checked(time.toLocalDate());
    return "timestamp '" + TIME.format(time) + "'";
  }

  private static LocalDate checked(LocalDate day) {
    if (day.getYear() < 1 || day.getYear() > 9999) {
      throw new IllegalArgumentException(
          "Cannot write a day of the year %d as a literal: years are 1 to 9999."
              .formatted(day.getYear()));
    }
    return day;
  }
}
