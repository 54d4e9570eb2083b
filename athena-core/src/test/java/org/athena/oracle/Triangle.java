package org.athena.oracle;

import java.util.List;

/** The cohorts of a log by age, dense to the as-of day, and beside them the unknown cohorts. */
public record Triangle(List<TriangleCell> cells, List<UnknownCohort> unknown) {

  /** Copies both lists. */
  public Triangle {
    cells = List.copyOf(cells);
    unknown = List.copyOf(unknown);
  }
}
