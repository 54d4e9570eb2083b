package org.athena.examples.cli;

import java.util.ArrayList;
import java.util.List;

/** A line of delimited text, read as its fields. */
final class CsvLine {

  private static final String DELIMITERS = ",;\t|";

  private CsvLine() {}

  /** Comma, semicolon, tab or bar, whichever a header line has most of. */
  static char delimiterOf(String header) {
    char delimiter = ',';
    for (char candidate : DELIMITERS.toCharArray()) {
      if (fields(header, candidate).size() > fields(header, delimiter).size()) {
        delimiter = candidate;
      }
    }
    return delimiter;
  }

  /** The fields without the spaces and quotes around them; a doubled quote stands for one. */
  static List<String> fields(String line, char delimiter) {
    List<String> fields = new ArrayList<>();
    StringBuilder field = new StringBuilder();
    boolean quoted = false;
    for (int i = 0; i < line.length(); i++) {
      char c = line.charAt(i);
      if (c == '"') {
        boolean twice = quoted && i + 1 < line.length() && line.charAt(i + 1) == '"';
        if (twice) {
          field.append(c);
          i++;
        } else {
          quoted = !quoted;
        }
      } else if (c == delimiter && !quoted) {
        fields.add(field.toString().strip());
        field.setLength(0);
      } else {
        field.append(c);
      }
    }
    fields.add(field.toString().strip());
    return fields;
  }
}
