package org.athena.engine.trino;

import java.util.Set;
import org.athena.kit.GoldenSqlContract;
import org.athena.spi.EngineProfile;

/** The SQL that Trino is sent. */
final class TrinoGoldenSqlTest extends GoldenSqlContract {

  @Override
  protected EngineProfile profile() {
    return TrinoEngineProvider.profile(Set.of());
  }
}
