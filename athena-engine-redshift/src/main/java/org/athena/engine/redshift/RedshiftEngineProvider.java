package org.athena.engine.redshift;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
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
 * Opens Amazon Redshift: {@code redshift://host:port/database}; options as in {@link
 * RedshiftConfig}. Not verified on a live cluster.
 */
public final class RedshiftEngineProvider implements EngineProvider {

  static final String NAME = "redshift";

  /** Without a lake in S3 there are no files. */
  static final EngineProfile PROFILE =
      new EngineProfile(NAME, SqlFamily.REDSHIFT, Set.of(Capability.FILES, Capability.PROGRESS));

  private static final EngineProfile WITH_FILES =
      new EngineProfile(NAME, SqlFamily.REDSHIFT, Set.of(Capability.PROGRESS));

  /** Used by the service loader. */
  public RedshiftEngineProvider() {}

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public EngineProfile profile(EngineSettings settings) {
    return RedshiftConfig.of(settings, System.getenv()).hasFiles() ? WITH_FILES : PROFILE;
  }

  @Override
  public Engine open(EngineSettings settings, Lake lake) {
    RedshiftConfig config = RedshiftConfig.of(settings, System.getenv());
    config.requireDriver();
    Optional<SpectrumFiles> files = config.files(lake);
    return JdbcEngine.open(
        new JdbcProfile(
            files.isPresent() ? WITH_FILES : PROFILE,
            config.jdbcUrl(),
            config.driverProperties(),
            config.connections(),
            Duration.ofSeconds(30),
            List.of(),
            config.sessionStatements(),
            List.of(),
            new RedshiftBehaviour(files)));
  }
}
