package org.athena.engine.trino;

import static org.athena.query.Query.from;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.OutputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.athena.Athena;
import org.athena.error.BadDataException;
import org.athena.error.InvalidQuestionException;
import org.athena.error.UnsupportedByEngineException;
import org.athena.fixture.S3Service;
import org.athena.fixture.TrinoServer;
import org.athena.kit.EngineContract;
import org.athena.model.Column;
import org.athena.model.Dataset;
import org.athena.model.Lake;
import org.athena.model.Layout;
import org.athena.model.NativeQuery;
import org.athena.model.Zone;
import org.junit.jupiter.api.Test;

/** Files of each format as views over external tables: types, bad lines, partitions, changes. */
final class TrinoFilesTest extends EngineContract {

  private static final Column<String> ID = Column.string("id");
  private static final Column<BigDecimal> AMOUNT = Column.decimal("amount", 18, 2);
  private static final Column<LocalDate> DAY = Column.date("day");
  private static final Column<String> PROBLEM = Column.string("athena_problem");

  @Override
  protected Athena open(Lake lake) {
    return Athena.open(TrinoServer.running().url("hive", "files", lake.root()), lake);
  }

  private static Dataset csv(String file) {
    return Dataset.of("t", ID, AMOUNT, DAY).layout(Layout.csv()).at(file);
  }

  private static List<String> lines(Athena athena, Dataset dataset) {
    athena.rows(dataset);
    NativeQuery all =
        NativeQuery.of(
            "all",
            "trino",
            "select id, amount, day, athena_problem from t",
            ID,
            AMOUNT,
            DAY,
            PROBLEM);
    return athena.rows(all).stream().map(row -> row.values().toString()).sorted().toList();
  }

  @Test
  void everyBadLineIsARowWithItsReason() {
    write(
        "t.csv",
        "id,amount,day",
        "a,1.50,2024-01-31",
        "b,abc,2024-01-31",
        "c,1.505,2024-01-31",
        "d,1.500,2024-02-30",
        "e,2.00",
        "f,1,2024-01-01,x,y",
        "g, 7 ,",
        "\"h,1\",-3,2024-01-01",
        "i,99999999999999999999,2024-01-01",
        "j,1e3,2024-01-01",
        "k,\"2,2024-01-31",
        "\"l \"\"x\"\"\",3,2024-01-31");
    try (Athena athena = open()) {
      assertEquals(
          List.of(
              "[a, 1.50, 2024-01-31, null]",
              "[b, null, 2024-01-31, amount is no decimal(18,2)]",
              "[c, null, 2024-01-31, amount has more decimals than decimal(18,2)]",
              "[d, 1.50, null, day is no date]",
              "[g, 7.00, null, null]",
              "[h,1, -3.00, 2024-01-01, null]",
              "[i, null, 2024-01-01, amount is no decimal(18,2)]",
              "[j, null, 2024-01-01, amount is no decimal(18,2)]",
              "[l \"x\", 3.00, 2024-01-31, null]",
              "[null, null, null, line is malformed: missing columns]",
              "[null, null, null, line is malformed: too many columns]",
              "[null, null, null, line is malformed]"),
          lines(athena, csv("t.csv")));
    }
  }

  @Test
  void bytesThatAreNoTextSpoilOnlyTheirLine() throws Exception {
    byte[] csv = "id,amount,day\na,1,2024-01-01\nb\u00e9,2,2024-01-01\n".getBytes("ISO-8859-1");
    Files.write(folder.resolve("t.csv"), csv);
    try (Athena athena = open()) {
      assertEquals(
          List.of(
              "[a, 1.00, 2024-01-01, null]",
              "[null, null, null, line is malformed: invalid encoding]"),
          lines(athena, csv("t.csv")));
    }
  }

