package org.athena.oracle;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** How a log is read: its zone, codes, columns, periods, and the two times it is seen from. */
public record Settings(
    ZoneId businessZone,
    Map<String, Kind> kinds,
    LocalDate asOf,
    @Nullable Instant knownAt,
    Grain cohortGrain,
    Grain ageGrain,
    boolean hasEventId,
    boolean hasKnownAt,
    boolean hasReference,
    boolean hasCounterCard) {

  /** Copies the codes, in their order. */
  public Settings {
    kinds = Collections.unmodifiableMap(new LinkedHashMap<>(kinds));
  }

  /** The same settings, known at another instant. */
  public Settings withKnownAt(@Nullable Instant value) {
    return new Settings(
        businessZone,
        kinds,
        asOf,
        value,
        cohortGrain,
        ageGrain,
        hasEventId,
        hasKnownAt,
        hasReference,
        hasCounterCard);
  }

  /** The same settings as of another day. */
  public Settings withAsOf(LocalDate value) {
    return new Settings(
        businessZone,
        kinds,
        value,
        knownAt,
        cohortGrain,
        ageGrain,
        hasEventId,
        hasKnownAt,
        hasReference,
        hasCounterCard);
  }

  /** The same settings with other periods for cohorts and ages. */
  public Settings withGrains(Grain cohort, Grain age) {
    return new Settings(
        businessZone,
        kinds,
        asOf,
        knownAt,
        cohort,
        age,
        hasEventId,
        hasKnownAt,
        hasReference,
        hasCounterCard);
  }

  /** The same settings for a log that has no column of counter cards. */
  public Settings withoutCounterCard() {
    return new Settings(
        businessZone,
        kinds,
        asOf,
        knownAt,
        cohortGrain,
        ageGrain,
        hasEventId,
        hasKnownAt,
        hasReference,
        false);
  }

  /** The kind of a code, null where the code is missing or has no mapping. */
  public @Nullable Kind kind(@Nullable String code) {
    return code == null ? null : kinds.get(code);
  }

  /** The row without what its log has no column for. */
  LogRow visible(LogRow row) {
    LogRow visible = row;
    if (!hasEventId) {
      visible = visible.withEventId(null);
    }
    if (!hasKnownAt) {
      visible = visible.withKnownAt(null);
    }
    if (!hasReference) {
      visible = visible.withReference(null);
    }
    if (!hasCounterCard) {
      visible = visible.withCounterCard(null);
    }
    return visible;
  }

  /** Whether a visible row existed at the known-at; one without any time is never too late. */
  boolean known(LogRow row) {
    Instant known = row.effectiveKnownAt();
    return !hasKnownAt || knownAt == null || known == null || !known.isAfter(knownAt);
  }

  /** The business day of an instant. */
  LocalDate day(Instant at) {
    return at.atZone(businessZone).toLocalDate();
  }

  /** The age of a day in a cohort, never below 0. */
  int age(LocalDate cohort, LocalDate day) {
    return Math.max(0, ageGrain.index(day) - ageGrain.index(cohort));
  }
}
