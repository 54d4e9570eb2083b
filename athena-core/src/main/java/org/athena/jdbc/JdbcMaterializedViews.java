package org.athena.jdbc;

import java.util.List;
import org.athena.jdbc.JdbcProfile.Materialized;
import org.athena.jdbc.JdbcProfile.Replacement;
import org.athena.model.Dataset;
import org.athena.spi.Execution;
import org.athena.spi.MaterializedViews;
import org.athena.spi.Placement;
import org.athena.spi.RefreshRule;
import org.athena.spi.SqlStatement;

/**
 * The materialized views of an engine over JDBC.
 *
 * @param engine the engine
 * @param own its statements
 */
record JdbcMaterializedViews(JdbcEngine engine, Materialized own) implements MaterializedViews {

  @Override
  public RefreshRule rule(SqlStatement query, List<Dataset> reads) {
    return own.rule(query.text(), reads);
  }

  @Override
  public void replace(
      String schema, String name, SqlStatement query, Placement placement, Execution execution) {
    Replacement wanted = new Replacement(schema, name, false, query.text(), placement);
    engine.runMade(session -> own.replace(wanted, session), execution);
  }

  @Override
  public SqlStatement refresh(String schema, String name) {
    return SqlStatement.of(own.refresh(schema, name));
  }
}
