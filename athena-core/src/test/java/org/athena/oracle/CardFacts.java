package org.athena.oracle;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What a card is known by in every currency: its cohort and what the first activation says, which
 * is its own or else that of the card which its value came from.
 *
 * @param origin the card that was activated: this one or the one its value came from, null for the
 *     unknown cohort, and then all that follows is null as well
 * @param cohort the first day of the period of the first activation
 * @param firstActivation the instant of the first activation
 * @param currency the currency of the first activation row
 * @param program the program of the first activation row
 * @param expiry the expiry of the first activation row
 */
public record CardFacts(
    String seed,
    String card,
    @Nullable String origin,
    @Nullable LocalDate cohort,
    @Nullable Instant firstActivation,
    @Nullable String currency,
    @Nullable String program,
    @Nullable LocalDate expiry) {

  static CardFacts unknown(String seed, String card) {
    return new CardFacts(seed, card, null, null, null, null, null, null);
  }

  /** Whether the card has an activation of its own, and so is counted in its cohort. */
  public boolean activated() {
    return card.equals(origin);
  }

  /** Whether the cohort is known, from the card's own activation or an inherited one. */
  public boolean hasCohort() {
    return cohort != null;
  }

  /** The same facts as those of a card that received the value. */
  CardFacts inheritedBy(String receiver) {
    return new CardFacts(
        seed, receiver, origin, cohort, firstActivation, currency, program, expiry);
  }
}
