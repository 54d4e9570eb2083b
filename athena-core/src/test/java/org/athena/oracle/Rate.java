package org.athena.oracle;

import java.math.BigDecimal;
import java.math.MathContext;
import org.jspecify.annotations.Nullable;

/**
 * Money issued, redeemed and exited, and the part of it that was not redeemed.
 *
 * @param breakage issued less redeemed
 * @param rate breakage / issued as a fraction of 34 digits, null where nothing was issued
 */
public record Rate(
    BigDecimal issued,
    BigDecimal redeemed,
    BigDecimal exited,
    BigDecimal breakage,
    @Nullable BigDecimal rate) {

  static Rate of(Sums sums) {
    BigDecimal breakage = sums.issued().subtract(sums.redeemed());
    BigDecimal rate =
        sums.issued().signum() == 0 ? null : breakage.divide(sums.issued(), MathContext.DECIMAL128);
    return new Rate(sums.issued(), sums.redeemed(), sums.exited(), breakage, rate);
  }
}
