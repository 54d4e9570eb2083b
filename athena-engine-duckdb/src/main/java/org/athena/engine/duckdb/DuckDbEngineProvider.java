package org.athena.engine.duckdb;

import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.athena.jdbc.JdbcEngine;
import org.athena.jdbc.JdbcProfile;
import org.athena.model.Lake;
import org.athena.spi.Capability;
import org.athena.spi.Engine;
import org.athena.spi.EngineProfile;
import org.athena.spi.EngineProvider;
import org.athena.spi.EngineSettings;
import org.athena.spi.SqlFamily;

/**
 * Opens DuckDB in the same process: {@code duckdb:} in memory, {@code duckdb:path/to/file.db} on
 * disk; options as in {@link DuckDbConfig}.
 */
public final class DuckDbEngineProvider implements EngineProvider {

  static final EngineProfile PROFILE =
      new EngineProfile("duckdb", SqlFamily.DUCKDB, Set.of(Capability.MATERIALIZED_VIEWS));

  /** Used by the service loader. */
  public DuckDbEngineProvider() {}

  @Override
  public String name() {
    return PROFILE.name();
  }

  @Override
  public EngineProfile profile(EngineSettings settings) {
    DuckDbConfig.of(settings);
    return PROFILE;
  }

  @Override
  public Engine open(EngineSettings settings, Lake lake) {
    DuckDbConfig config = DuckDbConfig.of(settings);
    String database = config.file() == null ? "memory:athena-" + UUID.randomUUID() : config.file();
    return JdbcEngine.open(
        new JdbcProfile(
            PROFILE,
            "jdbc:duckdb:" + database,
            Map.of("jdbc_stream_results", "true"),
            config.connections(),
            Duration.ofSeconds(30),
            config.instanceStatements(),
            config.sessionStatements(),
            config.sealStatements(lake),
            new DuckDbBehaviour(lake)));
  }
}
