package org.athena.oracle;

import java.math.BigDecimal;

/** Money issued, redeemed and exited, at scale 2, with the cards and the redemptions counted. */
public record Sums(
    BigDecimal issued, BigDecimal redeemed, BigDecimal exited, long cards, long redemptions) {

  /** Nothing at all. */
  public static final Sums ZERO = new Sums(BigDecimal.ZERO, BigDecimal.ZERO, BigDecimal.ZERO, 0, 0);

  /** One card, without money. */
  public static final Sums ONE_CARD =
      new Sums(BigDecimal.ZERO, BigDecimal.ZERO, BigDecimal.ZERO, 1, 0);

  /** Gives all money scale 2. */
  public Sums {
    issued = issued.setScale(2);
    redeemed = redeemed.setScale(2);
    exited = exited.setScale(2);
  }

  /** What is left: issued less redeemed less exited. */
  public BigDecimal balance() {
    return issued.subtract(redeemed).subtract(exited);
  }

  /** Both together. */
  public Sums plus(Sums other) {
    return new Sums(
        issued.add(other.issued),
        redeemed.add(other.redeemed),
        exited.add(other.exited),
        cards + other.cards,
        redemptions + other.redemptions);
  }
}
