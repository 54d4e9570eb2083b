package org.athena.breakage;

/** What holds an estimate of the ultimate redemption in the frame of a forecast. */
public enum Bound {

  /** A cohort never redeems more than was issued to it, or than it has redeemed already. */
  ISSUED,

  /** Nothing from above: the method's figure stands. */
  NONE
}
