package org.athena.examples.sample;

/**
 * A kind of dirt in the log.
 *
 * <p>All but {@link #CLOCK_SKEW} are rows <em>beside</em> the event that they were made from: who
 * rejects the broken rows, drops the orphans and keeps the last version of each event id has
 * exactly the clean log, and its money.
 */
public enum Dirt {
  /** The same event delivered again: the same id and content, recorded later. */
  DUPLICATE(1, 0.004, false),
  /** An earlier version of an event: the same id, a wrong amount; the last version holds. */
  CORRECTION(2, 0.001, false),
  /** A redemption of a card that was never issued. */
  ORPHAN_REDEMPTION(3, 0.0005, false),
  /** A row of a type that is not one of the six ({@code GOODWILL}); none unless asked for. */
  UNKNOWN_TYPE(4, 0, false),
  /** A row with an amount below zero. */
  NEGATIVE_AMOUNT(5, 0.0002, false),
  /** A row without a card. */
  MISSING_CARD(6, 0.0002, false),
  /** A row without an amount. */
  MISSING_AMOUNT(7, 0.0002, false),
  /** A row whose amount is not a number; in the text forms only. */
  UNREADABLE_AMOUNT(8, 0.0002, true),
  /** A row that happened in a thirteenth month; in the text forms only. */
  UNREADABLE_DATE(9, 0.0002, true),
  /** A line that breaks off after the time; in the text forms only. */
  TOO_FEW_FIELDS(10, 0.0001, true),
  /** A line with one field too many; in the text forms only. */
  TOO_MANY_FIELDS(11, 0.0001, true),
  /** A first redemption up to 90 seconds before the issue; the share is one of cards. */
  CLOCK_SKEW(12, 0.0005, false);

  private final int code;
  private final double usualShare;
  private final boolean textOnly;

  Dirt(int code, double usualShare, boolean textOnly) {
    this.code = code;
    this.usualShare = usualShare;
    this.textOnly = textOnly;
  }

  /**
   * The share that a log has unless told otherwise.
   *
   * @units fraction of the events, of {@link #CLOCK_SKEW} of the cards
   */
  public double usualShare() {
    return usualShare;
  }

  /** Whether this kind exists in the text forms only, since a typed file cannot hold it. */
  public boolean textOnly() {
    return textOnly;
  }

  /** The number that stands for this kind in the SQL. */
  int code() {
    return code;
  }

  static Dirt ofCode(int code) {
    for (Dirt kind : values()) {
      if (kind.code == code) {
        return kind;
      }
    }
    throw new IllegalArgumentException("No kind of dirt has the code " + code + ".");
  }
}
