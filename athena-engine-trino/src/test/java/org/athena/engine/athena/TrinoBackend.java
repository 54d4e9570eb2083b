package org.athena.engine.athena;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.athena.fixture.TrinoServer;

/**
 * Runs statements on a Trino server, whose language of queries is that of Amazon Athena. Of the
 * definitions it knows those that the engine sends by itself, and says them as Trino does; of the
 * properties of a table it takes the format.
 */
final class TrinoBackend implements Backend {

  private static final Pattern PROPERTIES =
      Pattern.compile(
          "^(CREATE TABLE \\S+) WITH \\(table_type = 'ICEBERG', is_external = false, format = 'PARQUET', location = 's3://[^']+/'\\) AS ");
  private static final int FIRST_ROWS = 1_001;

  /** Names of the errors that the tests bring about, by the numbers that the driver gives. */
  private static final Map<Integer, String> ERRORS =
      Map.of(
          1, "SYNTAX_ERROR",
          8, "DIVISION_BY_ZERO",
          9, "INVALID_CAST_ARGUMENT",
          19, "NUMERIC_VALUE_OUT_OF_RANGE",
          45, "SCHEMA_NOT_FOUND",
          46, "TABLE_NOT_FOUND",
          47, "COLUMN_NOT_FOUND");

  private final String address;
  private final String catalog;

  TrinoBackend(String address, String catalog) {
    this.address = address;
    this.catalog = catalog;
  }

  private Connection connection(String schema) throws SQLException {
    return DriverManager.getConnection(
        "jdbc:trino://%s/%s/%s?user=athena&sessionProperties=%s"
            .formatted(address, catalog, schema, TrinoServer.SESSION));
  }

  /** The statement as Trino says it. */
  static String translated(String sql) {
    Matcher table = PROPERTIES.matcher(sql);
    if (table.find()) {
      return table.replaceFirst("$1 WITH (format = 'PARQUET') AS ");
    }
    if (sql.startsWith("CREATE DATABASE ")) {
      return sql.replace("CREATE DATABASE", "CREATE SCHEMA").replace('`', '"');
    }
    return sql.startsWith("DROP TABLE ") ? sql.replace('`', '"') : sql;
  }

  @Override
  public Work start(String sql, String database) {
    Running running = new Running();
    Thread.ofVirtual().start(() -> running.run(sql, database));
    return running;
  }

  @Override
  public List<String> tables(String database) {
    List<String> names = new ArrayList<>();
    try (Connection connection = connection(database);
        PreparedStatement show = connection.prepareStatement("SHOW TABLES");
        ResultSet tables = show.executeQuery()) {
      while (tables.next()) {
        names.add(tables.getString(1));
      }
      return names;
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  /**
   * A statement on Trino. It has succeeded when a page of its rows is there: what fails later than
   * that ends the request that reads it.
   */
  private final class Running implements Work {

    private final Queue<List<String>> first = new ArrayDeque<>();
    private final List<String> columns = new ArrayList<>();
    private volatile Status status = Status.of("QUEUED");
    private volatile Statement statement;
    private Connection connection;
    private ResultSet rows;
    private boolean exhausted;

    void run(String sql, String database) {
      try {
        connection = connection(database);
        statement = connection.createStatement();
        synchronized (this) {
          if (status.hasEnded()) {
            return;
          }
          status = Status.of("RUNNING");
        }
        if (statement.execute(translated(sql))) {
          rows = statement.getResultSet();
          for (int i = 1; i <= rows.getMetaData().getColumnCount(); i++) {
            columns.add(rows.getMetaData().getColumnLabel(i));
          }
          while (first.size() < FIRST_ROWS && !exhausted) {
            List<String> row = read();
            if (row != null) {
              first.add(row);
            }
          }
        }
        end("SUCCEEDED", null);
      } catch (SQLException e) {
        String name = ERRORS.getOrDefault(e.getErrorCode(), "GENERIC_INTERNAL_ERROR");
        end("FAILED", name + ": " + e.getMessage());
      }
    }

    private synchronized void end(String state, String reason) {
      if (!status.hasEnded()) {
        status = new Status(state, reason, false, Script.scanned(0));
      }
    }

    private List<String> read() throws SQLException {
      if (exhausted || !rows.next()) {
        exhausted = true;
        connection.close();
        return null;
      }
      List<String> row = new ArrayList<>(columns.size());
      for (int i = 1; i <= columns.size(); i++) {
        row.add(rows.getString(i));
      }
      return row;
    }

    @Override
    public Status status() {
      return status;
    }

    @Override
    public void stop() {
      end("CANCELLED", "Query cancelled by user");
      try {
        if (statement != null) {
          statement.cancel();
        }
        if (connection != null) {
          connection.close();
        }
      } catch (SQLException e) {
        // It had ended by itself.
      }
    }

    @Override
    public List<String> columns() {
      return columns;
    }

    @Override
    public List<String> next() {
      if (!first.isEmpty()) {
        return first.remove();
      }
      try {
        return rows == null ? null : read();
      } catch (SQLException e) {
        throw new IllegalStateException(e);
      }
    }
  }
}
