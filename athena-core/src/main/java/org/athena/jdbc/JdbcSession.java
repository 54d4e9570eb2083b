package org.athena.jdbc;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/** One connection as engines see it while they set up. */
final class JdbcSession implements JdbcProfile.Session {

  private final Connection connection;
  private final JdbcErrors errors;

  JdbcSession(Connection connection, JdbcErrors errors) {
    this.connection = connection;
    this.errors = errors;
  }

  @Override
  public void execute(String sql) {
    try (Statement statement = connection.createStatement()) {
      statement.execute(sql);
    } catch (SQLException e) {
      throw errors.failure(e, sql);
    }
  }

  @Override
  public List<List<String>> texts(String sql) {
    try (Statement statement = connection.createStatement();
        ResultSet result = statement.executeQuery(sql)) {
      List<List<String>> rows = new ArrayList<>();
      int width = result.getMetaData().getColumnCount();
      while (result.next()) {
        List<String> row = new ArrayList<>();
        for (int i = 1; i <= width; i++) {
          row.add(result.getString(i));
        }
        rows.add(row);
      }
      return rows;
    } catch (SQLException e) {
      throw errors.failure(e, sql);
    }
  }
}
