package org.athena.engine.athena;

import java.util.Iterator;
import org.athena.spi.SqlStatement;

/**
 * Puts literals where a statement has its placeholders: the service takes parameters in conditions
 * only.
 */
final class StatementText {

  private final String text;
  private final Iterator<SqlStatement.Bind> binds;
  private final StringBuilder out = new StringBuilder();
  private int at;

  private StatementText(SqlStatement statement) {
    this.text = statement.text();
    this.binds = statement.binds().iterator();
  }

  /** The statement's text with its values in it; one without values is sent as it stands. */
  static String of(SqlStatement statement) {
    return statement.binds().isEmpty() ? statement.text() : new StatementText(statement).rendered();
  }

  private String rendered() {
    while (at < text.length()) {
      char c = text.charAt(at);
      switch (c) {
        case '\'', '"' -> copyTo(endOfQuoted(c));
        case '-' -> copyTo(startsWith("--") ? endOf("\n") : at + 1);
        case '/' -> copyTo(startsWith("/*") ? endOf("*/") : at + 1);
        case '?' -> {
          out.append(literal());
          at++;
        }
        default -> copyTo(at + 1);
      }
    }
    if (binds.hasNext()) {
      throw mismatch("fewer");
    }
    return out.toString();
  }

  private String literal() {
    if (!binds.hasNext()) {
      throw mismatch("more");
    }
    return Literals.of(binds.next().value());
  }

  private static IllegalArgumentException mismatch(String which) {
    return new IllegalArgumentException(
        "Cannot send a statement: it has %s placeholders than values. Bind one for each ?."
            .formatted(which));
  }

  private boolean startsWith(String start) {
    return text.startsWith(start, at);
  }

  private void copyTo(int end) {
    out.append(text, at, end);
    at = end;
  }

  /** A quote that is doubled ends one part and starts the next, which comes to the same. */
  private int endOfQuoted(char quote) {
    int end = text.indexOf(quote, at + 1);
    return end < 0 ? text.length() : end + 1;
  }

  private int endOf(String mark) {
    int end = text.indexOf(mark, at + 2);
    return end < 0 ? text.length() : end + mark.length();
  }
}
