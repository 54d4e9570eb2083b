package org.athena.jdbc;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.function.UnaryOperator;
import org.athena.spi.SqlStatement;

/** Prepares statements and binds their values. */
final class JdbcBinds {

  private JdbcBinds() {}

  static PreparedStatement prepare(
      Connection connection, SqlStatement statement, UnaryOperator<Object> bound)
      throws SQLException {
    PreparedStatement prepared = connection.prepareStatement(statement.text());
    try {
      for (int i = 0; i < statement.binds().size(); i++) {
        prepared.setObject(i + 1, bound.apply(statement.binds().get(i).value()));
      }
      return prepared;
    } catch (SQLException | RuntimeException e) {
      prepared.close();
      throw e;
    }
  }
}
