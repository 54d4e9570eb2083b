package org.athena.engine.duckdb;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.zip.GZIPInputStream;
import org.athena.error.BadDataException;

/**
 * The first line of a CSV file.
 *
 * @param delimiter what parts its fields: comma, semicolon, tab or bar, whichever it has most of
 * @param names the columns, in order; a name that occurs again gets a number behind it
 */
record CsvHeader(char delimiter, List<String> names) {

  private static final String DELIMITERS = ",;\t|";

  static CsvHeader of(String file) {
    String line = firstLine(file);
    if (line.isBlank()) {
      throw new BadDataException(
          "Cannot read file %s: it has no header line. CSV files start with the names of their columns."
              .formatted(file));
    }
    char delimiter = ',';
    for (char candidate : DELIMITERS.toCharArray()) {
      if (fields(line, candidate).size() > fields(line, delimiter).size()) {
        delimiter = candidate;
      }
    }
    return new CsvHeader(delimiter, distinct(fields(line, delimiter)));
  }

  private static String firstLine(String file) {
    try (InputStream raw = Files.newInputStream(Path.of(file));
        InputStream in = file.endsWith(".gz") ? new GZIPInputStream(raw) : raw;
        BufferedReader reader =
            new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
      String line = reader.readLine();
      String text = line == null ? "" : line;
      return text.startsWith("\uFEFF") ? text.substring(1) : text;
    } catch (IOException e) {
      throw new BadDataException("Cannot read file %s: %s.".formatted(file, e.getMessage()), e);
    }
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
      for (int n = 1; !seen.add(numbered.toLowerCase(java.util.Locale.ROOT)); n++) {
        numbered = name + "_" + n;
      }
      names.add(numbered);
    }
    return List.copyOf(names);
  }

  /** The table function over files of this header, with room ({@code %s}) for one more option. */
  String readCsv(String files) {
    String columns =
        names.stream()
            .map(name -> Sql.text(name) + ": 'VARCHAR'")
            .collect(Collectors.joining(", ", "{", "}"));
    return "read_csv(%s, auto_detect = false, header = true, delim = %s, quote = '\"', escape = '\"', nullstr = '', filename = true, columns = %s, "
            .formatted(files, Sql.text(String.valueOf(delimiter)), columns)
            .replace("%", "%%")
        + "%s)";
  }

  /** Each column by the expression that has its text. */
  Map<String, String> columnsAsRead() {
    Map<String, String> sources = new LinkedHashMap<>();
    names.forEach(name -> sources.put(name, Sql.name(name)));
    return sources;
  }

  /** The list of fields of a line taken for itself; null unless there are as many as names. */
  String fieldsOrNull(String line) {
    String separator = delimiter == '|' ? "\\|" : String.valueOf(delimiter);
    String field = "(\"(?:[^\"]|\"\")*\"|[^\"" + delimiter + "]*)" + separator;
    String closed = line + " || " + Sql.text(String.valueOf(delimiter));
    String fields = "regexp_extract_all(%s, %s, 1)".formatted(closed, Sql.text(field));
    return "CASE WHEN regexp_full_match(%s, %s) AND len(%s) = %d THEN %s END"
        .formatted(closed, Sql.text("(?:" + field + ")+"), fields, names.size(), fields);
  }

  /** The text of the i-th of such fields; null where it is empty. */
  static String field(String fields, int i) {
    String raw = fields + "[" + (i + 1) + "]";
    return "nullif(CASE WHEN starts_with(%1$s, '\"') THEN replace(substr(%1$s, 2, length(%1$s) - 2), '\"\"', '\"') ELSE %1$s END, '')"
        .formatted(raw);
  }
}
