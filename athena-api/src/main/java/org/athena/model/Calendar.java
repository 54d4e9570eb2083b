package org.athena.model;

import java.time.LocalDate;

/** A division of time into consecutive, half-open periods of days, each with an index. */
public sealed interface Calendar permits Grain, PeriodTable {

  /** The index of the period in which a day lies; the next period has the next index. */
  long indexOf(LocalDate day);

  /** The first day of the period with an index. */
  LocalDate startOf(long index);

  /** The first day after the period with an index. */
  default LocalDate endOf(long index) {
    return startOf(index + 1);
  }

  /** The first day of the period in which a day lies. */
  default LocalDate startOf(LocalDate day) {
    return startOf(indexOf(day));
  }
}