  @Test
  void readsOtherDelimitersMarksCompressionAndHeaders() throws Exception {
    Path file = folder.resolve("part/1.csv.gz");
    Files.createDirectories(file.getParent());
    try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(file))) {
      out.write(
          "\uFEFF\"day\";other;id;amount\r\n2024-01-31;x;a;1.50\r\n"
              .getBytes(StandardCharsets.UTF_8));
    }
    write("part/2.csv", "day,id,new", "2024-01-02,b,x");
    write("part/not-this-one.txt", "x");
    try (Athena athena = open()) {
      assertEquals(
          List.of("[a, 1.50, 2024-01-31, null]", "[b, null, 2024-01-02, null]"),
          lines(athena, csv("part/*.csv*")));
    }
  }

  @Test
  void jsonLinesKeepBadRecordsWithTheirReason() {
    write(
        "t.jsonl",
        "{\"id\":\"a\",\"amount\":1.5,\"day\":\"2024-01-01\"}",
        "{\"id\":2,\"amount\":\"2.25\",\"more\":{\"x\":1}}",
        "{broken",
        "[1,2]",
        "{\"id\":\"c\",\"amount\":\"x\"}");
    try (Athena athena = open()) {
      assertEquals(
          List.of(
              "[2, 2.25, null, null]",
              "[a, 1.50, 2024-01-01, null]",
              "[c, null, null, amount is no decimal(18,2)]",
              "[null, null, null, line is no JSON object]",
              "[null, null, null, line is no JSON object]"),
          lines(athena, csv("t.jsonl").layout(Layout.jsonLines())));
    }
  }

  @Test
  void stampsAreReadInTheirZoneAndOverlapsTakeTheEarlierOffset() {
    Column<Instant> at = Column.instant("at");
    Column<LocalDateTime> wall = Column.localTimestamp("wall");
    write(
        "s.csv",
        "at,wall",
        "2024-01-01T10:00:00Z,2024-01-01 10:00",
        "2024-01-01 10:00:00+02:00,2024-01-01T10:00:00Z",
        "2024-01-01 10:00:00.123456,2024-07-01",
        "2024-10-27 02:30:00,2024-10-27 02:30:00",
        "2024-03-31 02:30:00,",
        "2024-07-01,");
    Dataset stamps =
        Dataset.of("s", at, wall)
            .layout(Layout.csv())
            .at("s.csv")
            .stampsIn(ZoneId.of("Europe/Berlin"));
    try (Athena athena = open()) {
      assertEquals(
          List.of(
              "[2024-01-01T08:00:00Z, 2024-01-01T11:00]",
              "[2024-01-01T09:00:00.123456Z, 2024-07-01T00:00]",
              "[2024-01-01T10:00:00Z, 2024-01-01T10:00]",
              "[2024-03-31T01:30:00Z, null]",
              "[2024-06-30T22:00:00Z, null]",
              "[2024-10-27T00:30:00Z, 2024-10-27T02:30]"),
          athena.rows(from(stamps).orderBy(at.asc())).stream()
              .map(row -> row.values().toString())
              .toList());
    }
  }

  /** DuckDB writes the files: their types are not those that the data set declares. */
  @Test
  void parquetTypesBecomeTheDeclaredOnesWithoutRounding() throws Exception {
    Files.createDirectories(folder.resolve("p"));
    try (Connection c = DriverManager.getConnection("jdbc:duckdb:");
        Statement s = c.createStatement()) {
      s.execute(
          "COPY (SELECT * FROM (VALUES (1::BIGINT, 12.5::DOUBLE, TIMESTAMP '2024-01-01 10:00:00'),"
              + " (2, 0.125::DOUBLE, NULL)) v(id, amount, day)) TO '%s' (FORMAT parquet)"
                  .formatted(folder.resolve("p/1.parquet")));
      s.execute(
          "COPY (SELECT 'c' AS id, 1.5::DECIMAL(9, 1) AS amount, 7 AS more) TO '%s' (FORMAT parquet)"
              .formatted(folder.resolve("p/2.parquet")));
      s.execute(
          "COPY (SELECT TIMESTAMPTZ '2024-01-01 10:00:00.123456+02' AS a, TIMESTAMP '2024-07-01 10:00:00.000001' AS w) TO '%s' (FORMAT parquet)"
              .formatted(folder.resolve("times.parquet")));
    }
    Column<Instant> a = Column.instant("a");
    Column<Instant> w = Column.instant("w");
    Dataset times =
        Dataset.of("times", a, w).at("times.parquet").stampsIn(ZoneId.of("Europe/Berlin"));
    try (Athena athena = open()) {
      assertEquals(
          List.of(
              "[1, 12.50, 2024-01-01, null]",
              "[2, null, null, amount has more decimals than decimal(18,2)]",
              "[c, 1.50, null, null]"),
          lines(athena, csv("p/*.parquet").layout(Layout.parquet())));
      assertEquals(
          List.of(
              Instant.parse("2024-01-01T08:00:00.123456Z"),
              Instant.parse("2024-07-01T08:00:00.000001Z")),
          athena.rows(times).get(0).values());
      write("bad.parquet", "this is no Parquet file");
      BadDataException bad =
          assertThrows(
              BadDataException.class,
              () -> athena.rows(csv("bad.parquet").layout(Layout.parquet())));
      assertTrue(bad.getMessage().contains("it is no Parquet file"), bad.getMessage());
    }
  }

  @Test
  void hivePartitionsAreColumnsAndNewOnesAreSeen() {
    write("raw/t/day=2024-01-01/a.csv", "id,amount", "a,1");
    write("raw/t/day=2024-01-02/b.csv", "id,amount", "b,2");
    Dataset zoned =
        Dataset.of("t", ID, AMOUNT, DAY).in(Zone.RAW).layout(Layout.csv().partitionedBy(DAY));
    try (Athena athena = open()) {
      assertEquals(
          List.of("[a, 1.00, 2024-01-01]", "[b, 2.00, 2024-01-02]"),
          athena.rows(from(zoned).orderBy(ID.asc())).stream()
              .map(row -> row.values().toString())
              .toList());
      write("raw/t/day=2024-01-03/c.csv", "id,amount", "c,3", "d,x");
      assertEquals(3, athena.rows(zoned).size());
    }
  }

  @Test
  void aLakeOnS3IsReadAsTheServerSeesIt() throws Exception {
    Path root = Files.createTempDirectory(S3Service.running().buckets().resolve("lake"), "files");
    Path file = Files.createDirectories(root.resolve("in")).resolve("t.csv");
    Files.writeString(file, "id,amount,day\na,1,2024-01-01\nb,x,2024-01-01\n");
    String url =
        "trino://%s/iceberg/files_on_s3?files=lake&lake=s3://lake/%s"
            .formatted(TrinoServer.running().address(), root.getFileName());
    try (Athena athena = Athena.open(url, root)) {
      assertEquals(
          List.of(
              "[a, 1.00, 2024-01-01, null]", "[b, null, 2024-01-01, amount is no decimal(18,2)]"),
          lines(athena, csv("in/*.csv")));
      Dataset table = athena.publish(from(csv("in/*.csv"))).asTable("kept");
      assertEquals(1, athena.rows(table).size());
    }
  }

  @Test
  void mistakesAreNamed() {
    write("t.csv", "id,amount", "a,1");
    try (Athena athena = open()) {
      BadDataException column =
          assertThrows(BadDataException.class, () -> athena.rows(csv("t.csv")));
      assertEquals(
          "Cannot read data set t: its files have no column 'day'; they have [id, amount]. Declare the columns as the files name them.",
          column.getMessage());
      InvalidQuestionException outside =
          assertThrows(InvalidQuestionException.class, () -> athena.rows(csv("../x.csv")));
      assertTrue(outside.getMessage().contains("outside of the lake"), outside.getMessage());
    }
    String blind = "trino://%s/hive/files".formatted(TrinoServer.running().address());
    try (Athena athena = Athena.open(blind, folder)) {
      UnsupportedByEngineException e =
          assertThrows(UnsupportedByEngineException.class, () -> athena.rows(csv("t.csv")));
      assertTrue(e.getMessage().contains("lacks FILES"), e.getMessage());
    }
  }
}
