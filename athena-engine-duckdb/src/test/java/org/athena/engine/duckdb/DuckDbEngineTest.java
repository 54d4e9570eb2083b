package org.athena.engine.duckdb;

import static org.athena.query.Query.from;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.athena.Athena;
import org.athena.error.EngineFailedException;
import org.athena.error.EngineFailedException.Kind;
import org.athena.error.EngineUnavailableException;
import org.athena.kit.EngineContract;
import org.athena.model.Column;
import org.athena.model.Dataset;
import org.athena.model.Lake;
import org.athena.model.Layout;
import org.athena.model.NativeQuery;
import org.junit.jupiter.api.Test;

/** Settings, sealing, databases on disk, and errors by kind. */
final class DuckDbEngineTest extends EngineContract {

  private static final Column<String> X = Column.string("x");

  @Override
  protected Athena open(Lake lake) {
    return Athena.open("duckdb:", lake);
  }

  private static EngineFailedException failure(Athena athena, String sql) {
    return assertThrows(
        EngineFailedException.class, () -> athena.rows(NativeQuery.of("q", "duckdb", sql, X)));
  }

  @Test
  void onlyTheLakeCanBeReachedAndNothingCanBeSet() throws Exception {
    Path outside = Files.createTempFile("outside", ".csv");
    Files.writeString(outside, "x\n1\n");
    try (Athena athena = open()) {
      assertEquals(
          Kind.NOT_ALLOWED, failure(athena, "select * from read_csv('" + outside + "')").kind());
      assertEquals(
          Kind.NOT_ALLOWED,
          failure(
                  athena,
                  "select * from read_csv('" + folder + "/../" + outside.getFileName() + "')")
              .kind());
      NativeQuery lock =
          NativeQuery.of("l", "duckdb", "select current_setting('lock_configuration') as x", X);
      assertEquals("true", athena.rows(lock).get(0).get(X));
    } finally {
      Files.delete(outside);
    }
  }

  @Test
  void timesAreInUtcWhateverTheDefaultZone() {
    try (Athena athena = open()) {
      NativeQuery zone =
          NativeQuery.of("z", "duckdb", "select current_setting('TimeZone') as x", X);
      assertEquals("UTC", athena.rows(zone).get(0).get(X));
    }
  }

  @Test
  void aDatabaseOnDiskKeepsWhatWasPublished() {
    write("in.csv", "x", "1");
    Dataset in = Dataset.of("input", X).layout(Layout.csv()).at("in.csv");
    String url = "duckdb:" + folder.resolve("lake.db") + "?memory_limit=1GB&threads=2";
    try (Athena athena = Athena.open(url, folder)) {
      athena.publish(from(in)).asTable("mart.kept");
    }
    try (Athena athena = Athena.open(url, folder)) {
      assertEquals(1, athena.rows(Dataset.of("mart.kept", X)).size());
      EngineUnavailableException held =
          assertThrows(
              EngineUnavailableException.class,
              () -> Athena.open("duckdb:" + folder.resolve("no/such/dir/x.db"), folder));
      assertTrue(held.getMessage().startsWith("Cannot reach engine duckdb"), held.getMessage());
    }
  }

  @Test
  void allWrongSettingsAreToldAtOnce() {
    IllegalArgumentException e =
        assertThrows(
            IllegalArgumentException.class,
            () -> Athena.open("duckdb:?memory=1&threads=0&memory_limit=lots", folder));
    assertEquals(
        "Cannot open duckdb: option 'memory' is not known; memory_limit 'lots' is not a size such as 2GB; threads '0' is not a count from 1 to 9999. The options are [connections, memory_limit, temp_directory, threads].",
        e.getMessage());
  }

  @Test
  void anUnknownEngineIsNamed() {
    IllegalArgumentException e =
        assertThrows(IllegalArgumentException.class, () -> Athena.open("snowflake:", folder));
    assertEquals(
        "No engine named 'snowflake'; on the class path are [duckdb]. Add the dependency athena-engine-snowflake.",
        e.getMessage());
  }

  @Test
  void aHandWrittenQueryIsSentAsItIs() {
    try (Athena athena = open()) {
      String text = "select {'a': 'it''s ? :x {0}'}.a || '{{' as x -- {1} ?\n";
      assertEquals(
          "it's ? :x {0}{{", athena.rows(NativeQuery.of("q", "duckdb", text, X)).get(0).get(X));
    }
  }

  @Test
  void errorsAreToldByKind() {
    try (Athena athena = open()) {
      assertEquals(Kind.INVALID_STATEMENT, failure(athena, "select frm").kind());
      assertEquals(
          Kind.BAD_VALUE,
          failure(athena, "select cast(y as int) as x from (values ('a')) t(y)").kind());
      assertEquals(
          Kind.STORAGE, failure(athena, "select * from '" + folder + "/x.parquet'").kind());
    }
  }

  @Test
  void memoryLimitIsKeptAndTheEngineSurvives() {
    String url = "duckdb:?memory_limit=60MB&threads=2&temp_directory=" + folder.resolve("spill");
    try (Athena athena = Athena.open(url, folder)) {
      String sort =
          "select max(x) as x from (select md5(range::varchar) as x, row_number() over (order by md5(range::varchar)) r from range(3000000))";
      List<?> rows = athena.rows(NativeQuery.of("q", "duckdb", sort, X));
      assertEquals(1, rows.size());
    }
  }
}
