package org.athena.spi;

/** The dialects of SQL that the planner speaks. */
public enum SqlFamily {
  DUCKDB
}
