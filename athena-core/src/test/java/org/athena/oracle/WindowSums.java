package org.athena.oracle;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * What a window holds: rows counted and values added, all and with the flag only.
 *
 * @param sum the sum of the values that are there, at scale 2, null where there is none
 */
public record WindowSums(
    long count, long flaggedCount, @Nullable BigDecimal sum, @Nullable BigDecimal flaggedSum) {

  /** A window without rows. */
  public static final WindowSums EMPTY = new WindowSums(0, 0, null, null);

  WindowSums plus(RollingEvent event) {
    if (!event.flag()) {
      return new WindowSums(count + 1, flaggedCount, add(sum, event.value()), flaggedSum);
    }
    return new WindowSums(
        count + 1, flaggedCount + 1, add(sum, event.value()), add(flaggedSum, event.value()));
  }

  private static @Nullable BigDecimal add(@Nullable BigDecimal sum, @Nullable BigDecimal value) {
    if (value == null) {
      return sum;
    }
    return sum == null ? value : sum.add(value);
  }
}
