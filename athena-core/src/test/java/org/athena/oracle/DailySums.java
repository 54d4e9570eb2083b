package org.athena.oracle;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Adds up the rows that count by day, kind and cohort. */
final class DailySums {

  private record Key(
      String seed,
      @Nullable String currency,
      @Nullable String program,
      LocalDate day,
      Kind kind,
      @Nullable LocalDate cohort) {}

  private DailySums() {}

  static List<DailyLine> of(List<UsedRow> rows, Map<String, CardFacts> cards) {
    Map<Key, List<UsedRow>> byKey = new HashMap<>();
    for (UsedRow used : rows) {
      var key =
          new Key(
              used.seed(),
              used.currency(),
              used.row().program(),
              used.day(),
              used.kind(),
              cards.get(used.card()).cohort());
      byKey.computeIfAbsent(key, each -> new ArrayList<>()).add(used);
    }

    var lines = new ArrayList<DailyLine>();
    byKey.forEach((key, ofKey) -> lines.add(line(key, ofKey)));
    lines.sort(DailyLine.ORDER);
    return lines;
  }

  private static DailyLine line(Key key, List<UsedRow> rows) {
    BigDecimal amount = BigDecimal.ZERO.setScale(2);
    for (UsedRow used : rows) {
      amount = amount.add(used.amount());
    }
    return new DailyLine(
        key.seed(),
        key.currency(),
        key.program(),
        key.day(),
        key.kind(),
        key.cohort(),
        rows.size(),
        amount);
  }
}
