package org.athena.spi;

/** The dialects of SQL that the planner speaks. */
public enum SqlFamily {
  DUCKDB,
  TRINO,
  REDSHIFT,
  /** None of these: the engine brings terms of its own, which core finds under its name. */
  OWN
}
