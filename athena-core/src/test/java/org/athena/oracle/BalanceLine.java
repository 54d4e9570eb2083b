package org.athena.oracle;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Comparator;
import org.jspecify.annotations.Nullable;

/**
 * What a card holds in one currency at the end of the as-of day.
 *
 * @param firstActivation the first activation in this currency of the card whose activation counts
 *     for this one, itself or the one its value came from, null if there is none
 * @param lastEvent the last event in this currency, of any kind
 */
public record BalanceLine(
    String seed,
    String card,
    @Nullable String currency,
    BigDecimal issued,
    BigDecimal redeemed,
    BigDecimal exited,
    BigDecimal balance,
    @Nullable Instant firstActivation,
    Instant lastEvent) {

  static final Comparator<BalanceLine> ORDER =
      Comparator.comparing(BalanceLine::seed, TextOrder.TEXT)
          .thenComparing(BalanceLine::card, TextOrder.TEXT)
          .thenComparing(BalanceLine::currency, TextOrder.TEXT);
}
