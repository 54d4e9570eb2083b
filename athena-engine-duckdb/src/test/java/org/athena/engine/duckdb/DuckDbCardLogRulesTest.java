package org.athena.engine.duckdb;

import org.athena.Athena;
import org.athena.kit.CardLogRulesContract;
import org.athena.model.Lake;

/** The rules of card logs on DuckDB. */
final class DuckDbCardLogRulesTest extends CardLogRulesContract {

  @Override
  protected Athena open(Lake lake) {
    return Athena.open("duckdb:", lake);
  }
}
