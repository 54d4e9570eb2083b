package org.athena.breakage;

/** How value came onto a card. */
public enum ValueClass {
  /** Paid for; the only class of which breakage may become revenue. */
  PAID,
  /** Given free with a purchase or a promotion. */
  BONUS,
  /** Given for returned goods or as goodwill. */
  CREDIT,
  /** Earned in a loyalty program. */
  LOYALTY
}
