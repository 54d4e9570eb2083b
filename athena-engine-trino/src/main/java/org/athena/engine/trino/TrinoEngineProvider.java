package org.athena.engine.trino;

import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
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
 * Opens a connection to a Trino server: {@code trino://host:port/catalog/schema}; options as in
 * {@link TrinoConfig}.
 */
public final class TrinoEngineProvider implements EngineProvider {

  private static final String NAME = "trino";

  /** Used by the service loader. */
  public TrinoEngineProvider() {}

  @Override
  public String name() {
    return NAME;
  }

  /** Without the lake's URL it lacks files. */
  static EngineProfile profile(TrinoConfig config) {
    Set<Capability> lacks = EnumSet.of(Capability.MATERIALIZED_VIEWS);
    if (config.lake() == null) {
      lacks.add(Capability.FILES);
    }
    return new EngineProfile(NAME, SqlFamily.TRINO, lacks);
  }

  @Override
  public EngineProfile profile(EngineSettings settings) {
    return profile(TrinoConfig.of(settings, System.getenv()));
  }

  @Override
  public Engine open(EngineSettings settings, Lake lake) {
    TrinoConfig config = TrinoConfig.of(settings, System.getenv());
    return JdbcEngine.open(
        new JdbcProfile(
            profile(config),
            config.jdbcUrl(),
            config.driverProperties(),
            config.connections(),
            Duration.ofSeconds(30),
            List.of(),
            List.of(),
            List.of(),
            new TrinoBehaviour(config, lake)));
  }
}
