package org.athena.model;

/**
 * One key of an ordering; nulls come last on every engine.
 *
 * @param column what to order by
 * @param descending whether the largest comes first
 */
public record Order(Column<?> column, boolean descending) {}
