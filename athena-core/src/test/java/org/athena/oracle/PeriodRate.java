package org.athena.oracle;

/**
 * The rate of one cohort, or of the cards of one expiry period, at the as-of day.
 *
 * @param line the seed, currency, program and first day of the cohort or expiry period
 */
public record PeriodRate(LineKey line, Rate rate) {}
