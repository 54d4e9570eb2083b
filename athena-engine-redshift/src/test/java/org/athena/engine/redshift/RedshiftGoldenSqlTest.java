package org.athena.engine.redshift;

import org.athena.kit.GoldenSqlContract;
import org.athena.spi.EngineProfile;

/** What Redshift is sent for every scenario. */
final class RedshiftGoldenSqlTest extends GoldenSqlContract {

  @Override
  protected EngineProfile profile() {
    return Statements.profile();
  }
}
