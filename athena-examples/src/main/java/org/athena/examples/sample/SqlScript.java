package org.athena.examples.sample;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;

/**
 * SQL from a file beside this class; its parameters are variables of the connection.
 *
 * @param text the statements
 */
record SqlScript(String text) {

  static SqlScript named(String fileName) {
    try (InputStream file = SqlScript.class.getResourceAsStream(fileName)) {
      if (file == null) {
        throw new IllegalStateException("Cannot read " + fileName + ": it is not on the path.");
      }
      return new SqlScript(new String(file.readAllBytes(), StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot read " + fileName + ".", e);
    }
  }

  void runOn(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(text);
    }
  }
}
