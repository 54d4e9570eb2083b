package org.athena.spi;

import java.util.List;

/**
 * A statement as it is sent: text with a {@code ?} for each bound value.
 *
 * @param text the SQL
 * @param binds the values, in order; none is shown by {@link #toString}
 */
public record SqlStatement(String text, List<Bind> binds) {

  /** Keeps its own copy. */
  public SqlStatement {
    binds = List.copyOf(binds);
  }

  /** A statement without bound values. */
  public static SqlStatement of(String text) {
    return new SqlStatement(text, List.of());
  }

  /**
   * A bound value: text, a number, a truth value, a {@code LocalDate} or a {@code LocalDateTime}.
   * Instants are bound as their {@code LocalDateTime} in UTC.
   *
   * @param value the value, never null: nulls are written into the text with their type
   */
  public record Bind(Object value) {
    /** Hides the value: it may be a card or a person's data. */
    @Override
    public String toString() {
      return value.getClass().getSimpleName();
    }
  }

  /** The text and how many values are bound. */
  @Override
  public String toString() {
    return binds.isEmpty() ? text : text + " -- " + binds.size() + " values bound";
  }
}
