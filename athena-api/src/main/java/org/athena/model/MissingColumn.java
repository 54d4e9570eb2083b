package org.athena.model;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The message about a column that a relation does not have. */
final class MissingColumn {

  private MissingColumn() {}

  static String message(Relation relation, Column<?> wanted, String purpose) {
    Optional<Column<?>> same = relation.find(wanted.name());
    if (same.isPresent()) {
      return "Cannot %s column %s as %s: in %s it is %s. Declare it with that type."
          .formatted(
              purpose, wanted.name(), wanted.type(), relation.name(), same.orElseThrow().type());
    }
    List<String> names = relation.columns().stream().map(Column::name).toList();
    return "Cannot %s column '%s': it is not in %s, which has %s.%s"
        .formatted(
            purpose,
            wanted.name(),
            relation.name(),
            names,
            nearest(wanted.name(), names)
                .map(n -> " Did you mean '" + n + "'?")
                .orElse(" Check the spelling or add it to the data set."));
  }

  /** The name that differs by the fewest letters, if it is near enough to be a slip. */
  private static Optional<String> nearest(String wanted, List<String> names) {
    return names.stream()
        .min(Comparator.comparingInt(n -> distance(wanted, n)))
        .filter(n -> distance(wanted, n) <= Math.max(2, wanted.length() / 3));
  }

  /** The Levenshtein distance, letter case aside. */
  private static int distance(String one, String two) {
    String a = one.toLowerCase(Locale.ROOT);
    String b = two.toLowerCase(Locale.ROOT);
    int[] row = new int[b.length() + 1];
    for (int j = 0; j <= b.length(); j++) {
      row[j] = j;
    }
    for (int i = 1; i <= a.length(); i++) {
      int diagonal = row[0];
      row[0] = i;
      for (int j = 1; j <= b.length(); j++) {
        int substituted = diagonal + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
        diagonal = row[j];
        row[j] = Math.min(substituted, Math.min(row[j], row[j - 1]) + 1);
      }
    }
    return row[b.length()];
  }
}
