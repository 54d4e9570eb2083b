package org.athena.oracle;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.athena.oracle.AuditLine.Section;
import org.jspecify.annotations.Nullable;

/** Counts the judged rows of a log; what did not occur has no line. */
final class Audit {

  private record Key(String seed, @Nullable String currency, Section section, String name) {}

  private final Map<Key, Long> rows = new HashMap<>();
  private final Map<Key, BigDecimal> amounts = new HashMap<>();

  private Audit() {}

  static List<AuditLine> of(List<JudgedRow> judged, Settings settings) {
    var audit = new Audit();
    for (JudgedRow each : judged) {
      audit.count(each, settings);
    }
    return audit.lines();
  }

  private void count(JudgedRow judged, Settings settings) {
    LogRow row = judged.row();
    add(row, Section.DISPOSITION, judged.disposition().name());
    if (judged.reason() != null) {
      add(row, Section.SET_ASIDE, judged.reason().name());
    }
    for (Flag flag : judged.flags()) {
      add(row, Section.FLAG, flag.name());
    }
    if (judged.counts()) {
      add(row, Section.KIND, UsedRow.of(row, settings).kind().name());
    }
  }

  private void add(LogRow row, Section section, String name) {
    var key = new Key(row.seed(), row.currency(), section, name);
    BigDecimal amount = row.amount() == null ? BigDecimal.ZERO : row.amount();
    rows.merge(key, 1L, Long::sum);
    amounts.merge(key, amount.setScale(2), BigDecimal::add);
  }

  private List<AuditLine> lines() {
    var lines = new ArrayList<AuditLine>();
    for (Key key : rows.keySet()) {
      lines.add(
          new AuditLine(
              key.seed(),
              key.currency(),
              key.section(),
              key.name(),
              rows.get(key),
              amounts.get(key)));
    }
    lines.sort(AuditLine.ORDER);
    return lines;
  }
}
