package org.athena.breakage;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class LargestRemainderTest {

  @Test
  void nothingIsZero() {
    assertSplit(2, "0.00", List.of());
  }

  @Test
  void valuesOnTheScaleKeepTheirValue() {
    assertSplit(2, "86094.37", List.of("86006.95", "0.07", "87.35"), 86006.95, 0.07, 87.35);
  }

  @Test
  void theLackingUnitGoesToTheLargestRemainder() {
    assertSplit(0, "10", List.of("3", "3", "4"), 3.2, 3.1, 3.7);
  }

  @Test
  void equalRemaindersAreServedInOrder() {
    assertSplit(0, "2", List.of("1", "1", "0", "0"), 0.5, 0.5, 0.5, 0.5);
    assertSplit(2, "1.00", List.of("0.34", "0.33", "0.33"), 1 / 3.0, 1 / 3.0, 1 / 3.0);
  }

  @Test
  void theTotalIsRoundedHalfEven() {
    assertSplit(0, "2", List.of("2"), 2.5);
    assertSplit(0, "4", List.of("4"), 3.5);
    assertSplit(0, "2", List.of("1", "1"), 1.25, 1.25);
    assertSplit(0, "-2", List.of("-2"), -2.5);
  }

  @Test
  void negativePartsAddUpToo() {
    assertSplit(0, "0", List.of("-1", "1"), -0.6, 0.6);
    assertSplit(0, "-1", List.of("-1", "0", "0"), -0.4, -0.3, -0.3);
    assertSplit(2, "-0.01", List.of("-0.01", "0.00"), -0.006, 0.0);
  }

  @Test
  void zerosStayZero() {
    assertSplit(2, "0.01", List.of("0.00", "0.01", "0.00"), 0.0, 0.009, -0.0);
  }

  @Test
  void aCoarserScaleThanUnitsWorksAlike() {
    LargestRemainder split = LargestRemainder.of(List.of(1499.0, 1501.0), -3);

    assertEquals(0, split.total().compareTo(new BigDecimal("3000")));
    assertEquals(0, split.parts().get(0).compareTo(new BigDecimal("1000")));
    assertEquals(0, split.parts().get(1).compareTo(new BigDecimal("2000")));
  }

  @Test
  void manyPartsAddUpAndEachIsWithinOneUnit() {
    for (long seed = 0; seed < 200; seed++) {
      Random random = new Random(seed);
      int scale = random.nextInt(4);
      List<Double> estimates = new ArrayList<>();
      int count = 1 + random.nextInt(2000);
      for (int i = 0; i < count; i++) {
        boolean zero = random.nextInt(10) == 0;
        estimates.add(zero ? 0.0 : random.nextGaussian() * Math.pow(10, random.nextInt(9)));
      }
      assertAddsUp(LargestRemainder.of(estimates, scale), estimates, scale);
    }
  }

  private static void assertAddsUp(LargestRemainder split, List<Double> estimates, int scale) {
    BigDecimal unit = BigDecimal.ONE.movePointLeft(scale);
    BigDecimal exactSum = BigDecimal.ZERO;
    BigDecimal partSum = BigDecimal.ZERO;
    for (int i = 0; i < estimates.size(); i++) {
      BigDecimal exact = BigDecimal.valueOf(estimates.get(i));
      BigDecimal part = split.parts().get(i);
      exactSum = exactSum.add(exact);
      partSum = partSum.add(part);
      assertEquals(scale, part.scale());
      assertTrue(part.subtract(exact).abs().compareTo(unit) < 0);
      assertTrue(exact.signum() != 0 || part.signum() == 0);
    }
    assertEquals(exactSum.setScale(scale, RoundingMode.HALF_EVEN), split.total());
    assertEquals(split.total(), partSum.setScale(scale));
  }

  @Test
  void refusesWhatIsNotANumber() {
    var e =
        assertThrows(
            IllegalArgumentException.class, () -> LargestRemainder.of(List.of(1.0, Double.NaN), 2));

    assertEquals(
        "Cannot make money of an estimate: estimate is NaN, it must be a finite number. "
            + "Leave it out where it is not known.",
        e.getMessage());
  }

  private static void assertSplit(
      int scale, String total, List<String> parts, double... estimates) {
    LargestRemainder split = LargestRemainder.of(Arrays.stream(estimates).boxed().toList(), scale);

    assertEquals(new BigDecimal(total), split.total());
    assertEquals(parts.stream().map(BigDecimal::new).toList(), split.parts());
  }
}
