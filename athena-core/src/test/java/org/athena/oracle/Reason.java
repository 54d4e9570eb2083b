package org.athena.oracle;

/** Why a row was set aside; of several, the first in this order. */
public enum Reason {
  MISSING_CARD,
  MISSING_AMOUNT,
  MISSING_TIME,
  UNMAPPED_CODE,
  NEGATIVE_AMOUNT
}
