package org.athena.breakage;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Estimates as money: their total rounded once, and parts that add up to it exactly.
 *
 * <p>Each part is rounded down; the units that the total still lacks go to the parts with the
 * largest remainders, the earlier part first where remainders are equal. So a part differs from its
 * estimate by less than one unit, and a part that needs no rounding keeps its value.
 *
 * @source Hamilton's method of apportionment
 * @param total the sum of the estimates, rounded half-even
 * @param parts the parts in the order given
 */
record LargestRemainder(BigDecimal total, List<BigDecimal> parts) {

  LargestRemainder {
    parts = List.copyOf(parts);
  }

  static LargestRemainder of(List<Double> estimates, int scale) {
    List<BigDecimal> exact = estimates.stream().map(LargestRemainder::exact).toList();
    BigDecimal total =
        exact.stream()
            .reduce(BigDecimal.ZERO, BigDecimal::add)
            .setScale(scale, RoundingMode.HALF_EVEN);
    List<BigDecimal> parts = new ArrayList<>(exact.size());
    BigDecimal lacking = total;
    for (BigDecimal value : exact) {
      BigDecimal floor = value.setScale(scale, RoundingMode.FLOOR);
      parts.add(floor);
      lacking = lacking.subtract(floor);
    }

    BigDecimal unit = BigDecimal.ONE.movePointLeft(scale).setScale(scale);
    int[] largestFirst =
        IntStream.range(0, parts.size())
            .boxed()
            .sorted(
                Comparator.comparing((Integer i) -> exact.get(i).subtract(parts.get(i))).reversed())
            .mapToInt(i -> i)
            .toArray();
    int units = lacking.divide(unit).intValueExact();
    for (int n = 0; n < units; n++) {
      int i = largestFirst[n];
      parts.set(i, parts.get(i).add(unit));
    }
    return new LargestRemainder(total, parts);
  }

  private static BigDecimal exact(double estimate) {
    Finite.require("money of an estimate", "estimate", estimate);
    return BigDecimal.valueOf(estimate);
  }
}
