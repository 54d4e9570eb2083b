package org.athena.kit;

import java.util.List;
import org.athena.model.Column;
import org.athena.model.Dataset;
import org.athena.spi.Engine;
import org.athena.spi.EngineProfile;
import org.athena.spi.Execution;
import org.athena.spi.MaterializedViews;
import org.athena.spi.Rows;
import org.athena.spi.SqlStatement;

/**
 * An engine to which nothing may be sent: it proves that a refusal comes first, and shows the SQL
 * of an engine that is not at hand.
 *
 * @param profile what the engine would be
 */
public record Untouchable(EngineProfile profile) implements Engine {

  @Override
  public void mount(Dataset dataset) {
    throw new AssertionError("mounted " + dataset);
  }

  @Override
  public Rows query(SqlStatement statement, List<Column<?>> columns, Execution execution) {
    throw new AssertionError("sent " + statement);
  }

  @Override
  public void run(List<SqlStatement> statements, Execution execution) {
    throw new AssertionError("ran " + statements);
  }

  @Override
  public void replace(
      String schema, String name, boolean view, SqlStatement query, Execution execution) {
    throw new AssertionError("replaced " + name);
  }

  @Override
  public MaterializedViews materializedViews() {
    throw new AssertionError("asked for materialized views");
  }

  @Override
  public void close() {}
}
