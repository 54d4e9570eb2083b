package org.athena.oracle;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What a card is known by in every currency: its cohort and what its first activation says.
 *
 * @param cohort the first day of the period of the first activation, null for the unknown cohort
 * @param firstActivation the instant of the first activation, null if there is none
 * @param currency the currency of the first activation row, null also if there is none
 * @param program the program of the first activation row, null also if there is none
 * @param expiry the expiry of the first activation row, null also if there is none
 */
public record CardFacts(
    String seed,
    String card,
    @Nullable LocalDate cohort,
    @Nullable Instant firstActivation,
    @Nullable String currency,
    @Nullable String program,
    @Nullable LocalDate expiry) {

  /** Whether the card has an activation, and so a cohort. */
  public boolean activated() {
    return cohort != null;
  }
}
