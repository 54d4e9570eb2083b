package org.athena.oracle;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Decides for each row in scope whether it is used, a duplicate, superseded or set aside. */
final class Dispositions {

  private static final Comparator<LogRow> LATEST_KNOWN =
      Comparator.comparing(LogRow::effectiveKnownAt);

  /** Of identical rows: latest known, and a recorded time rather than an assumed one. */
  private static final Comparator<LogRow> AMONG_IDENTICAL =
      LATEST_KNOWN.thenComparing(
          LogRow::knownAt, Comparator.nullsFirst(Comparator.<Instant>naturalOrder()));

  private static final Comparator<LogRow> AMONG_CONTENTS =
      LATEST_KNOWN.thenComparing(LogRow::at).thenComparing(TextOrder.CONTENT);

  private Dispositions() {}

  static List<JudgedRow> of(List<LogRow> rows, Settings settings) {
    var judged = new ArrayList<JudgedRow>();
    var byId = new LinkedHashMap<String, List<LogRow>>();
    for (LogRow raw : rows) {
      LogRow row = settings.visible(raw);
      if (!settings.known(row)) {
        continue;
      }
      Reason reason = reason(row, settings);
      if (reason != null) {
        judged.add(JudgedRow.setAside(row, reason));
      } else if (row.eventId() == null) {
        judged.add(JudgedRow.of(row, Disposition.USED));
      } else {
        byId.computeIfAbsent(row.eventId(), id -> new ArrayList<>()).add(row);
      }
    }

    for (List<LogRow> sameId : byId.values()) {
      judged.addAll(choose(sameId));
    }
    return judged;
  }

  private static @Nullable Reason reason(LogRow row, Settings settings) {
    if (row.card() == null) {
      return Reason.MISSING_CARD;
    }
    if (row.amount() == null) {
      return Reason.MISSING_AMOUNT;
    }
    if (row.at() == null) {
      return Reason.MISSING_TIME;
    }
    Kind kind = settings.kind(row.code());
    if (kind == null) {
      return Reason.UNMAPPED_CODE;
    }
    if (row.amount().signum() < 0 && !kind.signed()) {
      return Reason.NEGATIVE_AMOUNT;
    }
    return null;
  }

  private static List<JudgedRow> choose(List<LogRow> sameId) {
    Map<LogRow, List<LogRow>> byContent = new LinkedHashMap<>();
    for (LogRow row : sameId) {
      byContent.computeIfAbsent(row.withKnownAt(null), content -> new ArrayList<>()).add(row);
    }

    var judged = new ArrayList<JudgedRow>();
    var contents = new ArrayList<LogRow>();
    for (List<LogRow> identical : byContent.values()) {
      identical.sort(AMONG_IDENTICAL);
      LogRow kept = identical.removeLast();
      contents.add(kept);
      for (LogRow other : identical) {
        judged.add(JudgedRow.of(other, Disposition.DUPLICATE));
      }
    }

    contents.sort(AMONG_CONTENTS);
    judged.add(JudgedRow.of(contents.removeLast(), Disposition.USED));
    for (LogRow loser : contents) {
      judged.add(JudgedRow.of(loser, Disposition.SUPERSEDED));
    }
    return judged;
  }
}
