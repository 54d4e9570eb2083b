package org.athena.examples.sample;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;

/** A database in memory that makes and writes one chunk after the other; not thread-safe. */
final class ChunkWriter implements AutoCloseable {

  private static final SqlScript DRAWS = SqlScript.named("draws.sql");
  private static final SqlScript CARDS = SqlScript.named("cards.sql");
  private static final SqlScript EVENTS = SqlScript.named("events.sql");
  private static final SqlScript VIEWS = SqlScript.named("views.sql");

  private final Connection connection;
  private final CopyStatements copies;
  private boolean ready;

  /**
   * A writer of a log.
   *
   * @param transactions the folder for the transactions, which exists
   * @param cards the folder for the cards, which exists
   * @param spill the folder for what does not fit into memory
   */
  ChunkWriter(SampleLog log, Path transactions, Path cards, Path spill) throws SQLException {
    copies = new CopyStatements(log.output(), transactions, cards);
    var settings = new Properties();
    settings.setProperty("threads", "1");
    settings.setProperty("memory_limit", "1GB");
    settings.setProperty("temp_directory", spill.toString());
    connection = DriverManager.getConnection("jdbc:duckdb:", settings);
    try {
      set(Parameters.of(log));
      DRAWS.runOn(connection);
    } catch (SQLException | RuntimeException e) {
      connection.close();
      throw e;
    }
  }

  Chunk.Done write(Chunk chunk) throws SQLException {
    set("first_card", chunk.firstCard());
    set("last_card", chunk.lastCard());
    CARDS.runOn(connection);
    EVENTS.runOn(connection);
    if (!ready) {
      VIEWS.runOn(connection);
      ready = true;
    }

    copies.copyTransactions(connection, chunk);
    copies.copyCards(connection, chunk);

    long rowCount = 0;
    Map<Dirt, Long> planted = new EnumMap<>(Dirt.class);
    try (Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery("SELECT planted, row_count FROM planted_count")) {
      while (rows.next()) {
        rowCount += rows.getLong("row_count");
        if (rows.getInt("planted") > 0) {
          planted.put(Dirt.ofCode(rows.getInt("planted")), rows.getLong("row_count"));
        }
      }
    }
    return new Chunk.Done(chunk.cardCount(), rowCount, truth(), planted);
  }

  @Override
  public void close() throws SQLException {
    connection.close();
  }

  private List<Truth.Row> truth() throws SQLException {
    List<Truth.Row> truth = new ArrayList<>();
    try (Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery("FROM outcome")) {
      while (row.next()) {
        truth.add(
            new Truth.Row(
                new Truth.Key(
                    row.getObject("cohort", LocalDate.class),
                    row.getString("program"),
                    row.getString("currency")),
                row.getLong("card_count"),
                outcome(row, ""),
                outcome(row, "_seen")));
      }
    }
    return truth;
  }

  private static Outcome outcome(ResultSet row, String suffix) throws SQLException {
    return new Outcome(
        row.getLong("loaded"),
        row.getLong("voided" + suffix),
        row.getLong("redeemed" + suffix),
        row.getLong("refunded" + suffix),
        row.getLong("expired" + suffix));
  }

  private void set(Parameters parameters) throws SQLException {
    set("from_second", parameters.fromSecond());
    set("until_second", parameters.untilSecond());
    set("skew_ppm", parameters.skew());
    set("drift_ppm", parameters.drift());
    set("keys", "UBIGINT", parameters.keys().toArray());
    set("issue_days", "BIGINT", parameters.issueDays().toArray());
    set("dirt", "BIGINT", parameters.dirt().toArray());
    set("first_use", "BIGINT", parameters.delays().firstUse());
    set("later_use", "BIGINT", parameters.delays().laterUse());
    set("brief", "BIGINT", Quantiles.brief());
  }

  private void set(String variable, long value) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(setting(variable))) {
      statement.setLong(1, value);
      statement.execute();
    }
  }

  private void set(String variable, String type, Object[] values) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(setting(variable))) {
      statement.setArray(1, connection.createArrayOf(type, values));
      statement.execute();
    }
  }

  /** Only ever with a name from this class. */
  private static String setting(String variable) {
    return "SET VARIABLE " + variable + " = ?";
  }
}
