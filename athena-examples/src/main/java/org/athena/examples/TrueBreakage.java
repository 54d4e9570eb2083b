package org.athena.examples;

import java.math.BigDecimal;
import java.util.function.Predicate;
import org.athena.examples.sample.Outcome;
import org.athena.examples.sample.Truth;

/**
 * What the generator knows of one currency's paid cards: the value that is never redeemed, each
 * card followed for {@value Truth#HORIZON_MONTHS} months.
 *
 * @param truth the truth about the whole log
 * @param currency the currency
 */
record TrueBreakage(Truth truth, String currency) {

  /** The program whose cards are given away; they are not issued value. */
  private static final String UNPAID = "PROMO";

  BigDecimal ofAll() {
    return sum(row -> true);
  }

  BigDecimal of(String program) {
    return sum(row -> row.key().program().equals(program));
  }

  /** The breakage of the cohort of a month, by the ISO date of its first day. */
  BigDecimal ofCohort(String firstDay) {
    return sum(row -> row.key().cohort().toString().equals(firstDay));
  }

  private BigDecimal sum(Predicate<Truth.Row> wanted) {
    return truth.rows().stream()
        .filter(row -> row.key().currency().equals(currency))
        .filter(row -> !row.key().program().equals(UNPAID))
        .filter(wanted)
        .map(Truth.Row::inTheEnd)
        .map(Outcome::breakage)
        .reduce(BigDecimal.ZERO, BigDecimal::add);
  }
}
