package org.athena.engine.trino;

import org.athena.kit.GoldenSqlContract;
import org.athena.spi.EngineProfile;
import org.athena.spi.EngineSettings;

/** The SQL that Trino is sent. */
final class TrinoGoldenSqlTest extends GoldenSqlContract {

  @Override
  protected EngineProfile profile() {
    return new TrinoEngineProvider()
        .profile(EngineSettings.parse("trino://localhost:8080/hive/raw?lake=s3://lake"));
  }
}
