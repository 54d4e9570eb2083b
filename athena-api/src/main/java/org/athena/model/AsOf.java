package org.athena.model;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/**
 * The two times that an analysis is asked as of: what had happened, and what was known.
 *
 * @param day through the end of this business day; null where {@code instant} is given
 * @param instant up to and including this instant; null where {@code day} is given
 * @param knownAt rows learned later are left out as if they did not exist; null for all rows
 */
public record AsOf(@Nullable LocalDate day, @Nullable Instant instant, @Nullable Instant knownAt) {

  /** Checks that there is a day or an instant, and not both. */
  public AsOf {
    if ((day == null) == (instant == null)) {
      throw new IllegalArgumentException(
          "Cannot make an as-of: day is %s and instant is %s. Give one of the two."
              .formatted(day, instant));
    }
  }

  /** Through the end of a business day. */
  public static AsOf endOf(LocalDate day) {
    return new AsOf(day, null, null);
  }

  /** Through the end of a business day, written as an ISO date. */
  public static AsOf endOf(String isoDate) {
    return endOf(LocalDate.parse(isoDate));
  }

  /** Up to and including an instant. */
  public static AsOf at(Instant instant) {
    return new AsOf(null, instant, null);
  }

  /** The same as it was known at an instant, included. */
  public AsOf knownAt(Instant instant) {
    return new AsOf(day, this.instant, instant);
  }

  /** The business day on which the as-of lies. */
  public LocalDate day(ZoneId zone) {
    if (day != null) {
      return day;
    }
    return java.util.Objects.requireNonNull(instant).atZone(zone).toLocalDate();
  }

  /** The as-of in words. */
  @Override
  public String toString() {
    return (day == null ? "at " + instant : "end of " + day)
        + (knownAt == null ? "" : ", known at " + knownAt);
  }
}
