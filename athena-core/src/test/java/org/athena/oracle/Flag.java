package org.athena.oracle;

/** What is remarkable about a used row; a future-dated row has no other flag. */
public enum Flag {
  FUTURE_DATED,
  REDEMPTION_BEFORE_ISSUE,
  ORPHAN,
  OVERDRAFT,
  AFTER_EXPIRY,
  VOID_WITHOUT_REFERENCE,
  RECORDED_BEFORE_EVENT,
  TRANSFER_ONTO_ACTIVATED
}
