package org.athena.engine.duckdb;

import org.athena.Athena;
import org.athena.kit.RollingContract;
import org.athena.model.Lake;

/** The rolling contract on DuckDB. */
final class DuckDbRollingTest extends RollingContract {

  @Override
  protected Athena open(Lake lake) {
    return Athena.open("duckdb:", lake);
  }
}
