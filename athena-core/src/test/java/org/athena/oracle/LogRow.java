package org.athena.oracle;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/**
 * One typed row of a transaction log, where null is missing; the seed names the log that it is part
 * of, and prefixes cards, counter cards, event ids and references, so that logs stacked in one
 * table never mix.
 */
public record LogRow(
    String seed,
    @Nullable String eventId,
    @Nullable String card,
    @Nullable String code,
    @Nullable BigDecimal amount,
    @Nullable String currency,
    @Nullable Instant at,
    @Nullable Instant knownAt,
    @Nullable LocalDate expiry,
    @Nullable String program,
    @Nullable String reference,
    @Nullable String counterCard) {

  /** Gives the amount scale 2, and refuses what a column of cents and microseconds cannot hold. */
  public LogRow {
    amount = amount == null ? null : amount.setScale(2);
    requireMicroseconds(at);
    requireMicroseconds(knownAt);
  }

  /** The row of a log that has at least these fields, everything else missing. */
  public static LogRow of(String seed, @Nullable String eventId, Instant at) {
    return new LogRow(seed, eventId, null, null, null, null, at, null, null, null, null, null);
  }

  /** When the row became known: its event time where nothing is recorded. */
  public @Nullable Instant effectiveKnownAt() {
    return knownAt == null ? at : knownAt;
  }

  /** This row under another event id. */
  public LogRow withEventId(@Nullable String value) {
    return new LogRow(
        seed,
        value,
        card,
        code,
        amount,
        currency,
        at,
        knownAt,
        expiry,
        program,
        reference,
        counterCard);
  }

  /** This row on another card. */
  public LogRow withCard(@Nullable String value) {
    return new LogRow(
        seed,
        eventId,
        value,
        code,
        amount,
        currency,
        at,
        knownAt,
        expiry,
        program,
        reference,
        counterCard);
  }

  /** This row with another code of the source. */
  public LogRow withCode(@Nullable String value) {
    return new LogRow(
        seed,
        eventId,
        card,
        value,
        amount,
        currency,
        at,
        knownAt,
        expiry,
        program,
        reference,
        counterCard);
  }

  /** This row with another amount. */
  public LogRow withAmount(@Nullable BigDecimal value) {
    return new LogRow(
        seed,
        eventId,
        card,
        code,
        value,
        currency,
        at,
        knownAt,
        expiry,
        program,
        reference,
        counterCard);
  }

  /** This row in another currency. */
  public LogRow withCurrency(@Nullable String value) {
    return new LogRow(
        seed,
        eventId,
        card,
        code,
        amount,
        value,
        at,
        knownAt,
        expiry,
        program,
        reference,
        counterCard);
  }

  /** This row at another event time. */
  public LogRow withAt(@Nullable Instant value) {
    return new LogRow(
        seed,
        eventId,
        card,
        code,
        amount,
        currency,
        value,
        knownAt,
        expiry,
        program,
        reference,
        counterCard);
  }

  /** This row known at another time. */
  public LogRow withKnownAt(@Nullable Instant value) {
    return new LogRow(
        seed,
        eventId,
        card,
        code,
        amount,
        currency,
        at,
        value,
        expiry,
        program,
        reference,
        counterCard);
  }

  /** This row with another expiry. */
  public LogRow withExpiry(@Nullable LocalDate value) {
    return new LogRow(
        seed,
        eventId,
        card,
        code,
        amount,
        currency,
        at,
        knownAt,
        value,
        program,
        reference,
        counterCard);
  }

  /** This row in another program. */
  public LogRow withProgram(@Nullable String value) {
    return new LogRow(
        seed,
        eventId,
        card,
        code,
        amount,
        currency,
        at,
        knownAt,
        expiry,
        value,
        reference,
        counterCard);
  }

  /** This row with another reference. */
  public LogRow withReference(@Nullable String value) {
    return new LogRow(
        seed,
        eventId,
        card,
        code,
        amount,
        currency,
        at,
        knownAt,
        expiry,
        program,
        value,
        counterCard);
  }

  /** This row with another card that the value came from or went to. */
  public LogRow withCounterCard(@Nullable String value) {
    return new LogRow(
        seed, eventId, card, code, amount, currency, at, knownAt, expiry, program, reference,
        value);
  }

  private static void requireMicroseconds(@Nullable Instant instant) {
    if (instant != null && !instant.equals(instant.truncatedTo(ChronoUnit.MICROS))) {
      throw new IllegalArgumentException(
          "Cannot hold time " + instant + ": it is finer than a microsecond. Truncate it.");
    }
  }
}
