package org.athena.engine.trino;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.athena.Athena;
import org.athena.RunOptions;
import org.athena.error.CancelledException;
import org.athena.error.EngineFailedException;
import org.athena.error.EngineFailedException.Kind;
import org.athena.error.EngineUnavailableException;
import org.athena.fixture.TrinoServer;
import org.athena.model.Column;
import org.athena.model.NativeQuery;
import org.athena.spi.Cancellation;
import org.athena.spi.Progress;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Errors by kind and number, progress, cancelling, and servers that are not there. */
final class TrinoEngineTest {

  private static final Column<String> X = Column.string("x");
  private static final String ENDLESS =
      "select cast(count(*) as varchar) as x from tpch.sf1000.lineitem where comment like '%zzz%'";

  @TempDir Path folder;

  private Athena open(String options) {
    return Athena.open(
        "trino://%s/hive/engine%s".formatted(TrinoServer.running().address(), options), folder);
  }

  private static NativeQuery query(String sql) {
    return NativeQuery.of("q", "trino", sql, X);
  }

  private static EngineFailedException failure(Athena athena, String sql) {
    return assertThrows(EngineFailedException.class, () -> athena.rows(query(sql)));
  }

  @Test
  void errorsTellKindAndNumber() {
    try (Athena athena = open("")) {
      assertEquals(Kind.NOT_FOUND, failure(athena, "select x from no_such").kind());
      assertEquals(Kind.NOT_FOUND, failure(athena, "select x from tpch.tiny.nation").kind());
      assertEquals(Kind.INVALID_STATEMENT, failure(athena, "select from").kind());
      assertEquals(Kind.BAD_VALUE, failure(athena, "select cast(1 / 0 as varchar) x").kind());
      EngineFailedException e = failure(athena, "select cast(cast('a' as bigint) as varchar) as x");
      assertEquals(Kind.BAD_VALUE, e.kind());
      assertTrue(e.getMessage().startsWith("Engine trino failed (BAD_VALUE 9): "), e.getMessage());
    }
    try (Athena athena = open("?session=query_max_run_time:1s")) {
      assertEquals(Kind.OUT_OF_RESOURCES, failure(athena, ENDLESS).kind());
    }
  }

  @Test
  void progressTellsRowsAndQueryAndStoppingReachesTheServer() throws Exception {
    List<Progress> told = new CopyOnWriteArrayList<>();
    Cancellation stop = new Cancellation();
    RunOptions options =
        RunOptions.none()
            .timeout(Duration.ofMinutes(2))
            .cancelledBy(stop)
            .onProgress(progress -> {
              told.add(progress);
              if (progress.rows() > 0) {
                stop.cancel();
              }
            });
    try (Athena athena = open("?source=stopping&client_tags=a,b")) {
      assertThrows(CancelledException.class, () -> athena.rows(query(ENDLESS), options));
      Progress last = told.get(told.size() - 1);
      assertNotNull(last.queryId());
      assertTrue(last.bytes() >= 0, last.toString());
      String state =
          "select state || ' ' || coalesce(error_code, '') || ' ' || source as x from system.runtime.queries where query_id = '%s'"
              .formatted(last.queryId());
      String found = "";
      for (int i = 0; i < 50 && !found.startsWith("FAILED"); i++) {
        found = String.valueOf(athena.rows(query(state)).get(0).get(X));
        Thread.sleep(100);
      }
      assertEquals("FAILED USER_CANCELED stopping", found);
    }
  }

  @Test
  void whoIsNotThereIsNamed() {
    EngineUnavailableException nobody =
        assertThrows(
            EngineUnavailableException.class,
            () -> Athena.open("trino://127.0.0.1:1/hive/x", folder));
    assertTrue(nobody.getMessage().contains("engine trino"), nobody.getMessage());
    EngineUnavailableException catalog =
        assertThrows(
            EngineUnavailableException.class,
            () ->
                Athena.open(
                    "trino://%s/nosuch/x".formatted(TrinoServer.running().address()), folder));
    assertTrue(
        catalog.getMessage().contains("there is no catalog 'nosuch'; there are [hive, iceberg,"),
        catalog.getMessage());
  }

  @Test
  void anIcebergTableIsReadAsItIsAndAsItWas() {
    try (Athena athena =
        Athena.open(
            "trino://%s/iceberg/history".formatted(TrinoServer.running().address()), folder)) {
      athena.publish(query("select 'old' as x")).asTable("first");
      athena.publish(query("select 'new' as x")).asTable("first");
      List<String> versions =
          athena
              .rows(
                  query(
                      "select table_name as x from information_schema.tables where table_name like 'first!_!_v%' escape '!'"))
              .stream()
              .map(row -> row.require(X))
              .sorted()
              .toList();
      assertEquals(2, versions.size(), "the version before stays for its readers");
      assertEquals("old", athena.rows(query("select x from " + versions.get(0))).get(0).get(X));
      assertEquals("new", athena.rows(query("select x from first")).get(0).get(X));
      String snapshot =
          "select cast(snapshot_id as varchar) as x from \"%s$snapshots\""
              .formatted(versions.get(1));
      String then =
          "select x from %s for version as of %s"
              .formatted(versions.get(1), athena.rows(query(snapshot)).get(0).get(X));
      assertEquals("new", athena.rows(query(then)).get(0).get(X));
    }
  }

  @Test
  void theServerEndsWithItsInput() throws Exception {
    TrinoServer server = TrinoServer.started();
    ProcessHandle process = server.handle();
    assertTrue(process.isAlive());
    server.close();
    assertFalse(process.isAlive());
  }
}
