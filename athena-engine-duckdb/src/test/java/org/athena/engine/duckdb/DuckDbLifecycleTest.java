package org.athena.engine.duckdb;

import org.athena.Athena;
import org.athena.kit.LifecycleContract;
import org.athena.model.Lake;
import org.athena.model.NativeQuery;
import org.athena.model.Relation;

/** The lifecycle contract on DuckDB. */
final class DuckDbLifecycleTest extends LifecycleContract {

  @Override
  protected Athena open(Lake lake) {
    return Athena.open("duckdb:", lake);
  }

  @Override
  protected Relation numbers(long rows) {
    return NativeQuery.of("numbers", "duckdb", "select range as n from range(" + rows + ")", N);
  }
}
