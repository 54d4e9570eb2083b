package org.athena.examples.cli;

import java.io.IOException;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Records as CSV (RFC 4180, lines end in a line feed): null is empty, empty text is quoted. */
final class CsvText {

  private CsvText() {}

  static void append(Appendable out, List<? extends @Nullable Object> values) throws IOException {
    String separator = "";
    for (Object value : values) {
      out.append(separator).append(field(value));
      separator = ",";
    }
    out.append('\n');
  }

  private static String field(@Nullable Object value) {
    return switch (value) {
      case null -> "";
      case BigDecimal number -> number.toPlainString();
      case Double number -> JsonText.plain(number);
      case List<?> list -> quoted(String.join(" ", list.stream().map(String::valueOf).toList()));
      default -> quoted(value.toString());
    };
  }

  private static String quoted(String text) {
    boolean bare =
        !text.isEmpty()
            && text.equals(text.strip())
            && text.chars().noneMatch(c -> c == '"' || c == ',' || c == '\n' || c == '\r');
    return bare ? text : '"' + text.replace("\"", "\"\"") + '"';
  }
}
