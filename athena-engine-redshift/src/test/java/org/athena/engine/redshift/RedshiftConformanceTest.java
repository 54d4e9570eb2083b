package org.athena.engine.redshift;

import java.nio.file.Path;
import org.athena.Athena;
import org.athena.StatementEvent;
import org.athena.kit.EngineConformance;
import org.athena.kit.Table;
import org.athena.model.Dataset;
import org.athena.model.Lake;

/** Redshift's engine, driver and SQL answer as every engine must, on PostgreSQL. */
final class RedshiftConformanceTest extends EngineConformance {

  private static final RedshiftSqlGate GATE = new RedshiftSqlGate();
  private static final Relay RELAY = new Relay(Postgres.port());

  @Override
  protected Athena open(Lake lake) {
    return Athena.open(Postgres.url(RELAY), lake).listening(RedshiftConformanceTest::check);
  }

  /** Every statement but those that the kit writes itself. */
  private static void check(StatementEvent event) {
    String sql = event.sql();
    if (sql.startsWith("REFRESH ")) {
      PublishGrammar.check(sql);
    } else if (!sql.contains("no_such_table")) {
      GATE.check(sql);
    }
  }

  @Override
  protected Dataset load(Athena athena, Path folder, Table table) {
    return Postgres.load(table);
  }
}
