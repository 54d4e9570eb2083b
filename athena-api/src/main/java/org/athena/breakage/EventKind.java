package org.athena.breakage;

/**
 * What an event does to a card and to the measures of breakage.
 *
 * <p>An event of amount a changes the issued value by {@code issued() * a}, the redeemed value by
 * {@code redeemed() * a} and the value that left otherwise by {@code exited() * a}; the card's
 * balance is issued less redeemed less exited.
 */
public enum EventKind {
  /** First load; sets the card's cohort. */
  ACTIVATE(1, 0, 0, 0),
  /** Further load; counts in the card's cohort at its own age. */
  RELOAD(1, 0, 0, 1),
  /**
   * Value received from another card, by transfer, merger or replacement. Its cohort, age and
   * segments come with it to a card without an activation of its own where the log names the other
   * card, see {@link CardLog#counterCard}; where it does not, such a card's cohort is unknown. A
   * source with one row for both cards is a union of its two legs. Where value shall start anew on
   * the receiving card, map its leg to {@link #ACTIVATE}.
   */
  TRANSFER_IN(0, 0, -1, 2),
  /** Payment with the card. */
  REDEEM(0, 1, 0, 3),
  /** Goods returned, value back to the card. */
  REFUND_TO_CARD(0, -1, 0, 4),
  /** A load taken back. */
  VOID_ISSUE(-1, 0, 0, 5),
  /** A reload taken back. */
  VOID_RELOAD(-1, 0, 0, 5),
  /** A redemption taken back. */
  REDEEM_REVERSAL(0, -1, 0, 5),
  /** A load that the payer's bank took back. */
  CHARGEBACK(-1, 0, 0, 5),
  /**
   * Value given to another card: an exit, not a redemption, which the receiving card's {@link
   * #TRANSFER_IN} takes back in the same cohort where the cohort travels with the value.
   */
  TRANSFER_OUT(0, 0, 1, 6),
  /** Balance paid out in cash. */
  CASH_OUT(0, 0, 1, 6),
  /** Balance paid back to the means of payment. */
  REFUND_TO_TENDER(0, 0, 1, 6),
  /** Dormancy or service fee. */
  FEE(0, 0, 1, 7),
  /** Legal expiry. */
  EXPIRE(0, 0, 1, 8),
  /** An expiry undone. */
  REINSTATE(0, 0, -1, 8),
  /** Remitted to the state as unclaimed property. */
  ESCHEAT_REMIT(0, 0, 1, 9),
  /** Claimed back from the state. */
  ESCHEAT_RECLAIM(0, 0, -1, 9),
  /** A correction of the balance by a signed amount; the one kind with a sign of its own. */
  ADJUST(0, 0, -1, 10),
  /** No effect on value: balance inquiries, holds, notes. */
  INFORM(0, 0, 0, 11);

  private final int issued;
  private final int redeemed;
  private final int exited;
  private final int rank;

  EventKind(int issued, int redeemed, int exited, int rank) {
    this.issued = issued;
    this.redeemed = redeemed;
    this.exited = exited;
    this.rank = rank;
  }

  /** The effect on issued value: -1, 0 or 1. */
  public int issued() {
    return issued;
  }

  /** The effect on redeemed value: -1, 0 or 1. */
  public int redeemed() {
    return redeemed;
  }

  /** The effect on value that left the card otherwise: -1, 0 or 1. */
  public int exited() {
    return exited;
  }

  /** The effect on the card's balance: -1, 0 or 1. */
  public int balance() {
    return issued - redeemed - exited;
  }

  /** The place in the order of application among events of one instant. */
  public int rank() {
    return rank;
  }

  /** Whether amounts of this kind have a sign. */
  public boolean signed() {
    return this == ADJUST;
  }
}
