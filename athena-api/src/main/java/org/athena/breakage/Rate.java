package org.athena.breakage;

import java.math.BigDecimal;
import java.math.MathContext;
import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A historical breakage rate: the share of issued value that was not redeemed.
 *
 * @source ASC 606-10-55-46 to 49 and IFRS 15 B44 to B47 (breakage)
 * @param segment what the rate is about
 * @param period the first day of the cohort's or expiry's period; null for a rate by maturity, and
 *     for cards without an expiry
 * @param age the age of a rate by maturity; null otherwise
 * @param cards how many cards were activated
 * @param issued issued value net of voids
 * @param redeemed redeemed value net of refunds
 * @param exited value that left otherwise
 * @param complete whether the period or age was over at the as-of
 */
public record Rate(
    Segment segment,
    @Nullable LocalDate period,
    @Nullable Long age,
    long cards,
    BigDecimal issued,
    BigDecimal redeemed,
    BigDecimal exited,
    boolean complete) {

  /** Issued less redeemed value. */
  public BigDecimal breakage() {
    return issued.subtract(redeemed);
  }

  /**
   * 1 - redeemed / issued with 34 digits; absent where nothing was issued.
   *
   * @units fraction of issued value; 0 to 1 unless cards were overdrawn
   */
  public Optional<BigDecimal> rate() {
    if (issued.signum() == 0) {
      return Optional.empty();
    }
    return Optional.of(breakage().divide(issued, MathContext.DECIMAL128));
  }
}
