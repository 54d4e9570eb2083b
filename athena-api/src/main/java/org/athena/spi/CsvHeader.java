package org.athena.spi;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * The header line of a CSV file.
 *
 * @param delimiter what parts its fields: comma, semicolon, tab or bar, whichever it has most of
 * @param names the columns, in order; a name that occurs again gets a number behind it
 */
public record CsvHeader(char delimiter, List<String> names) {

  private static final String DELIMITERS = ",;\t|";

  /** Keeps its own copy. */
  public CsvHeader {
    names = List.copyOf(names);
  }

  /** The header in the first line of a file, with or without a byte order mark. */
  public static CsvHeader of(String firstLine) {
    String line = firstLine.startsWith("\uFEFF") ? firstLine.substring(1) : firstLine;
    char delimiter = ',';
    for (char candidate : DELIMITERS.toCharArray()) {
      if (fields(line, candidate).size() > fields(line, delimiter).size()) {
        delimiter = candidate;
      }
    }
    return new CsvHeader(delimiter, distinct(fields(line, delimiter)));
  }

  private static List<String> fields(String line, char delimiter) {
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

  private static List<String> distinct(List<String> fields) {
    Set<String> seen = new HashSet<>();
    List<String> names = new ArrayList<>();
    for (String field : fields) {
      String name = field.isEmpty() ? "column" + names.size() : field;
      String numbered = name;
      for (int n = 1; !seen.add(numbered.toLowerCase(Locale.ROOT)); n++) {
        numbered = name + "_" + n;
      }
      names.add(numbered);
    }
    return names;
  }
}
