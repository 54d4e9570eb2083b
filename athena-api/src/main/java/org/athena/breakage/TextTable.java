package org.athena.breakage;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** A table of text for people: numbers to the right, all else to the left. */
public final class TextTable {

  private final List<List<String>> rows = new ArrayList<>();

  /** A table with the titles of its columns. */
  public TextTable(String... titles) {
    rows.add(List.of(titles));
  }

  /** Adds a row with a text for each column. */
  public void row(String... texts) {
    if (texts.length != rows.get(0).size()) {
      throw new IllegalArgumentException(
          "Cannot add a row of %d texts to a table of %d columns."
              .formatted(texts.length, rows.get(0).size()));
    }
    rows.add(List.of(texts));
  }

  /** Adds a row with a text for each column. */
  public void row(List<String> texts) {
    row(texts.toArray(String[]::new));
  }

  @Override
  public String toString() {
    int[] widths = new int[rows.get(0).size()];
    boolean[] numeric = new boolean[widths.length];
    Arrays.fill(numeric, true);
    for (int r = 0; r < rows.size(); r++) {
      for (int c = 0; c < widths.length; c++) {
        String text = rows.get(r).get(c);
        widths[c] = Math.max(widths[c], text.length());
        numeric[c] &= r == 0 || text.isEmpty() || text.matches("[-+]?[0-9.,]+ ?[%*]?");
      }
    }
    StringBuilder out = new StringBuilder();
    for (List<String> row : rows) {
      StringBuilder line = new StringBuilder();
      for (int c = 0; c < widths.length; c++) {
        String pad = " ".repeat(widths[c] - row.get(c).length());
        line.append(c == 0 ? "" : "  ").append(numeric[c] ? pad + row.get(c) : row.get(c) + pad);
      }
      out.append(line.toString().stripTrailing()).append('\n');
    }
    return out.toString();
  }
}
