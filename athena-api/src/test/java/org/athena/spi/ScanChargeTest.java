package org.athena.spi;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.math.BigDecimal;
import org.junit.jupiter.api.Test;

class ScanChargeTest {

  private static final BigDecimal FIVE = new BigDecimal("5.00");

  @Test
  void aTerabyteCostsItsPrice() {
    assertEquals(
        new ScanCharge(1L << 40, new BigDecimal("5.00000000")), ScanCharge.of(1L << 40, FIVE));
  }

  @Test
  void bytesAreWholeMegabytesAndAtLeastTen() {
    assertEquals(10L << 20, ScanCharge.of(0, FIVE).bytes());
    assertEquals(10L << 20, ScanCharge.of(10L << 20, FIVE).bytes());
    assertEquals(11L << 20, ScanCharge.of((10L << 20) + 1, FIVE).bytes());
    assertEquals(new BigDecimal("0.00004768"), ScanCharge.of(1, FIVE).cost());
  }

  @Test
  void whatIsFreeCostsNothing() {
    assertEquals(new ScanCharge(0, new BigDecimal("0E-8")), ScanCharge.none(FIVE));
    assertNull(ScanCharge.of(1, null).cost());
  }
}
