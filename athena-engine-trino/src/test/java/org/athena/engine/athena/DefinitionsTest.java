package org.athena.engine.athena;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.athena.model.Column;
import org.athena.model.Dataset;
import org.athena.model.Layout;
import org.athena.model.Zone;
import org.athena.spi.SqlStatement;
import org.junit.jupiter.api.Test;

/** Statements that define and write tables, each held against the grammar of its shape. */
class DefinitionsTest {

  private static final Column<String> CARD = Column.string("card_id");
  private static final Column<java.math.BigDecimal> AMOUNT = Column.decimal("amount", 18, 2);
  private static final Column<java.time.Instant> AT = Column.instant("at");
  private static final Column<LocalDate> DAY = Column.date("day");
  private static final Column<Long> YEAR = Column.integer("year");
  private static final Column<String> SHOP = Column.string("shop");
  private static final Column<Boolean> OPEN = Column.bool("open");

  private static final Dataset SALES =
      Dataset.of("sales", DAY, CARD, AMOUNT, AT, OPEN)
          .in(Zone.CURATED)
          .layout(Layout.parquet().partitionedBy(DAY));
  private static final Dataset UNTIMED =
      Dataset.of("sums", DAY, CARD, AMOUNT).layout(Layout.parquet().partitionedBy(DAY));

  private static List<LocalDate> days(int count) {
    return Stream.iterate(LocalDate.of(2024, 1, 1), day -> day.plusDays(1)).limit(count).toList();
  }

  private static String checked(SqlStatement statement) {
    DefinitionGrammar.check(statement.text());
    return statement.text();
  }

  @Test
  void anExternalTableHasTheColumnsOfTheFilesAndThoseOfTheFolders() {
    assertEquals(
        "CREATE EXTERNAL TABLE IF NOT EXISTS `curated`.`sales` (`card_id` string, `amount` decimal(18,2), `at` timestamp, `open` boolean) PARTITIONED BY (`day` date) STORED AS PARQUET LOCATION 's3://lake/curated/sales/'",
        checked(ExternalTable.of(SALES, "s3://lake/curated/sales").create()));
    assertEquals(
        "CREATE EXTERNAL TABLE IF NOT EXISTS `log` (`shop` string) ROW FORMAT SERDE 'org.apache.hadoop.hive.serde2.OpenCSVSerde' STORED AS TEXTFILE LOCATION 's3://lake/log/' TBLPROPERTIES ('skip.header.line.count' = '1')",
        checked(
            ExternalTable.of(Dataset.of("log", SHOP).layout(Layout.csv()), "s3://lake/log/")
                .create()));
    checked(
        ExternalTable.of(
                Dataset.of("events", SHOP, YEAR).layout(Layout.jsonLines()), "s3://lake/events")
            .create());
  }

  @Test
  void whatHiveCannotReadOrNoFolderIsRefused() {
    Dataset csv = Dataset.of("log", SHOP, YEAR).layout(Layout.csv());
    var e =
        assertThrows(IllegalArgumentException.class, () -> ExternalTable.of(csv, "s3://lake/log"));
    assertEquals(
        "Cannot make a table of CSV files with column year integer: all of them are text. Declare text, and cast it in a question.",
        e.getMessage());
    for (String folder : List.of("/tmp", "s3://", "s3://a/it's", "s3://A/b", "s3://a/b\\c")) {
      assertThrows(IllegalArgumentException.class, () -> ExternalTable.of(SALES, folder), folder);
    }
  }

  @Test
  void partitionsAreAddedAHundredAtOnce() {
    ExternalTable table = ExternalTable.of(SALES, "s3://lake/curated/sales");
    List<Partition> partitions = days(250).stream().map(day -> Partition.of(day)).toList();
    List<SqlStatement> statements = table.addPartitions(partitions);
    assertEquals(3, statements.size());
    statements.forEach(DefinitionsTest::checked);
    assertEquals(50, statements.get(2).text().split("PARTITION \\(", -1).length - 1);
    assertEquals(
        "ALTER TABLE `curated`.`sales` ADD IF NOT EXISTS PARTITION (`day` = '2024-01-01') LOCATION 's3://old/first/'",
        checked(
            table
                .addPartitions(List.of(Partition.of(LocalDate.of(2024, 1, 1)).in("s3://old/first")))
                .get(0)));
    assertEquals(List.of(), table.addPartitions(List.of()));
    assertEquals("MSCK REPAIR TABLE `curated`.`sales`", checked(table.repair()));
    assertEquals("DROP TABLE IF EXISTS `curated`.`sales`", checked(table.drop()));
  }

