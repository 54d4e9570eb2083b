package org.athena.examples.sample;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;

/**
 * The COPY statements of one output.
 *
 * @param output the shape of the files
 * @param transactions the folder for the transactions
 * @param cards the folder for the cards
 */
record CopyStatements(Output output, Path transactions, Path cards) {

  private static final String PARQUET =
      """
      COPY (SELECT * EXCLUDE (planted) FROM transaction_row)
      TO ? (FORMAT parquet, COMPRESSION zstd)
      """;

  private static final String CARDS_PARQUET =
      "COPY (FROM card_row) TO ? (FORMAT parquet, COMPRESSION zstd)";
  private static final String CARDS_CSV = "COPY (FROM card_row) TO ? (FORMAT csv, HEADER true)";
  private static final String CARDS_JSON = "COPY (FROM card_row) TO ? (FORMAT json)";

  void copyTransactions(Connection connection, Chunk chunk) throws SQLException {
    if (output.split() == Output.Split.MONTHS) {
      run(connection, parquetByMonth(chunk), transactions);
      return;
    }
    String sql =
        switch (output.form()) {
          case PARQUET -> PARQUET;
          case CSV -> lines("transaction_csv", true);
          case JSON_LINES -> lines("transaction_json", false);
        };
    run(connection, sql, file(transactions, chunk));
  }

  void copyCards(Connection connection, Chunk chunk) throws SQLException {
    String sql =
        switch (output.form()) {
          case PARQUET -> CARDS_PARQUET;
          case CSV -> CARDS_CSV;
          case JSON_LINES -> CARDS_JSON;
        };
    run(connection, sql, file(cards, chunk));
  }

  /** Several writers share the folders of the months; the pattern keeps their files apart. */
  private static String parquetByMonth(Chunk chunk) {
    return """
    COPY (
      SELECT * EXCLUDE (planted), strftime(occurred_at, '%%Y-%%m') AS month
      FROM transaction_row
    ) TO ? (FORMAT parquet, COMPRESSION zstd, PARTITION_BY (month), OVERWRITE_OR_IGNORE,
      FILENAME_PATTERN '%s-{i}')
    """
        .formatted(chunk.fileName());
  }

  /** The lines are made in SQL, broken ones too: the writer is to leave them as they are. */
  private static String lines(String view, boolean header) {
    return """
    COPY (FROM %s)
    TO ? (FORMAT csv, HEADER %b, DELIMITER E'\\x01', QUOTE E'\\x02', ESCAPE E'\\x02')
    """
        .formatted(view, header);
  }

  private Path file(Path folder, Chunk chunk) {
    return folder.resolve(chunk.fileName() + "." + output.form().extension());
  }

  private static void run(Connection connection, String sql, Path target) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      statement.setString(1, target.toString());
      statement.execute();
    }
  }
}
