package org.athena.kit;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.athena.model.Column;
import org.jspecify.annotations.Nullable;

/**
 * Rows that the kit makes and an engine is to see under a name.
 *
 * @param name the name; the same name always means the same rows
 * @param columns the columns
 * @param rows a value for each column, of the column's Java type, or null
 */
public record Table(String name, List<Column<?>> columns, List<List<@Nullable Object>> rows) {

  /** Checks the width of every row; the rows are not copied, there may be many. */
  public Table {
    columns = List.copyOf(columns);
    for (List<@Nullable Object> row : rows) {
      if (row.size() != columns.size()) {
        throw new IllegalArgumentException(
            "Cannot make table %s: a row has %d values for %d columns."
                .formatted(name, row.size(), columns.size()));
      }
    }
  }

  /** A table without rows. */
  static Table of(String name, Column<?>... columns) {
    return new Table(name, List.of(columns), List.of());
  }

  /** The same with one more row; meant for few. */
  Table row(@Nullable Object... values) {
    List<List<@Nullable Object>> more = new ArrayList<>(rows);
    more.add(Arrays.asList(values));
    return new Table(name, columns, more);
  }

  /** Writes the rows as JSON lines, each value but true and false as text. */
  public void writeTo(Path file) {
    try (BufferedWriter out = Files.newBufferedWriter(file)) {
      for (List<@Nullable Object> row : rows) {
        List<String> fields = new ArrayList<>();
        for (int i = 0; i < row.size(); i++) {
          fields.add(quoted(columns.get(i).name()) + ":" + json(row.get(i)));
        }
        out.write("{" + String.join(",", fields) + "}");
        out.newLine();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String json(@Nullable Object value) {
    if (value == null || value instanceof Boolean) {
      return String.valueOf(value);
    }
    return quoted(value instanceof BigDecimal number ? number.toPlainString() : value.toString());
  }

  private static String quoted(String text) {
    StringBuilder out = new StringBuilder("\"");
    for (char c : text.toCharArray()) {
      if (c == '"' || c == '\\') {
        out.append('\\').append(c);
      } else if (c < ' ') {
        out.append("\\u%04x".formatted((int) c));
      } else {
        out.append(c);
      }
    }
    return out.append('"').toString();
  }

  @Override
  public String toString() {
    return name + " of " + rows.size() + " rows";
  }
}
