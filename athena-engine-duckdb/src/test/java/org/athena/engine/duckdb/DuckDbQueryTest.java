package org.athena.engine.duckdb;

import org.athena.Athena;
import org.athena.kit.QueryContract;
import org.athena.model.Lake;

/** The query contract on DuckDB. */
final class DuckDbQueryTest extends QueryContract {

  @Override
  protected Athena open(Lake lake) {
    return Athena.open("duckdb:", lake);
  }
}
