package org.athena.engine.trino;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.athena.error.EngineFailedException.Kind;
import org.athena.error.EngineUnavailableException;
import org.athena.jdbc.JdbcProfile;
import org.athena.jdbc.JdbcProfile.DriverError;
import org.athena.jdbc.JdbcProfile.Reading;
import org.athena.jdbc.JdbcProfile.Session;
import org.athena.model.Dataset;
import org.athena.model.Lake;
import org.jspecify.annotations.Nullable;

/** What only Trino does: errors by number, progress by a monitor, files by Hive, replacement. */
final class TrinoBehaviour implements JdbcProfile.Behaviour {

  private final TrinoConfig config;
  private final TrinoFiles files;
  private final TrinoReplacement replacement;
  private volatile boolean isHive;

  TrinoBehaviour(TrinoConfig config, Lake lake) {
    this.config = config;
    this.files = new TrinoFiles(config, lake);
    this.replacement = new TrinoReplacement(config);
  }

  /** The driver sends nothing when it connects, so only this finds out that nobody is there. */
  @Override
  public void greet(Session session) {
    Map<String, String> connectors = new TreeMap<>();
    session
        .texts("SELECT catalog_name, connector_name FROM system.metadata.catalogs")
        .forEach(row -> connectors.put(row.get(0), row.get(1)));
    for (String wanted : List.of(config.catalog(), config.files())) {
      if (!connectors.containsKey(wanted)) {
        throw new EngineUnavailableException(
            "there is no catalog '%s'; there are %s".formatted(wanted, connectors.keySet()));
      }
    }
    isHive = "hive".equals(connectors.get(config.catalog()));
  }

  @Override
  public Kind kindOf(DriverError error) {
    return TrinoErrors.kind(error.code(), error.message());
  }

  @Override
  public boolean isPassing(DriverError error) {
    return TrinoErrors.isPassing(error.code());
  }

  /** Catalogs take one writing statement in a transaction. */
  @Override
  public boolean isTransactional() {
    return false;
  }

  @Override
  public boolean readsStores() {
    return true;
  }

  @Override
  public void mount(Dataset dataset, Session session) {
    files.mount(dataset, session);
  }

  @Override
  public Supplier<@Nullable Reading> watch(Object driverStatement) {
    return TrinoProgress.of(driverStatement);
  }

  @Override
  public List<String> replace(JdbcProfile.Replacement wanted, Session session) {
    return replacement.statements(wanted, isHive, session);
  }
}
