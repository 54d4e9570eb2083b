package org.athena.examples.sample;

import java.math.BigDecimal;

/**
 * What became of the value of some cards, in one currency.
 *
 * @param loadedCents issues and reloads
 * @param voidedCents issues taken back
 * @param redeemedCents redemptions, refunded ones included
 * @param refundedCents redemptions paid back to the card
 * @param expiredCents value that expired
 * @units minor units
 */
public record Outcome(
    long loadedCents, long voidedCents, long redeemedCents, long refundedCents, long expiredCents) {

  static final Outcome NOTHING = new Outcome(0, 0, 0, 0, 0);

  /** The value put on the cards, less what was voided. */
  public BigDecimal issued() {
    return money(issuedCents());
  }

  /** The value spent, less what was refunded. */
  public BigDecimal redeemed() {
    return money(redeemedCents - refundedCents);
  }

  /** The value that expired. */
  public BigDecimal expired() {
    return money(expiredCents);
  }

  /** The value left on the cards: issued less redeemed and expired. */
  public BigDecimal outstanding() {
    return money(breakageCents() - expiredCents);
  }

  /** The value that is issued and not redeemed, expired or not; in the end that is the breakage. */
  public BigDecimal breakage() {
    return money(breakageCents());
  }

  /**
   * The breakage as a share of the issued value; 0 if nothing was issued.
   *
   * @units fraction of the issued value, 0 to 1
   */
  public double breakageRate() {
    return issuedCents() == 0 ? 0 : (double) breakageCents() / issuedCents();
  }

  Outcome plus(Outcome other) {
    return new Outcome(
        loadedCents + other.loadedCents,
        voidedCents + other.voidedCents,
        redeemedCents + other.redeemedCents,
        refundedCents + other.refundedCents,
        expiredCents + other.expiredCents);
  }

  private long issuedCents() {
    return loadedCents - voidedCents;
  }

  private long breakageCents() {
    return issuedCents() - redeemedCents + refundedCents;
  }

  private static BigDecimal money(long cents) {
    return BigDecimal.valueOf(cents, 2);
  }
}
