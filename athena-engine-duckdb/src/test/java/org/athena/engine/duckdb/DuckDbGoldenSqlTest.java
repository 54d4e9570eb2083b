package org.athena.engine.duckdb;

import org.athena.kit.GoldenSqlContract;
import org.athena.spi.EngineProfile;

/** How DuckDB is asked, as text. */
final class DuckDbGoldenSqlTest extends GoldenSqlContract {

  @Override
  protected EngineProfile profile() {
    return DuckDbEngineProvider.PROFILE;
  }
}