  @Test
  void aPartitionHasOneFittingValueForEachColumn() {
    Dataset dataset =
        Dataset.of("t", CARD, YEAR, SHOP).layout(Layout.parquet().partitionedBy(YEAR, SHOP));
    ExternalTable table = ExternalTable.of(dataset, "s3://lake/t");
    assertEquals(
        "ALTER TABLE `t` ADD IF NOT EXISTS PARTITION (`year` = 2024, `shop` = 'it\\'s \\\\ \"a\"')",
        checked(table.addPartitions(List.of(Partition.of(2024L, "it's \\ \"a\""))).get(0)));
    for (Partition wrong : List.of(Partition.of(2024L), Partition.of("2024", "a"))) {
      assertThrows(
          IllegalArgumentException.class,
          () -> table.addPartitions(List.of(wrong)),
          wrong::toString);
    }
  }

  @Test
  void rulesTakeThePlaceOfPartitions() {
    Dataset dataset =
        Dataset.of("t", CARD, DAY, YEAR, SHOP)
            .layout(Layout.parquet().partitionedBy(DAY, YEAR, SHOP));
    ExternalTable table = ExternalTable.of(dataset, "s3://lake/t");
    var days = new Projection.Days(DAY, LocalDate.of(2020, 1, 1), null);
    var years = new Projection.Whole(YEAR, 2020, 2030);
    var shops = new Projection.Listed(SHOP, List.of("a", "it's"));
    assertTrue(
        checked(table.projecting(days, years, shops).create())
            .endsWith(
                " TBLPROPERTIES ('projection.enabled' = 'true', 'projection.day.type' = 'date', 'projection.day.format' = 'yyyy-MM-dd', 'projection.day.range' = '2020-01-01,NOW', 'projection.day.interval' = '1', 'projection.day.interval.unit' = 'DAYS', 'projection.year.type' = 'integer', 'projection.year.range' = '2020,2030', 'projection.shop.type' = 'enum', 'projection.shop.values' = 'a,it\\'s')"));
    var e = assertThrows(IllegalArgumentException.class, () -> table.projecting(days, shops));
    assertTrue(e.getMessage().startsWith("Cannot project the partitions of t: "), e.getMessage());
    assertThrows(IllegalArgumentException.class, () -> new Projection.Listed(SHOP, List.of("a,b")));
  }

  @Test
  void anIcebergTableIsPartitionedByColumnsAndByWhatIsMadeOfThem() {
    IcebergTable table =
        IcebergTable.of(SALES, "s3://lake/ice/sales")
            .by(IcebergTable.Unit.MONTH, AT)
            .bucketed(16, CARD);
    assertEquals(
        "CREATE TABLE IF NOT EXISTS `curated`.`sales` (`day` date, `card_id` string, `amount` decimal(18,2), `at` timestamp, `open` boolean) PARTITIONED BY (`day`, month(`at`), bucket(16, `card_id`)) LOCATION 's3://lake/ice/sales/' TBLPROPERTIES ('table_type' = 'ICEBERG', 'format' = 'parquet')",
        checked(table.create()));
    checked(IcebergTable.of(Dataset.of("plain", CARD), "s3://lake/plain").create());
    assertEquals("OPTIMIZE curated.sales REWRITE DATA USING BIN_PACK", checked(table.optimize()));
    assertEquals("VACUUM curated.sales", checked(table.vacuum()));
    checked(table.drop());
  }

  @Test
  void aTableIsFilledAHundredPartitionsAtOnce() {
    SqlStatement query =
        new SqlStatement(
            "SELECT * FROM raw WHERE shop = ?", List.of(new SqlStatement.Bind("it's")));
    TableAs sums = TableAs.of(UNTIMED, query, "s3://lake/sums");
    List<SqlStatement> hive = sums.hive(days(201));
    assertEquals(3, hive.size());
    hive.forEach(statement -> checked(SqlStatement.of(StatementText.of(statement))));
    assertTrue(
        hive.get(0)
            .text()
            .startsWith(
                "CREATE TABLE \"sums\" WITH (format = 'PARQUET', write_compression = 'SNAPPY', external_location = 's3://lake/sums/', partitioned_by = ARRAY['day']) AS SELECT \"card_id\", \"amount\", \"day\" FROM (SELECT * FROM raw WHERE shop = ?\n) AS q WHERE \"day\" IN (date '2024-01-01', "),
        hive.get(0).text());
    assertEquals(
        "INSERT INTO \"sums\" SELECT \"card_id\", \"amount\", \"day\" FROM (SELECT * FROM raw WHERE shop = 'it''s'\n) AS q WHERE \"day\" IN (date '2024-07-19')",
        StatementText.of(hive.get(2)));
    List<SqlStatement> iceberg = sums.iceberg(days(1));
    assertTrue(
        iceberg
            .get(0)
            .text()
            .startsWith(
                "CREATE TABLE \"sums\" WITH (table_type = 'ICEBERG', is_external = false, format = 'PARQUET', location = 's3://lake/sums/', partitioning = ARRAY['day']) AS "));
    checked(SqlStatement.of(StatementText.of(iceberg.get(0))));
  }

