package org.athena.breakage;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class NormalQuantileTest {

  /** Expected values printed in Wichura (1988), Applied Statistics 37(3), test of PPND16. */
  @Test
  void givesTheValuesThatWichuraPrinted() {
    assertEquals(-0.6744897501960817, NormalQuantile.at(0.25), 1e-15);
    assertEquals(-3.090232306167814, NormalQuantile.at(0.001), 1e-14);
    assertEquals(-9.262340089798409, NormalQuantile.at(1e-20), 1e-13);
  }

  @Test
  void isSymmetricAboutTheMedian() {
    assertEquals(0, NormalQuantile.at(0.5));
    for (double p : new double[] {0.01, 0.025, 0.07, 0.1, 0.3}) {
      assertEquals(-NormalQuantile.at(p), NormalQuantile.at(1 - p), 1e-14);
    }
  }
}
