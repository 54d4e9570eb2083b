package org.athena.oracle;

import java.math.BigDecimal;
import java.util.Comparator;
import org.jspecify.annotations.Nullable;

/**
 * How many rows of a currency have one disposition, reason, flag or kind, and their plain amounts.
 *
 * @param name the name of the {@link Disposition}, {@link Reason}, {@link Flag} or {@link Kind}
 * @param amount the sum of the amounts as they stand in the rows, a missing one counting 0
 */
public record AuditLine(
    String seed,
    @Nullable String currency,
    Section section,
    String name,
    long rows,
    BigDecimal amount) {

  static final Comparator<AuditLine> ORDER =
      Comparator.comparing(AuditLine::seed, TextOrder.TEXT)
          .thenComparing(AuditLine::currency, TextOrder.TEXT)
          .thenComparing(AuditLine::section)
          .thenComparing(AuditLine::name, TextOrder.TEXT);

  /** What a line counts; the sections DISPOSITION and SET_ASIDE are each complete in themselves. */
  public enum Section {
    /** All rows in scope, by disposition. */
    DISPOSITION,
    /** The rows set aside, by reason. */
    SET_ASIDE,
    /** The used rows, once for each of their flags. */
    FLAG,
    /** The used rows that are not future-dated, by kind. */
    KIND
  }
}
