package org.athena.oracle;

/**
 * What cards without a cohort did, outside every cohort and age.
 *
 * @param line the seed, currency and program; its period is null
 * @param totals the money and redemptions; the cards are 0, for none was activated
 */
public record UnknownCohort(LineKey line, Sums totals) {}
