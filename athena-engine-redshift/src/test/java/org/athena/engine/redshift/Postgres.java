package org.athena.engine.redshift;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.Collectors;
import org.athena.kit.Table;
import org.athena.model.Dataset;
import org.athena.model.Type;
import org.postgresql.PGConnection;

/**
 * A PostgreSQL server in a process of its own, one for all tests of a run, which orders texts byte
 * by byte as Redshift does.
 */
final class Postgres {

  /** Stands for the view of Redshift's of the same name. */
  private static final String MATERIALIZED_VIEWS =
      "CREATE VIEW svv_mv_info AS SELECT schemaname AS schema_name, matviewname AS name FROM pg_matviews; GRANT SELECT ON svv_mv_info TO public";

  private static final EmbeddedPostgres SERVER = start();

  private Postgres() {}

  private static EmbeddedPostgres start() {
    try {
      EmbeddedPostgres server =
          EmbeddedPostgres.builder()
              .setLocaleConfig("locale-provider", "builtin")
              .setLocaleConfig("builtin-locale", "C.UTF-8")
              .setLocaleConfig("locale", "C")
              .setLocaleConfig("encoding", "UTF8")
              .setServerConfig("jit", "off")
              .setServerConfig("work_mem", "64MB")
              .setServerConfig("max_connections", "100")
              .setServerConfig("standard_conforming_strings", "off")
              .start();
      Runtime.getRuntime().addShutdownHook(new Thread(() -> close(server)));
      execute(server, MATERIALIZED_VIEWS);
      return server;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void close(EmbeddedPostgres server) {
    try {
      server.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static int port() {
    return SERVER.getPort();
  }

  /** The URL of the engine over a relay to this server. */
  static String url(Relay relay) {
    return "redshift://localhost:%d/postgres?ssl=false&user=postgres&password=postgres"
        .formatted(relay.port());
  }

  static void execute(String sql) {
    execute(SERVER, sql);
  }

  private static void execute(EmbeddedPostgres server, String sql) {
    try (Connection connection = server.getPostgresDatabase().getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    } catch (SQLException e) {
      throw new IllegalStateException(sql, e);
    }
  }

  /** Copies rows into a table whose columns have the types that Redshift has for them. */
  static Dataset load(Table table) {
    String columns =
        table.columns().stream()
            .map(column -> Sql.name(column.name()) + " " + type(column.type()))
            .collect(Collectors.joining(", "));
    String name = Sql.name(table.name());
    execute("DROP TABLE IF EXISTS %s; CREATE TABLE %s (%s)".formatted(name, name, columns));
    String rows =
        table.rows().stream()
            .map(row -> row.stream().map(Postgres::field).collect(Collectors.joining("\t")))
            .collect(Collectors.joining("\n"));
    try (Connection connection = SERVER.getPostgresDatabase().getConnection()) {
      if (!rows.isEmpty()) {
        connection
            .unwrap(PGConnection.class)
            .getCopyAPI()
            .copyIn("COPY " + name + " FROM STDIN", new StringReader(rows + "\n"));
      }
    } catch (SQLException | IOException e) {
      throw new IllegalStateException("Cannot load " + table, e);
    }
    execute("ANALYZE " + name);
    return Dataset.of(table.name(), List.copyOf(table.columns()));
  }

  static String type(Type<?> type) {
    return switch (type.kind()) {
      case STRING -> "varchar(65535)";
      case INTEGER -> "bigint";
      case DECIMAL -> "decimal(%d, %d)".formatted(type.precision(), type.scale());
      case BOOLEAN -> "boolean";
      case DATE -> "date";
      case INSTANT, LOCAL_TIMESTAMP -> "timestamp";
    };
  }

  private static String field(Object value) {
    return switch (value) {
      case null -> "\\N";
      case String text ->
          text.replace("\\", "\\\\").replace("\t", "\\t").replace("\n", "\\n").replace("\r", "\\r");
      case BigDecimal number -> number.toPlainString();
      case Instant instant -> LocalDateTime.ofInstant(instant, ZoneOffset.UTC).toString();
      default -> value.toString();
    };
  }
}
