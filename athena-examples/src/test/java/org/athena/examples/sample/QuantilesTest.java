package org.athena.examples.sample;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class QuantilesTest {

  /** Printed in every table of the normal distribution. */
  @Test
  void normalDistributionHasItsTableValues() {
    assertEquals(0.5, Quantiles.normal(0));
    assertEquals(0.975, Quantiles.normal(1.959963984540054), 1e-14);
    assertEquals(0.0013498980316300933, Quantiles.normal(-3), 1e-15);
    assertEquals(1, Quantiles.normal(7));
  }

  /** The median of an exponential delay is its mean times the logarithm of two: 16 h 38 min. */
  @Test
  void medianOfABriefDelayIsKnown() {
    assertEquals(59_888L, Quantiles.brief()[512]);
  }

  @Test
  void delaysGrowFromNothingToYears() {
    for (Long[] table : new Long[][] {Quantiles.firstUse(), Quantiles.laterUse()}) {
      assertEquals(1025, table.length);
      assertEquals(0, table[0]);
      for (int i = 1; i < table.length; i++) {
        assertTrue(table[i] > table[i - 1]);
      }
      assertTrue(table[1024] > 3L * 365 * 86_400);
    }
  }
}
