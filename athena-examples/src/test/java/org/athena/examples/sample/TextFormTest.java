package org.athena.examples.sample;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TextFormTest {

  private static final SampleLog LOG = SampleLog.cards(20_000).cardsPerFile(7_000);

  private static final String SUMS =
      "SELECT currency || ' ' || type, sum(amount) FROM clean GROUP BY ALL";

  @TempDir Path folder;

  @Test
  void ofACleanLogReadsBackToTheSameRows() throws SQLException {
    Written parquet = LOG.clean().writeTo(folder.resolve("parquet"));
    Written csv = LOG.clean().asText().writeTo(folder.resolve("csv"));

    try (var files = WrittenFiles.empty()) {
      files.table(
          "tx",
          """
          SELECT * FROM read_csv(?, header = true, auto_detect = false, columns = {
            'event_id': 'VARCHAR', 'card_id': 'VARCHAR', 'type': 'VARCHAR',
            'amount': 'DECIMAL(18,2)', 'currency': 'VARCHAR', 'occurred_at': 'TIMESTAMP',
            'recorded_at': 'TIMESTAMP', 'program': 'VARCHAR', 'merchant_id': 'VARCHAR',
            'channel': 'VARCHAR', 'ref_event_id': 'VARCHAR'})
          """,
          csv.transactions().toArray());
      assertEquals(WrittenFiles.checksumOf(parquet), files.checksum());
      files.table("cards", "SELECT * FROM read_csv(?, header = true)", csv.cards().toArray());
      assertEquals(20_000, files.count("SELECT count(DISTINCT card_id) FROM cards"));
    }
    assertEquals(parquet.truth(), csv.truth());
  }

  @Test
  void ofADirtyLogReadsBackToTheSameSums() throws SQLException {
    Written csv = LOG.asText().writeTo(folder.resolve("csv"));
    Written json = LOG.asJsonLines().writeTo(folder.resolve("json"));
    Map<String, BigDecimal> sums = sumsOfParquet();

    try (var files = WrittenFiles.lines(csv)) {
      files.run(
          """
          CREATE TABLE field AS SELECT string_split(line, ',') AS f FROM line;
          CREATE TABLE tx AS
          SELECT f[1] AS event_id, f[2] AS card_id, f[3] AS type,
            try_cast(f[4] AS DECIMAL(18, 2)) AS amount, f[5] AS currency, f[7] AS recorded_at
          FROM field WHERE len(f) = 11 AND try_cast(f[6] AS TIMESTAMP) IS NOT NULL
          """);
      files.table("cards", "SELECT * FROM read_csv(?, header = true)", csv.cards().toArray());
      files.clean();
      assertEquals(sums, files.sums(SUMS));
      assertEquals(csv.rowCount(), files.count("SELECT count(*) FROM line"));
      assertPlanted(csv, Dirt.TOO_FEW_FIELDS, files, "FROM field WHERE len(f) < 11");
      assertPlanted(csv, Dirt.TOO_MANY_FIELDS, files, "FROM field WHERE len(f) > 11");
      assertPlanted(
          csv,
          Dirt.UNREADABLE_AMOUNT,
          files,
          "FROM field WHERE f[4] <> '' AND try_cast(f[4] AS DECIMAL(18, 2)) IS NULL");
      assertPlanted(
          csv, Dirt.UNREADABLE_DATE, files, "FROM field WHERE try_cast(f[6] AS TIMESTAMP) IS NULL");
    }

    try (var files = WrittenFiles.lines(json)) {
      files.run(
          """
          CREATE TABLE tx AS
          SELECT (line->>'event_id') AS event_id, (line->>'card_id') AS card_id,
            (line->>'type') AS type, (line->>'currency') AS currency,
            try_cast((line->>'amount') AS DECIMAL(18, 2)) AS amount,
            (line->>'recorded_at') AS recorded_at
          FROM line
          WHERE json_valid(line) AND try_cast((line->>'occurred_at') AS TIMESTAMP) IS NOT NULL
          """);
      files.table("cards", "SELECT * FROM read_json(?)", json.cards().toArray());
      files.clean();
      assertEquals(sums, files.sums(SUMS));
      assertEquals(
          json.planted(Dirt.TOO_FEW_FIELDS) + json.planted(Dirt.TOO_MANY_FIELDS),
          files.count("SELECT count(*) FROM line WHERE NOT json_valid(line)"));
    }
    assertEquals(csv.planted(), json.planted());
  }

  @Test
  void hasAHeaderAndIsoTimes() throws IOException {
    Path file = LOG.asText().writeTo(folder).transactions().getFirst();

    try (var lines = Files.lines(file)) {
      var head = lines.limit(2).toList();
      assertEquals(
          "event_id,card_id,type,amount,currency,occurred_at,recorded_at,program,merchant_id,"
              + "channel,ref_event_id",
          head.getFirst());
      assertTrue(
          head.getLast()
              .matches(
                  "E\\d{12},C\\d{10},ISSUE,\\d+\\.\\d\\d,[A-Z]{3},2021-01-01T[\\d:]{8}Z,"
                      + "2021-01-01T[\\d:]{8}Z,[A-Z]+,M\\d{4},[A-Z0-9]+,"),
          head::getLast);
    }
  }

  private Map<String, BigDecimal> sumsOfParquet() throws SQLException {
    try (var files = WrittenFiles.parquet(LOG.writeTo(folder.resolve("parquet")))) {
      return new TreeMap<>(files.sums(SUMS));
    }
  }

  private static void assertPlanted(
      Written written, Dirt kind, WrittenFiles files, String fromWhere) throws SQLException {
    assertTrue(written.planted(kind) > 0, kind::name);
    assertEquals(written.planted(kind), files.count("SELECT count(*) " + fromWhere), kind::name);
  }
}
