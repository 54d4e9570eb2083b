package org.athena.jdbc;

import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import org.athena.error.AthenaException;
import org.athena.error.EngineFailedException;
import org.athena.error.EngineUnavailableException;
import org.jspecify.annotations.Nullable;

/** Tells drivers' errors by kind. */
final class JdbcErrors {

  private final JdbcProfile profile;

  JdbcErrors(JdbcProfile profile) {
    this.profile = profile;
  }

  /** The error as Athena throws it. */
  AthenaException failure(SQLException error, @Nullable String statement) {
    String engine = profile.engine().name();
    if (error instanceof SQLTransientConnectionException) {
      return new EngineUnavailableException(
          "Cannot get a connection to engine %s: all %d are in use. Close row streams, or raise the number of connections."
              .formatted(engine, profile.connections()),
          error);
    }
    String message = error.getMessage() == null ? "no message" : error.getMessage();
    String state = error.getSQLState() == null ? "" : error.getSQLState();
    EngineFailedException.Kind kind =
        profile
            .behaviour()
            .kindOf(new JdbcProfile.DriverError(message, state, error.getErrorCode()));
    return new EngineFailedException(
        kind,
        engine,
        "Engine %s failed (%s): %s".formatted(engine, kind, message),
        statement,
        error);
  }
}
