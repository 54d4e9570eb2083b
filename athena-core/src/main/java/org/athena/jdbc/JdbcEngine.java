package org.athena.jdbc;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import com.zaxxer.hikari.pool.HikariPool;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.athena.error.AthenaException;
import org.athena.error.EngineUnavailableException;
import org.athena.jdbc.JdbcProfile.Replacement;
import org.athena.model.Column;
import org.athena.model.Dataset;
import org.athena.spi.Engine;
import org.athena.spi.EngineProfile;
import org.athena.spi.Execution;
import org.athena.spi.MaterializedViews;
import org.athena.spi.Placement;
import org.athena.spi.Rows;
import org.athena.spi.SqlStatement;

/** An engine over JDBC, driven by a profile; safe for several threads. */
public final class JdbcEngine implements Engine {

  private static final int ATTEMPTS = 3;
  private static final long PAUSE_MILLIS = 100;

  private final JdbcProfile profile;
  private final HikariDataSource pool;
  private final JdbcErrors errors;

  private JdbcEngine(JdbcProfile profile, HikariDataSource pool) {
    this.profile = profile;
    this.pool = pool;
    this.errors = new JdbcErrors(profile);
  }

  /**
   * Opens the pool and makes every connection ready.
   *
   * @throws EngineUnavailableException when the engine cannot be reached or refuses its settings
   */
  public static JdbcEngine open(JdbcProfile profile) {
    HikariConfig config = new HikariConfig();
    config.setPoolName("athena-" + profile.engine().name());
    DriverSource source = new DriverSource(profile.url(), profile.properties());
    config.setDataSource(source);
    config.setMaximumPoolSize(profile.connections());
    config.setMinimumIdle(profile.connections());
    config.setMaxLifetime(0);
    config.setIdleTimeout(0);
    config.setConnectionTimeout(profile.connectTimeout().toMillis());
    try {
      JdbcEngine engine = new JdbcEngine(profile, new HikariDataSource(config));
      try {
        engine.makeReady();
        source.greetWith(profile.session());
        return engine;
      } catch (SQLException | AthenaException e) {
        engine.close();
        throw new EngineUnavailableException(
            "Cannot open engine %s: %s. Check its settings."
                .formatted(profile.engine().name(), e.getMessage()),
            e);
      }
    } catch (HikariPool.PoolInitializationException e) {
      Throwable cause = e.getCause() == null ? e : e.getCause();
      throw new EngineUnavailableException(
          "Cannot reach engine %s: %s. Check its URL and that no other process holds it."
              .formatted(profile.engine().name(), cause.getMessage()),
          cause);
    }
  }

  /** All connections are taken at once, so that each is made ready before the engine is sealed. */
  private void makeReady() throws SQLException {
    List<Connection> all = new ArrayList<>();
    try {
      while (all.size() < profile.connections()) {
        all.add(pool.getConnection());
      }
      runAll(all.get(0), profile.instance());
      for (Connection connection : all) {
        runAll(connection, profile.session());
      }
      runAll(all.get(0), profile.seal());
      profile.behaviour().greet(new JdbcSession(all.get(0), errors));
    } finally {
      for (Connection connection : all) {
        connection.close();
      }
    }
  }

  private static void runAll(Connection connection, List<String> statements) throws SQLException {
    for (String sql : statements) {
      try (Statement statement = connection.createStatement()) {
        statement.execute(sql);
      }
    }
  }

  @Override
  public EngineProfile profile() {
    return profile.engine();
  }

  @Override
  public void mount(Dataset dataset) {
    try (Connection connection = pool.getConnection()) {
      profile.behaviour().mount(dataset, new JdbcSession(connection, errors));
    } catch (SQLException e) {
      throw errors.failure(e, null);
    }
  }

  @Override
  public Rows query(SqlStatement statement, List<Column<?>> columns, Execution execution) {
    JdbcCall call = new JdbcCall(profile, errors, statement, execution);
    for (int attempt = 1; ; attempt++) {
      execution.cancellation().check();
      try {
        return query(statement, columns, call);
      } catch (SQLException e) {
        if (attempt == ATTEMPTS || !call.mayGoOn() || !errors.isPassing(e)) {
          throw call.failure(e);
        }
        JdbcClock.pause(PAUSE_MILLIS << attempt);
        call = call.again();
      }
    }
  }

  private Rows query(SqlStatement statement, List<Column<?>> columns, JdbcCall call)
      throws SQLException {
    Connection connection = null;
    try {
      connection = pool.getConnection();
      PreparedStatement prepared =
          JdbcBinds.prepare(connection, statement, profile.behaviour()::bound);
      call.starts(prepared);
      return new JdbcRows(call, connection, prepared, prepared.executeQuery(), columns);
    } catch (SQLException e) {
      call.close();
      closeQuietly(connection);
      throw e;
    } catch (RuntimeException e) {
      call.close();
      closeQuietly(connection);
      throw e;
    }
  }

  private static void closeQuietly(@org.jspecify.annotations.Nullable Connection connection) {
    if (connection != null) {
      try {
        connection.close();
      } catch (SQLException e) {
        // The error that led here is the one to tell.
      }
    }
  }

  @Override
  public void run(List<SqlStatement> statements, Execution execution) {
    execution.cancellation().check();
    try (Connection connection = pool.getConnection()) {
      if (!profile.behaviour().isTransactional() || statements.size() == 1) {
        for (SqlStatement statement : statements) {
          runOne(connection, statement, execution);
        }
        return;
      }
      connection.setAutoCommit(false);
      try {
        for (SqlStatement statement : statements) {
          runOne(connection, statement, execution);
        }
        connection.commit();
      } catch (SQLException | RuntimeException e) {
        connection.rollback();
        throw e;
      } finally {
        connection.setAutoCommit(true);
      }
    } catch (SQLException e) {
      throw errors.failure(e, null);
    }
  }

  private void runOne(Connection connection, SqlStatement statement, Execution execution) {
    try (JdbcCall call = new JdbcCall(profile, errors, statement, execution)) {
      try (PreparedStatement prepared =
          JdbcBinds.prepare(connection, statement, profile.behaviour()::bound)) {
        call.starts(prepared);
        prepared.execute();
      } catch (SQLException e) {
        throw call.failure(e);
      }
    }
  }

  @Override
  public void replace(
      String schema, String name, boolean view, SqlStatement query, Execution execution) {
    Replacement wanted = new Replacement(schema, name, view, query.text(), Placement.none());
    runMade(session -> profile.behaviour().replace(wanted, session), execution);
  }

  @Override
  public void replaceTable(
      String schema, String name, SqlStatement query, Placement placement, Execution execution) {
    Replacement wanted = new Replacement(schema, name, false, query.text(), placement);
    runMade(session -> profile.behaviour().replace(wanted, session), execution);
  }

  @Override
  public boolean readsStores() {
    return profile.behaviour().readsStores();
  }

  @Override
  public MaterializedViews materializedViews() {
    return profile
        .behaviour()
        .materialized()
        .<MaterializedViews>map(own -> new JdbcMaterializedViews(this, own))
        .orElseGet(Engine.super::materializedViews);
  }

  /** Runs statements that an engine makes after a look at what is there. */
  void runMade(Function<JdbcProfile.Session, List<String>> made, Execution execution) {
    List<String> statements;
    try (Connection connection = pool.getConnection()) {
      statements = made.apply(new JdbcSession(connection, errors));
    } catch (SQLException e) {
      throw errors.failure(e, null);
    }
    run(statements.stream().map(SqlStatement::of).toList(), execution);
  }

  @Override
  public void close() {
    pool.close();
  }
}
