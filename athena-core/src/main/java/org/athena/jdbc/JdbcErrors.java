package org.athena.jdbc;

import java.net.ConnectException;
import java.net.UnknownHostException;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import javax.net.ssl.SSLException;
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
    if (isUnreachable(error)) {
      return new EngineUnavailableException(
          "Cannot reach engine %s: %s. Check its URL and that it runs."
              .formatted(engine, innermost(error)),
          error);
    }
    String message = error.getMessage() == null ? "no message" : error.getMessage();
    EngineFailedException.Kind kind = profile.behaviour().kindOf(told(error));
    return new EngineFailedException(
        kind,
        engine,
        "Engine %s failed (%s%s): %s"
            .formatted(
                engine, kind, error.getErrorCode() == 0 ? "" : " " + error.getErrorCode(), message),
        statement,
        error);
  }

  /** Whether the error is one that passes by itself. */
  boolean isPassing(SQLException error) {
    return !isUnreachable(error) && profile.behaviour().isPassing(told(error));
  }

  private static JdbcProfile.DriverError told(SQLException error) {
    String message = error.getMessage() == null ? "no message" : error.getMessage();
    String state = error.getSQLState() == null ? "" : error.getSQLState();
    return new JdbcProfile.DriverError(message, state, error.getErrorCode());
  }

  private static boolean isUnreachable(SQLException error) {
    for (Throwable cause = error.getCause(); cause != null; cause = cause.getCause()) {
      if (cause instanceof ConnectException
          || cause instanceof UnknownHostException
          || cause instanceof SSLException) {
        return true;
      }
    }
    return false;
  }

  private static String innermost(Throwable error) {
    Throwable cause = error;
    while (cause.getCause() != null) {
      cause = cause.getCause();
    }
    return cause.getMessage() == null ? cause.getClass().getSimpleName() : cause.getMessage();
  }
}
