package org.athena.oracle;

/**
 * The rate at one age of all cohorts that have completed it.
 *
 * @param line the seed, currency and program; its period is null
 * @param cohorts how many cohorts have completed the age
 */
public record MaturityRate(LineKey line, int age, int cohorts, Rate rate) {}
