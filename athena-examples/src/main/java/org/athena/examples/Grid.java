package org.athena.examples;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** A table for people: the first column to the left, all others to the right. */
final class Grid {

  private static final String GAP = "  ";

  private final List<List<String>> rows = new ArrayList<>();

  Grid(String... titles) {
    rows.add(List.of(titles));
  }

  Grid(List<String> titles) {
    rows.add(List.copyOf(titles));
  }

  void row(String... texts) {
    row(List.of(texts));
  }

  /** Adds a row; columns that it lacks at its end stay empty. */
  void row(List<String> texts) {
    rows.add(List.copyOf(texts));
  }

  static String money(BigDecimal amount) {
    return String.format(Locale.ROOT, "%,.2f", amount);
  }

  static String money(double amount) {
    return String.format(Locale.ROOT, "%,.2f", amount);
  }

  static String whole(BigDecimal amount) {
    return String.format(Locale.ROOT, "%,.0f", amount);
  }

  static String whole(double amount) {
    return String.format(Locale.ROOT, "%,.0f", amount);
  }

  static String count(long number) {
    return String.format(Locale.ROOT, "%,d", number);
  }

  static String percent(double share) {
    return String.format(Locale.ROOT, "%.1f", 100 * share);
  }

  @Override
  public String toString() {
    int[] widths = new int[rows.get(0).size()];
    for (List<String> row : rows) {
      for (int c = 0; c < row.size(); c++) {
        widths[c] = Math.max(widths[c], row.get(c).length());
      }
    }
    StringBuilder text = new StringBuilder();
    for (List<String> row : rows) {
      StringBuilder line = new StringBuilder();
      for (int c = 0; c < row.size(); c++) {
        String pad = " ".repeat(widths[c] - row.get(c).length());
        line.append(GAP).append(c == 0 ? row.get(c) + pad : pad + row.get(c));
      }
      text.append(line.toString().stripTrailing()).append('\n');
    }
    return text.toString();
  }
}