  @Test
  void eachHundredPartitionsAreUnloadedIntoAFolderOfTheirOwn() {
    TableAs sums = TableAs.of(UNTIMED, SqlStatement.of("SELECT * FROM raw"), "s3://out/sums");
    List<SqlStatement> statements = sums.unload(days(101));
    assertEquals(2, statements.size());
    statements.forEach(DefinitionsTest::checked);
    assertEquals(
        "UNLOAD (SELECT \"card_id\", \"amount\", \"day\" FROM (SELECT * FROM raw\n) AS q WHERE \"day\" IN (date '2024-04-10')) TO 's3://out/sums/part-0001/' WITH (format = 'PARQUET', compression = 'SNAPPY', partitioned_by = ARRAY['day'])",
        statements.get(1).text());
    Dataset whole = Dataset.of("whole", CARD);
    assertEquals(
        "UNLOAD (SELECT \"card_id\" FROM (SELECT 1\n) AS q) TO 's3://out/' WITH (format = 'PARQUET', compression = 'SNAPPY')",
        checked(
            TableAs.of(whole, SqlStatement.of("SELECT 1"), "s3://out").unload(List.of()).get(0)));
  }

  @Test
  void whatWouldLoseMicrosecondsOrCannotBeCountedIsRefused() {
    SqlStatement one = SqlStatement.of("SELECT 1");
    TableAs timed = TableAs.of(SALES, one, "s3://lake/x");
    var e = assertThrows(IllegalArgumentException.class, () -> timed.hive(days(1)));
    assertEquals(
        "Cannot write column at instant: files of Hive would lose its microseconds. Write a table of Iceberg, or cast it to text.",
        e.getMessage());
    assertThrows(IllegalArgumentException.class, () -> timed.unload(days(1)));
    assertEquals(1, timed.iceberg(days(1)).size());
    assertThrows(IllegalArgumentException.class, () -> timed.iceberg(List.of()));
    Dataset two =
        Dataset.of("t", CARD, YEAR, SHOP).layout(Layout.parquet().partitionedBy(YEAR, SHOP));
    assertThrows(IllegalArgumentException.class, () -> TableAs.of(two, one, "s3://lake/x"));
    Dataset csv = Dataset.of("t", CARD).layout(Layout.csv());
    assertThrows(IllegalArgumentException.class, () -> TableAs.of(csv, one, "s3://lake/x"));
  }

  /** Else the grammar would be no proof. */
  @Test
  void theGrammarRefusesWhatTheServiceDoes() {
    for (String wrong :
        List.of(
            "CREATE EXTERNAL TABLE IF NOT EXISTS \"a\" (`b` string) STORED AS PARQUET LOCATION 's3://a/'",
            "CREATE EXTERNAL TABLE IF NOT EXISTS `a` (`b` varchar) STORED AS PARQUET LOCATION 's3://a/'",
            "CREATE EXTERNAL TABLE IF NOT EXISTS `a` (`b` string) STORED AS PARQUET LOCATION 's3://a'",
            "CREATE EXTERNAL TABLE IF NOT EXISTS `a` (`b` string,) STORED AS PARQUET LOCATION 's3://a/'",
            "CREATE EXTERNAL TABLE IF NOT EXISTS `a` () STORED AS PARQUET LOCATION 's3://a/'",
            "CREATE TABLE IF NOT EXISTS `a` (`b` string) LOCATION 's3://a/'",
            "CREATE TABLE IF NOT EXISTS `a` (`b` string) PARTITIONED BY (week(`b`)) LOCATION 's3://a/' TBLPROPERTIES ('table_type' = 'ICEBERG')",
            "CREATE TABLE \"a\" WITH (color = 'red') AS SELECT 1",
            "CREATE TABLE \"a\" WITH (format = 'PARQUET') AS SELECT (1",
            "CREATE TABLE \"a\" WITH (format = 'PARQUET') AS SELECT `b` FROM c",
            "UNLOAD SELECT 1 TO 's3://a/' WITH (format = 'PARQUET')",
            "ALTER TABLE `a` ADD IF NOT EXISTS",
            "ALTER TABLE `a` ADD IF NOT EXISTS" + " PARTITION (`b` = 'c')".repeat(101),
            "DROP TABLE IF EXISTS \"a\"",
            "DROP TABLE IF EXISTS `a`; DROP TABLE `b`",
            "CREATE OR REPLACE VIEW `a` AS SELECT 1",
            "DELETE FROM a")) {
      assertThrows(AssertionError.class, () -> DefinitionGrammar.check(wrong), wrong);
    }
  }
}
