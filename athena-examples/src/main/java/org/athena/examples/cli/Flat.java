package org.athena.examples.cli;

import java.io.IOException;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * An answer as rows of values.
 *
 * @param title the name of the answer
 * @param names the names of the columns, which differ
 * @param rows a value for each name; read once
 */
record Flat(String title, List<String> names, Stream<List<@Nullable Object>> rows) {

  Flat {
    names = List.copyOf(names);
    Set<String> seen = new HashSet<>();
    for (String name : names) {
      if (!seen.add(name)) {
        throw Mistake.in(
            "--by", "column '%s' has the name of one of the answer's own columns.".formatted(name));
      }
    }
  }

  /** One row; values may be null. */
  static List<@Nullable Object> row(@Nullable Object... values) {
    return Arrays.asList(values);
  }

  void csv(Appendable out) throws IOException {
    CsvText.append(out, names);
    for (Iterator<List<@Nullable Object>> each = rows.iterator(); each.hasNext(); ) {
      CsvText.append(out, each.next());
    }
  }

  /** An object with the rows as an array of objects under the title. */
  void json(Appendable out) throws IOException {
    out.append("{\"").append(title).append("\":[");
    String separator = "\n";
    for (Iterator<List<@Nullable Object>> each = rows.iterator(); each.hasNext(); ) {
      out.append(separator);
      JsonText.append(out, named(each.next()));
      separator = ",\n";
    }
    out.append("\n]}\n");
  }

  private Map<String, @Nullable Object> named(List<@Nullable Object> values) {
    Map<String, @Nullable Object> named = new LinkedHashMap<>();
    for (int i = 0; i < names.size(); i++) {
      named.put(names.get(i), values.get(i));
    }
    return named;
  }
}
