package org.athena.examples.sample;

import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import java.util.TreeMap;

/** The files of a log, as the views {@code tx}, {@code cards} and {@code clean} of a database. */
final class WrittenFiles implements AutoCloseable {

  /** What an audit does: rejects what is broken, drops orphans, keeps the last version. */
  private static final String CLEAN =
      """
      CREATE TEMP VIEW clean AS
      SELECT * FROM tx
      WHERE card_id IN (SELECT card_id FROM cards) AND amount > 0
        AND type IN ('ISSUE', 'RELOAD', 'REDEEM', 'REFUND', 'VOID', 'EXPIRE')
      QUALIFY row_number() OVER (PARTITION BY event_id ORDER BY recorded_at DESC) = 1
      """;

  private static final String CHECKSUM =
      """
      SELECT count(*) || ':' || coalesce(bit_xor(md5_number_lower(concat_ws('|', event_id,
        coalesce(card_id, '-'), type, coalesce(amount::VARCHAR, '-'), currency, occurred_at,
        recorded_at, program, merchant_id, channel, coalesce(ref_event_id, '-')))), 0)
      FROM tx
      """;

  private final Connection connection;

  private WrittenFiles(Connection connection) {
    this.connection = connection;
  }

  /** The files of a log in Parquet. */
  static WrittenFiles parquet(Written written) throws SQLException {
    var files = empty();
    files.table("tx", "SELECT * FROM read_parquet(?)", written.transactions().toArray());
    files.table("cards", "SELECT * FROM read_parquet(?)", written.cards().toArray());
    files.run(CLEAN);
    return files;
  }

  /** The lines of a log in text, as the table {@code line}, without the headers. */
  static WrittenFiles lines(Written written) throws SQLException {
    var files = empty();
    files.table(
        "line",
        """
        SELECT line FROM read_csv(?, columns = {'line': 'VARCHAR'}, delim = E'\\x01', quote = '',
          escape = '', header = false, auto_detect = false)
        WHERE line NOT LIKE 'event_id,%'
        """,
        written.transactions().toArray());
    return files;
  }

  static WrittenFiles empty() throws SQLException {
    return new WrittenFiles(DriverManager.getConnection("jdbc:duckdb:"));
  }

  /** Makes a table of a query over files. */
  void table(String name, String query, Object[] files) throws SQLException {
    Object[] paths = new Object[files.length];
    for (int i = 0; i < files.length; i++) {
      paths[i] = files[i].toString();
    }
    String sql = "CREATE TABLE " + name + " AS " + query;
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      statement.setArray(1, connection.createArrayOf("VARCHAR", paths));
      statement.execute();
    }
  }

  /** Makes the view of the clean rows, once there are {@code tx} and {@code cards}. */
  void clean() throws SQLException {
    run(CLEAN);
  }

  void run(String sql) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  void set(String variable, Object[] values) throws SQLException {
    try (PreparedStatement statement =
        connection.prepareStatement("SET VARIABLE " + variable + " = ?")) {
      statement.setArray(1, connection.createArrayOf("UBIGINT", values));
      statement.execute();
    }
  }

  long count(String sql) throws SQLException {
    return Long.parseLong(text(sql));
  }

  /** Sums by the text in the first column. */
  Map<String, BigDecimal> sums(String sql) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(sql)) {
      Map<String, BigDecimal> sums = new TreeMap<>();
      while (row.next()) {
        sums.put(row.getString(1), row.getBigDecimal(2));
      }
      return sums;
    }
  }

  String text(String sql) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(sql)) {
      row.next();
      return row.getString(1);
    }
  }

  /** A number that all rows of the transactions go into, in no order. */
  String checksum() throws SQLException {
    return text(CHECKSUM);
  }

  static String checksumOf(Written written) throws SQLException {
    try (var files = parquet(written)) {
      return files.checksum();
    }
  }

  @Override
  public void close() throws SQLException {
    connection.close();
  }
}
