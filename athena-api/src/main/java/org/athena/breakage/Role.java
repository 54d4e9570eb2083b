package org.athena.breakage;

/** What a column of a card log stands for. */
public enum Role {
  CARD,
  AMOUNT,
  /** When it happened, as an instant or as a wall-clock time in the business time zone. */
  AT,
  /** The business day; wins over {@link #AT} where it is not null. */
  DAY,
  EVENT_ID,
  CURRENCY,
  /** When the lake learned it. */
  KNOWN_AT,
  /** The last day on which the card can be used. */
  EXPIRY,
  VALUE_CLASS,
  /** The event id that a void or reversal refers to. */
  REFERENCE,
  /** The other card of a transfer: where value came from, or where it went. */
  COUNTER_CARD,
  /** The day of the card's first activation, stamped on each row; null where it is unknown. */
  COHORT,
  /** How many events a row of an aggregate stands for. */
  EVENTS,
  /** How many cards a row of an aggregate activated. */
  CARDS
}
