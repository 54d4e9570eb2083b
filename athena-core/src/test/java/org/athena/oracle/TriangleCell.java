package org.athena.oracle;

/**
 * One cohort at one age.
 *
 * @param line the seed, currency, program and cohort
 * @param cumulative all up to and at this age
 * @param increment what this age added
 * @param complete whether the last day of the age's period is not after the as-of day
 */
public record TriangleCell(
    LineKey line, int age, Sums cumulative, Sums increment, boolean complete) {}
