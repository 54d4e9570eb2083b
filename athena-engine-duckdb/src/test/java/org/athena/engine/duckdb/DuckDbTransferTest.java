package org.athena.engine.duckdb;

import org.athena.Athena;
import org.athena.kit.TransferContract;
import org.athena.model.Lake;

/** Transfers between cards on DuckDB. */
final class DuckDbTransferTest extends TransferContract {

  @Override
  protected Athena open(Lake lake) {
    return Athena.open("duckdb:", lake);
  }
}
