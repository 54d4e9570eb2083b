package org.athena.model;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;

/**
 * A typed column of a relation; declared once as a constant and used in every question.
 *
 * @param <T> the Java type of its values
 * @param name the column's name, as the data has it
 * @param type the type of its values
 */
public record Column<T>(String name, Type<T> type) implements Expr<T>, Output<T> {

  /** Checks that there is a name. */
  public Column {
    if (name.isBlank()) {
      throw new IllegalArgumentException(
          "Cannot make a column: its name is empty. Use the name that the data has.");
    }
  }

  /** A column of text. */
  public static Column<String> string(String name) {
    return new Column<>(name, Type.STRING);
  }

  /** A column of whole numbers. */
  public static Column<Long> integer(String name) {
    return new Column<>(name, Type.INTEGER);
  }

  /** A column of exact decimals; money has the scale of its currency. */
  public static Column<BigDecimal> decimal(String name, int precision, int scale) {
    return new Column<>(name, Type.decimal(precision, scale));
  }

  /** A column of truth values. */
  public static Column<Boolean> bool(String name) {
    return new Column<>(name, Type.BOOLEAN);
  }

  /** A column of days. */
  public static Column<LocalDate> date(String name) {
    return new Column<>(name, Type.DATE);
  }

  /** A column of points in time. */
  public static Column<Instant> instant(String name) {
    return new Column<>(name, Type.INSTANT);
  }

  /** A column of wall-clock times without a zone. */
  public static Column<LocalDateTime> localTimestamp(String name) {
    return new Column<>(name, Type.LOCAL_TIMESTAMP);
  }

  @Override
  public Column<T> column() {
    return this;
  }

  /** Rising order by this column, nulls last. */
  public Order asc() {
    return new Order(this, false);
  }

  /** Falling order by this column, nulls last. */
  public Order desc() {
    return new Order(this, true);
  }

  /** The column with its type, for instance {@code amount decimal(18,2)}. */
  @Override
  public String toString() {
    return name + " " + type;
  }
}
