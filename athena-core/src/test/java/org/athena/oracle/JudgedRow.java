package org.athena.oracle;

import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A row in scope, less columns that its log lacks, and what became of it. */
public record JudgedRow(
    LogRow row, Disposition disposition, @Nullable Reason reason, Set<Flag> flags) {

  /** Copies the flags, in their order. */
  public JudgedRow {
    var copy = EnumSet.noneOf(Flag.class);
    copy.addAll(flags);
    flags = Collections.unmodifiableSet(copy);
  }

  static JudgedRow of(LogRow row, Disposition disposition) {
    return new JudgedRow(row, disposition, null, Set.of());
  }

  static JudgedRow setAside(LogRow row, Reason reason) {
    return new JudgedRow(row, Disposition.SET_ASIDE, reason, Set.of());
  }

  JudgedRow withFlags(Set<Flag> value) {
    return new JudgedRow(row, disposition, reason, value);
  }

  /** Whether the row counts in balances, triangles, rates and daily sums. */
  public boolean counts() {
    return disposition == Disposition.USED && !flags.contains(Flag.FUTURE_DATED);
  }
}
