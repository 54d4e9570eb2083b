package org.athena.examples.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/** Texts as DuckDB's own readers of CSV and JSON see them. */
final class DuckDbSees {

  private DuckDbSees() {}

  /** The rows of a query over {@code answer}, a relation read from a JSON text. */
  static List<List<String>> json(String text, String query) {
    return rows(text, "read_json(%s, maximum_object_size = 100000000)", query);
  }

  /** The rows of a query over {@code answer}, a relation of texts read from a CSV text. */
  static List<List<String>> csv(String text, String query) {
    return rows(
        text,
        "read_csv(%s, header = true, delim = ',', quote = '\"', escape = '\"', all_varchar = true, auto_detect = false, columns = {'a': 'VARCHAR', 'b': 'VARCHAR', 'c': 'VARCHAR'})",
        query);
  }

  private static List<List<String>> rows(String text, String function, String query) {
    try {
      Path file = Files.createTempFile("athena-cli", ".txt");
      Files.writeString(file, text);
      try (Connection connection = DriverManager.getConnection("jdbc:duckdb:");
          Statement statement = connection.createStatement()) {
        statement.execute(
            "CREATE TABLE answer AS SELECT * FROM " + function.formatted("'" + file + "'"));
        return rows(statement.executeQuery(query));
      } finally {
        Files.delete(file);
      }
    } catch (IOException | SQLException e) {
      throw new AssertionError(text, e);
    }
  }

  private static List<List<String>> rows(ResultSet found) throws SQLException {
    List<List<String>> rows = new ArrayList<>();
    while (found.next()) {
      List<String> row = new ArrayList<>();
      for (int i = 1; i <= found.getMetaData().getColumnCount(); i++) {
        row.add(found.getString(i));
      }
      rows.add(row);
    }
    return rows;
  }
}
