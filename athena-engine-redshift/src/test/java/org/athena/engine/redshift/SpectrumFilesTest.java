package org.athena.engine.redshift;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.athena.error.BadDataException;
import org.athena.error.UnsupportedByEngineException;
import org.athena.jdbc.JdbcProfile;
import org.athena.model.Column;
import org.athena.model.Dataset;
import org.athena.model.Lake;
import org.athena.model.Layout;
import org.athena.model.Zone;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files are shown by statements in the shapes of the guide, and partitions are added once. */
final class SpectrumFilesTest {

  private static final Column<String> CARD = Column.string("card_id");
  private static final Column<LocalDate> DAY = Column.date("day");
  private static final Dataset SALES =
      Dataset.of("sales", CARD, Column.decimal("amount", 18, 2), DAY)
          .in(Zone.CURATED)
          .layout(Layout.parquet().partitionedBy(DAY));

  @TempDir Path folder;

  /** A session of an engine that has nothing but what is told. */
  private static final class Recorder implements JdbcProfile.Session {

    private final List<String> executed = new ArrayList<>();
    private final List<String> locations = new ArrayList<>();
    private boolean known;

    @Override
    public void execute(String sql) {
      executed.add(sql);
    }

    @Override
    public List<List<String>> texts(String sql) {
      if (sql.contains("svv_external_partitions")) {
        return locations.stream().map(List::of).toList();
      }
      return known ? List.of(List.of("1")) : List.of();
    }
  }

  private SpectrumFiles files() {
    return new SpectrumFiles(
        Lake.at(folder), "s3://bucket/lake", "spectrum", "athena", "arn:aws:iam::1:role/reader");
  }

  private void partition(LocalDate day) throws IOException {
    Files.createDirectories(folder.resolve("curated/sales/day=" + day));
  }

  @Test
  void aDataSetIsATableBelowAViewWithItsPartitions() throws IOException {
    partition(LocalDate.of(2024, 1, 1));
    partition(LocalDate.of(2024, 1, 2));
    Recorder session = new Recorder();
    files().mount(SALES, session);
    assertEquals(
        List.of(
            "CREATE EXTERNAL SCHEMA IF NOT EXISTS \"spectrum\" FROM DATA CATALOG DATABASE 'athena' IAM_ROLE 'arn:aws:iam::1:role/reader' CREATE EXTERNAL DATABASE IF NOT EXISTS",
            "CREATE EXTERNAL TABLE \"spectrum\".\"curated_sales\" (\"card_id\" varchar(65535), \"amount\" decimal(18, 2)) PARTITIONED BY (\"day\" date) STORED AS PARQUET LOCATION 's3://bucket/lake/curated/sales/'",
            "ALTER TABLE \"spectrum\".\"curated_sales\" ADD IF NOT EXISTS PARTITION (\"day\"='2024-01-01') LOCATION 's3://bucket/lake/curated/sales/day=2024-01-01/' PARTITION (\"day\"='2024-01-02') LOCATION 's3://bucket/lake/curated/sales/day=2024-01-02/'",
            "CREATE SCHEMA IF NOT EXISTS \"curated\"",
            "CREATE VIEW \"curated\".\"sales\" AS SELECT \"card_id\", \"amount\", \"day\", cast(null as varchar(65535)) AS \"athena_problem\" FROM \"spectrum\".\"curated_sales\" WITH NO SCHEMA BINDING"),
        session.executed);
    session.executed.forEach(SpectrumGrammar::check);
  }

  @Test
  void onlyNewPartitionsAreAddedAndNoMoreThanAHundredAtOnce() throws IOException {
    for (int i = 0; i < 251; i++) {
      partition(LocalDate.of(2024, 1, 1).plusDays(i));
    }
    Recorder session = new Recorder();
    session.known = true;
    session.locations.add("s3://bucket/lake/curated/sales/day=2024-01-01");
    files().mount(SALES, session);
    assertEquals(3, session.executed.size());
    session.executed.forEach(SpectrumGrammar::check);
    assertEquals(
        List.of(100, 100, 50),
        session.executed.stream().map(sql -> sql.split("PARTITION \\(", -1).length - 1).toList());
    assertTrue(session.executed.get(0).contains("'2024-01-02'"));
    session.executed.clear();
    for (int i = 0; i < 251; i++) {
      session.locations.add(
          "s3://bucket/lake/curated/sales/day=" + LocalDate.of(2024, 1, 1).plusDays(i) + "/");
    }
    files().mount(SALES, session);
    assertEquals(List.of(), session.executed, "nothing is new");
  }

  @Test
  void filesWithoutTheFoldersOfTheirPartitionAreRefused() throws IOException {
    Recorder session = new Recorder();
    Path file = folder.resolve("curated/sales/part.parquet");
    Files.createDirectories(file.getParent());
    assertDoesNotThrow(() -> files().mount(SALES, session), "nothing is there yet");
    Files.createFile(file);
    assertTrue(
        assertThrows(BadDataException.class, () -> files().mount(SALES, session))
            .getMessage()
            .contains("lie in folders of [day], such as day=value"));
    Files.createDirectories(folder.resolve("curated/sales/date=2024-01-01"));
    assertThrows(BadDataException.class, () -> files().mount(SALES, session));
    assertTrue(session.executed.stream().noneMatch(sql -> sql.startsWith("ALTER")));
  }

  @Test
  void textFilesAreRefused() {
    Dataset csv = SALES.layout(Layout.csv());
    assertTrue(
        assertThrows(UnsupportedByEngineException.class, () -> files().mount(csv, new Recorder()))
            .getMessage()
            .startsWith("Cannot show the csv files of sales on redshift"));
  }

  @Test
  void theGrammarRefusesWhatTheGuideDoesNotHave() {
    for (String wrong :
        List.of(
            "CREATE EXTERNAL TABLE \"s\".\"t\" (\"a\" text) STORED AS PARQUET LOCATION 's3://b/'",
            "CREATE EXTERNAL TABLE \"s\".\"t\" (\"a\" date) LOCATION 's3://b/' STORED AS PARQUET",
            "CREATE EXTERNAL TABLE \"s\".\"t\" (\"a\" date) STORED AS PARQUET LOCATION '/b/'",
            "CREATE EXTERNAL TABLE \"t\" (\"a\" date) STORED AS PARQUET LOCATION 's3://b/'",
            "ALTER TABLE \"s\".\"t\" ADD PARTITION (\"a\"=1) LOCATION 's3://b/'",
            "ALTER TABLE \"s\".\"t\" ADD IF NOT EXISTS",
            "CREATE VIEW \"s\".\"v\" AS SELECT \"a\" FROM \"x\".\"t\"",
            "CREATE EXTERNAL SCHEMA \"s\" FROM DATA CATALOG DATABASE \"d\" IAM_ROLE 'r'",
            "DROP TABLE \"s\".\"t\"")) {
      assertThrows(AssertionError.class, () -> SpectrumGrammar.check(wrong), wrong);
    }
  }
}
