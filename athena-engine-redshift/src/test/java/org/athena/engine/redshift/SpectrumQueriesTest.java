package org.athena.engine.redshift;

import static org.athena.query.Query.from;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.athena.Athena;
import org.athena.model.Column;
import org.athena.model.Dataset;
import org.athena.model.Zone;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Questions about external tables and what they cost, over tables with the columns that the guide
 * gives those of Redshift.
 */
final class SpectrumQueriesTest {

  private static final Column<String> CARD = Column.string("card_id");
  private static final Dataset SALES = Dataset.of("sales", CARD).in(Zone.CURATED);
  private static final RedshiftSqlGate GATE = new RedshiftSqlGate(true);

  @TempDir Path folder;

  private final Relay relay = new Relay(Postgres.port());
  private Athena athena;

  @BeforeEach
  void open() {
    Postgres.execute(
        """
        DROP SCHEMA IF EXISTS spectrum CASCADE;
        CREATE SCHEMA spectrum;
        CREATE TABLE spectrum.curated_sales (card_id varchar(65535), "$path" varchar(65535), "$size" int);
        INSERT INTO spectrum.curated_sales VALUES
          ('a', 's3://b/1.parquet', 100), ('b', 's3://b/1.parquet', 100), ('c', 's3://b/2.parquet', 7);
        DROP TABLE IF EXISTS sys_external_query_detail, svl_s3query_summary;
        CREATE TABLE sys_external_query_detail (query_id bigint, source_type char(32), start_time timestamp,
          returned_rows bigint, returned_bytes bigint, scanned_files bigint, total_partitions int, qualified_partitions int);
        INSERT INTO sys_external_query_detail VALUES
          (7, 'S3', '2024-05-01 10:00:01', 10, 5, 1, 9, 2), (7, 'S3', '2024-05-01 10:00:00.000001', 20, 20971520, 2, 1, 1),
          (8, 'S3', '2024-05-01 09:59:59.999999', 1, 1, 1, 1, 1), (9, 'PG', '2024-05-01 11:00:00', 1, 1, 1, 1, 1),
          (6, 'S3', '2024-05-01 12:00:00', null, null, null, null, null);
        CREATE TABLE svl_s3query_summary (query int, starttime timestamp, s3_scanned_rows bigint, s3_scanned_bytes bigint, files int);
        INSERT INTO svl_s3query_summary VALUES (5, '2024-05-01 10:00:00', 3, 1099511627776, 4), (5, '2024-05-01 10:00:00', 1, 1, 1);
        """);
    athena = Athena.open(Postgres.url(relay) + "&connections=1", folder);
  }

  @AfterEach
  void close() {
    athena.close();
    relay.close();
  }

  @Test
  void rowsHaveTheirFileAndItsSize() {
    var files = ExternalTable.of("spectrum", SALES).rowsWithFiles();
    assertEquals(
        "SELECT \"card_id\", \"$path\" AS \"file_path\", cast(\"$size\" as bigint) AS \"file_size\" FROM \"spectrum\".\"curated_sales\"",
        files.texts().get("redshift"));
    assertEquals(
        List.of("{card_id=c, file_path=s3://b/2.parquet, file_size=7}"),
        athena.rows(from(files).where(ExternalTable.SIZE.lt(50L))).stream()
            .map(Object::toString)
            .toList());
    assertEquals(
        2,
        athena.rows(from(files).select(ExternalTable.PATH, ExternalTable.SIZE).distinct()).size());
    assertEquals(3, athena.rows(ExternalTable.of("spectrum", SALES).rows()).size());
    athena.publish(ExternalTable.of("spectrum", SALES).rows()).asMaterializedView("spectrum.kept");
  }

  @Test
  void aColumnOfTheirNameIsRefused() {
    var clash = ExternalTable.of("spectrum", Dataset.of("x", CARD, ExternalTable.SIZE));
    assertEquals(
        "Cannot tell the files of x: it has a column file_size itself. Rename it.",
        assertThrows(IllegalArgumentException.class, clash::rowsWithFiles).getMessage());
  }

  @Test
  void hostileNamesAreQuoted() {
    Dataset odd = Dataset.of("x", Column.string("a\" FROM pg_user --"));
    assertEquals(
        "SELECT \"a\"\" FROM pg_user --\" FROM \"s\"\"'; --\".\"x\"",
        ExternalTable.of("s\"'; --", odd).rows().texts().get("redshift"));
  }

  /** 20 MB and 5 bytes are 21 MB. */
  @Test
  void aQueryIsReportedWithWhatItReadAndMayCost() {
    QueryReports reports =
        QueryReports.since(Instant.parse("2024-05-01T10:00:00Z"))
            .pricePerTerabyte(new BigDecimal("5"));
    GATE.check(reports.query().texts().get("redshift"));
    List<QueryReport> found = reports.of(athena.rows(reports.query()));
    assertEquals(
        List.of(
            new QueryReport(
                7,
                Instant.parse("2024-05-01T10:00:00.000001Z"),
                30,
                20_971_525,
                21L << 20,
                new BigDecimal("0.00010014"),
                3,
                10,
                3),
            new QueryReport(
                6,
                Instant.parse("2024-05-01T12:00:00Z"),
                0,
                0,
                10L << 20,
                new BigDecimal("0.00004768"),
                0,
                0,
                0)),
        found);
  }

  @Test
  void theOlderViewTellsNoPartitionsAndWithoutAPriceThereIsNoCost() {
    QueryReports reports = QueryReports.since(Instant.EPOCH).fromSummary();
    GATE.check(reports.query().texts().get("redshift"));
    QueryReport report = reports.of(athena.rows(reports.query())).get(0);
    assertEquals((1L << 40) + 1, report.bytesScanned());
    assertEquals((1L << 40) + (1L << 20), report.bytesBilled());
    assertEquals(4, report.rowsScanned());
    assertEquals(5, report.files());
    assertEquals(-1, report.partitions());
    assertEquals(-1, report.partitionsRead());
    assertNull(report.cost());
    assertThrows(
        IllegalArgumentException.class, () -> reports.pricePerTerabyte(new BigDecimal("-0.01")));
  }
}
