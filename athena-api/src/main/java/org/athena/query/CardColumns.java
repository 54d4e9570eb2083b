package org.athena.query;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.athena.breakage.CardLog;
import org.athena.breakage.Role;
import org.athena.breakage.Segment;
import org.athena.error.InvalidQuestionException;
import org.athena.model.Column;
import org.athena.model.Row;
import org.jspecify.annotations.Nullable;

/** The leading columns of outcomes about card logs: the currency, then the segment columns. */
final class CardColumns {

  static final Column<String> CURRENCY = Column.string("currency");

  private CardColumns() {}

  /** {@code currency} where the log has that role, then the segments, then the others. */
  static List<Column<?>> of(CardLog cards, List<Column<?>> by, List<Column<?>> others) {
    List<Column<?>> columns = new ArrayList<>();
    if (cards.role(Role.CURRENCY).isPresent()) {
      columns.add(CURRENCY);
    }
    columns.addAll(by);
    columns.addAll(others);
    return List.copyOf(columns);
  }

  /** Checks that segment columns exist and do not bear the name of an outcome's own column. */
  static void check(CardLog cards, List<Column<?>> by, List<Column<?>> columns) {
    by.forEach(column -> cards.require(column, "segment by"));
    Set<String> seen = new HashSet<>();
    for (Column<?> column : columns) {
      if (!seen.add(column.name())) {
        throw new InvalidQuestionException(
            "Cannot segment by column '%s': the outcome has a column of that name. Rename it in the log with select(...)."
                .formatted(column.name()));
      }
    }
  }

  static @Nullable String currency(CardLog cards, Row row) {
    return cards.role(Role.CURRENCY).isPresent() ? row.get(CURRENCY) : null;
  }

  static Segment segment(CardLog cards, List<Column<?>> by, Row row) {
    Map<String, @Nullable String> values = new LinkedHashMap<>();
    for (Column<?> column : by) {
      Object value = row.get(column);
      values.put(column.name(), value == null ? null : value.toString());
    }
    return new Segment(currency(cards, row), values);
  }
}
