package org.athena.spi;

import java.math.BigDecimal;
import java.math.RoundingMode;
import org.jspecify.annotations.Nullable;

/**
 * What a scan of files in S3 is charged, by Amazon Athena and by Redshift Spectrum alike, as their
 * price lists say: by the terabyte of 2<sup>40</sup> bytes, in whole megabytes of 2<sup>20</sup>,
 * and at least ten of them.
 *
 * @param bytes the bytes that are paid for
 * @param cost their price, rounded half to even at eight places; null where no price was given
 * @units bytes; the currency of the price that was given
 */
public record ScanCharge(long bytes, @Nullable BigDecimal cost) {

  private static final long MEGABYTE = 1L << 20;
  private static final long LEAST = 10 * MEGABYTE;
  private static final long TERABYTE = 1L << 40;
  private static final int COST_SCALE = 8;

  /**
   * The charge of a scan.
   *
   * @param scanned the bytes that were scanned
   * @param pricePerTerabyte the price of a terabyte; null where it is not known
   */
  public static ScanCharge of(long scanned, @Nullable BigDecimal pricePerTerabyte) {
    return priced(Math.max(LEAST, Math.ceilDiv(scanned, MEGABYTE) * MEGABYTE), pricePerTerabyte);
  }

  /** The charge of what is free, in the places of a price. */
  public static ScanCharge none(@Nullable BigDecimal pricePerTerabyte) {
    return priced(0, pricePerTerabyte);
  }

  private static ScanCharge priced(long bytes, @Nullable BigDecimal pricePerTerabyte) {
    return new ScanCharge(
        bytes,
        pricePerTerabyte == null
            ? null
            : pricePerTerabyte
                .multiply(BigDecimal.valueOf(bytes))
                .divide(BigDecimal.valueOf(TERABYTE), COST_SCALE, RoundingMode.HALF_EVEN));
  }
}
