package org.athena.oracle;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import org.jspecify.annotations.Nullable;

/** The orders of texts and rows: by Unicode code point, with null before any text. */
final class TextOrder {

  /** Null first, then by code point, a prefix before what it begins. */
  static final Comparator<@Nullable String> TEXT =
      Comparator.nullsFirst(TextOrder::compareCodePoints);

  /** Null first, then by date. */
  static final Comparator<@Nullable LocalDate> DATE =
      Comparator.nullsFirst(Comparator.<LocalDate>naturalOrder());

  /**
   * Field by field as text: card, code, amount, currency, expiry, program, reference, counter card.
   */
  static final Comparator<LogRow> CONTENT =
      Comparator.comparing(LogRow::card, TEXT)
          .thenComparing(LogRow::code, TEXT)
          .thenComparing(row -> plain(row.amount()), TEXT)
          .thenComparing(LogRow::currency, TEXT)
          .thenComparing(row -> iso(row.expiry()), TEXT)
          .thenComparing(LogRow::program, TEXT)
          .thenComparing(LogRow::reference, TEXT)
          .thenComparing(LogRow::counterCard, TEXT);

  /** By event id, then content. */
  static final Comparator<LogRow> ID_AND_CONTENT =
      Comparator.comparing(LogRow::eventId, TEXT).thenComparing(CONTENT);

  /** By event time, event id, content: the order in which a card's first rows are chosen. */
  static final Comparator<UsedRow> FIRST =
      Comparator.comparing(UsedRow::at).thenComparing(UsedRow::row, ID_AND_CONTENT);

  /**
   * By event time, rank, event id, content: the order in which rows are applied to a card.
   *
   * <p>The last step, by recorded time, only makes equal rows of any input order come out alike.
   */
  static final Comparator<UsedRow> APPLICATION =
      Comparator.comparing(UsedRow::at)
          .thenComparingInt(used -> used.kind().rank())
          .thenComparing(UsedRow::row, ID_AND_CONTENT)
          .thenComparing(
              used -> used.row().knownAt(),
              Comparator.nullsFirst(Comparator.<Instant>naturalOrder()));

  private TextOrder() {}

  private static int compareCodePoints(String left, String right) {
    int[] lefts = left.codePoints().toArray();
    int[] rights = right.codePoints().toArray();
    for (int i = 0; i < Math.min(lefts.length, rights.length); i++) {
      if (lefts[i] != rights[i]) {
        return Integer.compare(lefts[i], rights[i]);
      }
    }
    return Integer.compare(lefts.length, rights.length);
  }

  private static @Nullable String plain(@Nullable BigDecimal amount) {
    return amount == null ? null : amount.toPlainString();
  }

  private static @Nullable String iso(@Nullable LocalDate date) {
    return date == null ? null : date.toString();
  }
}
