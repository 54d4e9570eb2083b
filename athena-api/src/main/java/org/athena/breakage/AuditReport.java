package org.athena.breakage;

import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The account of every row of a card log: rows in = used + duplicate + superseded + set aside.
 *
 * @param lines the dispositions, the flags and the used rows by kind, each by currency
 */
public record AuditReport(List<Line> lines) {

  /** What a line counts. */
  public enum Section {
    /** Each row known at the as-of is in exactly one disposition. */
    DISPOSITION,
    /** A used row may carry any number of flags. */
    FLAG,
    /** Used rows not after the as-of, by kind: what balances and triangles are made from. */
    KIND
  }

  /** The dispositions. */
  public enum Disposition {
    USED,
    /** Same event id and content as another row; one is used. */
    DUPLICATE,
    /** Same event id, other content; the latest known is used. */
    SUPERSEDED,
    /** Cannot be used; the line's detail says why. */
    SET_ASIDE
  }

  /** The flags of used rows. */
  public enum Flag {
    /** The event is after the as-of: in no balance, triangle or rate yet. */
    FUTURE_DATED,
    /** A redemption before the card's first activation; counted at age 0. */
    REDEMPTION_BEFORE_ISSUE,
    /**
     * The card has no activation, nor has one that its value came from: cohort unknown, outside of
     * rates, inside totals.
     */
    ORPHAN,
    /** The event takes the card's balance below zero. */
    OVERDRAFT,
    /** A redemption after the card's expiry. */
    AFTER_EXPIRY,
    /** A void or reversal without a reference to a used event. */
    VOID_WITHOUT_REFERENCE,
    /** The lake learned the event before it happened. */
    RECORDED_BEFORE_EVENT,
    /** An activation of a card that has several, though the log was declared to have none such. */
    ACTIVATED_AGAIN,
    /**
     * Value received from a known card by a card with an activation of its own, whose cohort the
     * value takes.
     */
    TRANSFER_ONTO_ACTIVATED
  }

  /**
   * One line.
   *
   * @param segment the currency, null where unnamed or unreadable, and the segment columns' values
   * @param section what the line counts
   * @param name the disposition, flag or kind
   * @param detail the reason of rows set aside; null otherwise
   * @param rows how many rows
   * @param amount the sum of their amounts as the log has them, where readable
   * @param samples up to a few event ids, or cards where events have no id
   */
  public record Line(
      Segment segment,
      Section section,
      String name,
      @Nullable String detail,
      long rows,
      BigDecimal amount,
      List<String> samples) {
    /** Keeps its own copy. */
    public Line {
      samples = List.copyOf(samples);
    }

    /** The currency, or null where unnamed or unreadable. */
    public @Nullable String currency() {
      return segment.currency();
    }
  }

  /** Keeps its own copy. */
  public AuditReport {
    lines = List.copyOf(lines);
  }

  /** Rows known at the as-of. */
  public long rowsIn() {
    return sum(Section.DISPOSITION, null);
  }

  /** Rows of a disposition, over all currencies and reasons. */
  public long rows(Disposition disposition) {
    return sum(Section.DISPOSITION, disposition.name());
  }

  /** Rows with a flag, over all currencies. */
  public long rows(Flag flag) {
    return sum(Section.FLAG, flag.name());
  }

  private long sum(Section section, @Nullable String name) {
    return lines.stream()
        .filter(line -> line.section() == section)
        .filter(line -> name == null || Objects.equals(line.name(), name))
        .mapToLong(Line::rows)
        .sum();
  }

  /** The lines as a table for people. */
  @Override
  public String toString() {
    TextTable table = new TextTable("", "", "segment", "rows", "amount", "samples");
    for (Line line : lines) {
      table.row(
          line.section().name().toLowerCase(java.util.Locale.ROOT),
          line.name() + (line.detail() == null ? "" : ": " + line.detail()),
          line.segment().equals(Segment.ALL) ? "" : line.segment().toString(),
          String.valueOf(line.rows()),
          line.amount().toPlainString(),
          String.join(" ", line.samples()));
    }
    return table.toString();
  }
}
