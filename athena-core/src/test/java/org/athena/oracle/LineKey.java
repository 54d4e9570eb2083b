package org.athena.oracle;

import java.time.LocalDate;
import java.util.Comparator;
import org.jspecify.annotations.Nullable;

/**
 * What a line of a triangle or of a rate is about.
 *
 * @param program the program of the cards, null also where programs are taken together
 * @param period the first day of the cohort or expiry period, null where it is unknown or missing
 */
public record LineKey(
    String seed, @Nullable String currency, @Nullable String program, @Nullable LocalDate period) {

  static final Comparator<LineKey> ORDER =
      Comparator.comparing(LineKey::seed, TextOrder.TEXT)
          .thenComparing(LineKey::currency, TextOrder.TEXT)
          .thenComparing(LineKey::program, TextOrder.TEXT)
          .thenComparing(LineKey::period, TextOrder.DATE);

  /** The line of an unknown cohort takes the program of the row itself. */
  static LineKey unknown(UsedRow used, Segment segment) {
    String program = segment == Segment.PROGRAM ? used.row().program() : null;
    return new LineKey(used.seed(), used.currency(), program, null);
  }

  static LineKey of(
      CardFacts card, @Nullable String currency, Segment segment, @Nullable LocalDate period) {
    String program = segment == Segment.PROGRAM ? card.program() : null;
    return new LineKey(card.seed(), currency, program, period);
  }
}
