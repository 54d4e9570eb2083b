package org.athena.engine.duckdb;

import org.athena.Athena;
import org.athena.kit.EngineConformance;
import org.athena.model.Lake;

/** DuckDB answers as every engine must. */
final class DuckDbConformanceTest extends EngineConformance {

  @Override
  protected Athena open(Lake lake) {
    return Athena.open("duckdb:", lake);
  }
}
