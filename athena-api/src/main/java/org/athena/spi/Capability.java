package org.athena.spi;

/**
 * What an engine can do that another may not: the planner refuses what needs a missing one before
 * anything is sent.
 */
public enum Capability {
  /** Window frames over a range of time, both ends in, ties included. */
  RANGE_FRAMES,
  /** A table of consecutive whole numbers up to a computed bound. */
  SERIES,
  /** Files shown under the name of a data set. */
  FILES,
  /** Views that stand for a question. */
  VIEWS,
  /** Tables made from a question, replaced in one step. */
  TABLES,
  /** Views whose rows are kept, and brought up to date on request. */
  MATERIALIZED_VIEWS,
  /** Progress while a statement runs. */
  PROGRESS,
  /** Rows that are read while they are made: a long answer is never held in memory as a whole. */
  STREAMING
}
