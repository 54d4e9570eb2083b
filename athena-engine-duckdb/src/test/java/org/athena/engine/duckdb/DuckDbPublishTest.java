package org.athena.engine.duckdb;

import org.athena.Athena;
import org.athena.kit.PublishContract;
import org.athena.model.Lake;

/** The publish contract on DuckDB. */
final class DuckDbPublishTest extends PublishContract {

  @Override
  protected Athena open(Lake lake) {
    return Athena.open("duckdb:", lake);
  }
}
