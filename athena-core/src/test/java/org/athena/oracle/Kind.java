package org.athena.oracle;

import java.math.BigDecimal;

/** What an event does to the three ledgers of a card, and its rank among events of one instant. */
public enum Kind {
  ACTIVATE(0, +1, 0, 0),
  RELOAD(1, +1, 0, 0),
  TRANSFER_IN(2, 0, 0, -1),
  REDEEM(3, 0, +1, 0),
  REFUND_TO_CARD(4, 0, -1, 0),
  VOID_ISSUE(5, -1, 0, 0),
  VOID_RELOAD(5, -1, 0, 0),
  REDEEM_REVERSAL(5, 0, -1, 0),
  CHARGEBACK(5, -1, 0, 0),
  TRANSFER_OUT(6, 0, 0, +1),
  CASH_OUT(6, 0, 0, +1),
  REFUND_TO_TENDER(6, 0, 0, +1),
  FEE(7, 0, 0, +1),
  EXPIRE(8, 0, 0, +1),
  REINSTATE(8, 0, 0, -1),
  ESCHEAT_REMIT(9, 0, 0, +1),
  ESCHEAT_RECLAIM(9, 0, 0, -1),
  ADJUST(10, 0, 0, -1),
  INFORM(11, 0, 0, 0);

  private final int rank;
  private final int issued;
  private final int redeemed;
  private final int exited;

  Kind(int rank, int issued, int redeemed, int exited) {
    this.rank = rank;
    this.issued = issued;
    this.redeemed = redeemed;
    this.exited = exited;
  }

  /** The place among events of the same instant, lowest first. */
  public int rank() {
    return rank;
  }

  /** Whether a negative amount has a meaning: only for an adjustment. */
  public boolean signed() {
    return this == ADJUST;
  }

  /** Whether an event of this kind takes back another one, which it should name. */
  public boolean voids() {
    return this == VOID_ISSUE || this == VOID_RELOAD || this == REDEEM_REVERSAL;
  }

  /** What an event of this amount adds to the ledgers, and to the count of redemptions. */
  public Sums effect(BigDecimal amount) {
    int redemptions = this == REDEEM ? 1 : this == REDEEM_REVERSAL ? -1 : 0;
    return new Sums(
        amount.multiply(BigDecimal.valueOf(issued)),
        amount.multiply(BigDecimal.valueOf(redeemed)),
        amount.multiply(BigDecimal.valueOf(exited)),
        0,
        redemptions);
  }
}
