package org.athena.oracle;

/** Whether cards are taken together or by the program of their first activation. */
public enum Segment {
  TOTAL,
  PROGRAM
}
