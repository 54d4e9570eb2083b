package org.athena.oracle;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Comparator;
import org.jspecify.annotations.Nullable;

/**
 * The rows of one day and kind.
 *
 * @param program the program of the rows themselves, not of their cards
 * @param cohort the first day of the cohort of their cards, null for the unknown cohort
 * @param amount the sum of the amounts as they stand in the rows
 */
public record DailyLine(
    String seed,
    @Nullable String currency,
    @Nullable String program,
    LocalDate day,
    Kind kind,
    @Nullable LocalDate cohort,
    long rows,
    BigDecimal amount) {

  static final Comparator<DailyLine> ORDER =
      Comparator.comparing(DailyLine::seed, TextOrder.TEXT)
          .thenComparing(DailyLine::currency, TextOrder.TEXT)
          .thenComparing(DailyLine::program, TextOrder.TEXT)
          .thenComparing(DailyLine::day)
          .thenComparing(DailyLine::kind)
          .thenComparing(DailyLine::cohort, TextOrder.DATE);
}
