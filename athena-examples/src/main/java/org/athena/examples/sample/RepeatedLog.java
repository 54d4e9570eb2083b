package org.athena.examples.sample;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;

/**
 * A large log made of a smaller one: its events several times, each time under cards and ids of
 * their own, which differ in their first letters.
 */
public final class RepeatedLog {

  private static final int LETTERS = 26;

  private RepeatedLog() {}

  /**
   * Writes Parquet files, one for each time.
   *
   * @param transactions the folder of the smaller log's Parquet files
   * @param into the folder to write to
   * @param times how many times, at most 26
   * @throws IOException when a file cannot be read or written
   */
  public static void write(Path transactions, Path into, int times) throws IOException {
    if (times > LETTERS) {
      throw new IllegalArgumentException(
          "Cannot repeat a log %d times: there are %d letters. Start from a larger log."
              .formatted(times, LETTERS));
    }
    Files.createDirectories(into);
    try (Connection connection = DriverManager.getConnection("jdbc:duckdb:");
        Statement statement = connection.createStatement()) {
      for (int i = 0; i < times; i++) {
        statement.execute(
            """
            COPY (
              SELECT * REPLACE ('%1$s' || substr(event_id, 2) AS event_id,
                '%1$s' || substr(card_id, 2) AS card_id)
              FROM read_parquet('%2$s/*.parquet')
            ) TO '%3$s/copy-%1$s.parquet'\
            """
                .formatted((char) ('A' + i), transactions, into));
      }
    } catch (SQLException e) {
      throw new IOException("Cannot repeat the log in %s".formatted(transactions), e);
    }
  }
}
