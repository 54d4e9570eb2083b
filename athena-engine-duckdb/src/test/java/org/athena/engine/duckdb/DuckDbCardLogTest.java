package org.athena.engine.duckdb;

import org.athena.Athena;
import org.athena.kit.CardLogContract;
import org.athena.model.Lake;

/** Answers about card logs on DuckDB. */
final class DuckDbCardLogTest extends CardLogContract {

  @Override
  protected Athena open(Lake lake) {
    return Athena.open("duckdb:", lake);
  }
}
