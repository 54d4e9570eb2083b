package org.athena.engine.athena;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.athena.model.Column;
import org.jspecify.annotations.Nullable;

/**
 * Which partitions a table has, as a rule instead of a list: nothing is registered, and the engine
 * computes the folders. Redshift Spectrum does not know of it.
 */
public sealed interface Projection {

  /** The partition column. */
  Column<?> column();

  /**
   * Every day from one to another.
   *
   * @param column the partition column
   * @param from the first day
   * @param through the last day; null for the day of the query
   */
  record Days(Column<LocalDate> column, LocalDate from, @Nullable LocalDate through)
      implements Projection {}

  /**
   * Every whole number from one to another.
   *
   * @param column the partition column
   * @param from the first
   * @param through the last
   */
  record Whole(Column<Long> column, long from, long through) implements Projection {}

  /**
   * Some texts.
   *
   * @param column the partition column
   * @param values the texts; none has a comma
   */
  record Listed(Column<String> column, List<String> values) implements Projection {

    /** Keeps its own copy, and checks that no text has a comma: the service parts them by it. */
    public Listed {
      values = List.copyOf(values);
      values.stream()
          .filter(value -> value.contains(","))
          .findFirst()
          .ifPresent(value -> {
            throw new IllegalArgumentException(
                "Cannot list '%s' as a partition of column %s: it has a comma. Register the partitions instead."
                    .formatted(value, column.name()));
          });
    }
  }

  /** The table properties of a rule. */
  private static Map<String, String> rule(Projection projection) {
    Map<String, String> rule = new LinkedHashMap<>();
    switch (projection) {
      case Days days -> {
        rule.put("type", "date");
        rule.put("format", "yyyy-MM-dd");
        rule.put("range", days.from() + "," + (days.through() == null ? "NOW" : days.through()));
        rule.put("interval", "1");
        rule.put("interval.unit", "DAYS");
      }
      case Whole whole -> {
        rule.put("type", "integer");
        rule.put("range", whole.from() + "," + whole.through());
      }
      case Listed listed -> {
        rule.put("type", "enum");
        rule.put("values", String.join(",", listed.values()));
      }
    }
    return rule;
  }

  /** The table properties of rules; none for no rule. */
  static Map<String, String> properties(List<Projection> projections) {
    Map<String, String> properties = new LinkedHashMap<>();
    if (!projections.isEmpty()) {
      properties.put("projection.enabled", "true");
    }
    for (Projection projection : projections) {
      String start = "projection." + projection.column().name() + ".";
      rule(projection).forEach((name, value) -> properties.put(start + name, value));
    }
    return properties;
  }
}
