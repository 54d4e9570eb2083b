package org.athena.examples.cli;

import java.io.IOException;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Values as JSON (RFC 8259): maps, lists, numbers, truth values, null, and all else as text. */
final class JsonText {

  private JsonText() {}

  static void append(Appendable out, @Nullable Object value) throws IOException {
    switch (value) {
      case null -> out.append("null");
      case Map<?, ?> map -> object(out, map);
      case List<?> list -> array(out, list);
      case BigDecimal number -> out.append(number.toPlainString());
      case Double number -> out.append(plain(number));
      case Long number -> out.append(number.toString());
      case Integer number -> out.append(number.toString());
      case Boolean truth -> out.append(truth.toString());
      default -> text(out, value.toString());
    }
  }

  /** All digits of a double, without an exponent. */
  static String plain(double number) {
    return BigDecimal.valueOf(number).toPlainString();
  }

  private static void object(Appendable out, Map<?, ?> map) throws IOException {
    String separator = "{";
    for (Map.Entry<?, ?> entry : map.entrySet()) {
      out.append(separator);
      text(out, String.valueOf(entry.getKey()));
      out.append(':');
      append(out, entry.getValue());
      separator = ",";
    }
    out.append(map.isEmpty() ? "{}" : "}");
  }

  private static void array(Appendable out, List<?> list) throws IOException {
    String separator = "[";
    for (Object element : list) {
      out.append(separator);
      append(out, element);
      separator = ",";
    }
    out.append(list.isEmpty() ? "[]" : "]");
  }

  private static void text(Appendable out, String text) throws IOException {
    out.append('"');
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      switch (c) {
        case '"' -> out.append("\\\"");
        case '\\' -> out.append("\\\\");
        case '\n' -> out.append("\\n");
        case '\r' -> out.append("\\r");
        case '\t' -> out.append("\\t");
        default -> {
          if (c < ' ' || c == 0x7f || c == 0x2028 || c == 0x2029 || lone(text, i)) {
            out.append(String.format(Locale.ROOT, "\\u%04x", (int) c));
          } else {
            out.append(c);
          }
        }
      }
    }
    out.append('"');
  }

  /** Whether half of a pair of surrogates stands alone, which UTF-8 cannot say. */
  private static boolean lone(String text, int i) {
    char c = text.charAt(i);
    if (Character.isHighSurrogate(c)) {
      return i + 1 == text.length() || !Character.isLowSurrogate(text.charAt(i + 1));
    }
    return Character.isLowSurrogate(c)
        && (i == 0 || !Character.isHighSurrogate(text.charAt(i - 1)));
  }
}
