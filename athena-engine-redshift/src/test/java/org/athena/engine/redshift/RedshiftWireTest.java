package org.athena.engine.redshift;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import java.util.stream.Stream;
import org.athena.Athena;
import org.athena.error.AthenaException;
import org.athena.error.EngineFailedException;
import org.athena.error.EngineFailedException.Kind;
import org.athena.error.EngineUnavailableException;
import org.athena.model.Column;
import org.athena.model.NativeQuery;
import org.athena.model.Row;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the driver sends and does, seen between it and a server. */
final class RedshiftWireTest {

  private static final Column<String> X = Column.string("x");

  @TempDir Path folder;

  private final Relay relay = new Relay(Postgres.port()).recording();

  @AfterEach
  void hangUp() {
    relay.close();
  }

  private Athena open(String options) {
    return Athena.open(Postgres.url(relay) + options, folder);
  }

  private static NativeQuery query(String sql) {
    return NativeQuery.of("q", "redshift", sql, X);
  }

  private static EngineFailedException failure(Athena athena, String sql) {
    return assertThrows(EngineFailedException.class, () -> athena.rows(query(sql)));
  }

  @Test
  void aSessionIsInUtcAndTellsItsQueueAndLimit() {
    try (Athena athena = open("&query_group=night%20run&statement_timeout=77&connections=2")) {
      for (int i = 0; i < 2; i++) {
        assertTrue(
            relay.startUps().get(i).containsKey("driver_version"), "the driver is Redshift's");
        assertEquals("athena", relay.startUps().get(i).get("application_name"));
      }
      for (String sent :
          List.of(
              "SET timezone TO 'UTC'",
              "SET query_group TO 'night run'",
              "SET statement_timeout TO 77000")) {
        assertEquals(2, relay.statements().stream().filter(sent::equals).count(), sent);
      }
      String settings =
          "select current_setting('timezone') || ' ' || current_setting('athena.query_group') || ' ' || current_setting('statement_timeout') as x";
      assertEquals("UTC night run 77s", athena.rows(query(settings)).get(0).get(X));
    }
  }

  @Test
  void aConnectionMadeLaterIsMadeReadyToo() {
    try (Athena athena = open("&connections=1&query_group=g")) {
      relay.cut();
      assertEquals(
          "UTC g",
          athena
              .rows(
                  query(
                      "select current_setting('timezone') || ' ' || current_setting('athena.query_group') as x"))
              .get(0)
              .get(X));
    }
  }

  /** Rows of 100 MB pass through a buffer of 8 MB. */
  @Test
  void rowsThatWaitAreBounded() {
    String rows = "select repeat('x', 250) || n as x from generate_series(1, 400000) n";
    try (Athena athena = open("&buffer=8&connections=1");
        Stream<Row> stream = athena.stream(query(rows))) {
      Iterator<Row> iterator = stream.iterator();
      long before = heap();
      long most = 0;
      int count = 0;
      for (; iterator.hasNext(); count++) {
        iterator.next();
        if (count == 1000) {
          pause();
        }
        if (count % 100_000 == 1000) {
          most = Math.max(most, heap() - before);
        }
      }
      assertEquals(400_000, count);
      long found = most >> 20;
      assertTrue(found < 40, () -> "rows took " + found + " MiB");
      assertEquals("y", athena.rows(query("select 'y' as x")).get(0).get(X), "it is back");
    }
  }

  private static void pause() {
    try {
      Thread.sleep(1500);
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  private static long heap() {
    System.gc();
    return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
  }

  @Test
  void aResultLeftEarlyIsCancelledOnTheServer() {
    String endless =
        "select x from (select cast(generate_series(1, 2000000000) as varchar(20)) as x) as q";
    try (Athena athena = open("&connections=1")) {
      for (int i = 1; i <= 3; i++) {
        try (Stream<Row> stream = athena.stream(query(endless))) {
          assertEquals("1", stream.iterator().next().get(X));
        }
        assertEquals(i, relay.cancels());
        assertEquals("y", athena.rows(query("select 'y' as x")).get(0).get(X));
        assertEquals(i, relay.cancels(), "a result that is read to its end is not cancelled");
      }
    }
  }

  @Test
  void theServersOwnLimitEndsAStatement() {
    try (Athena athena = open("&statement_timeout=1&connections=1")) {
      EngineFailedException e = failure(athena, "select pg_sleep(60)::text as x");
      assertTrue(e.getMessage().contains("statement timeout"), e.getMessage());
      assertEquals(Kind.OUT_OF_RESOURCES, e.kind());
    }
  }

  @Test
  void errorsAreToldByKind() {
    try (Athena athena = open("&connections=1")) {
      assertEquals(Kind.NOT_FOUND, failure(athena, "select * from nowhere").kind());
      assertEquals(Kind.NOT_FOUND, failure(athena, "select nothing as x").kind());
      assertEquals(Kind.INVALID_STATEMENT, failure(athena, "select frm where").kind());
      assertEquals(Kind.BAD_VALUE, failure(athena, "select cast('a' as integer) as x").kind());
      assertEquals(Kind.BAD_VALUE, failure(athena, "select 1 / 0 as x").kind());
    }
  }

  @Test
  void whatAUserMayNotReadIsNotAllowed() {
    Postgres.execute(
        "CREATE TABLE IF NOT EXISTS locked_away (x text); DROP ROLE IF EXISTS guest; CREATE ROLE guest LOGIN PASSWORD 'guest'");
    String url = Postgres.url(relay).replace("user=postgres", "user=guest") + "&connections=1";
    try (Athena athena = Athena.open(url, folder)) {
      assertEquals(Kind.NOT_ALLOWED, failure(athena, "select x from locked_away").kind());
    }
  }

  @Test
  void aConnectionLostWhileRowsAreReadIsToldAndTheEngineGoesOn() {
    String many = "select repeat('x', 1000) as x from (select generate_series(1, 1000000)) as n";
    try (Athena athena = open("&connections=1&buffer=1")) {
      AthenaException lost =
          assertThrows(
              AthenaException.class,
              () -> {
                try (Stream<Row> stream = athena.stream(query(many))) {
                  Iterator<Row> rows = stream.iterator();
                  rows.next();
                  relay.cut();
                  rows.forEachRemaining(row -> {});
                }
              });
      assertTrue(lost.getMessage().startsWith("Engine redshift failed"), lost.getMessage());
      assertEquals("y", athena.rows(query("select 'y' as x")).get(0).get(X));
    }
  }

  @Test
  void aConnectionLostBetweenStatementsIsMadeAgain() {
    try (Athena athena = open("&connections=2")) {
      for (int i = 0; i < 3; i++) {
        relay.cut();
        assertEquals("y", athena.rows(query("select 'y' as x")).get(0).get(X));
      }
    }
  }

  @Test
  void nobodyAtTheUrlIsTold() {
    relay.close();
    EngineUnavailableException e =
        assertThrows(EngineUnavailableException.class, () -> open("&connections=1"));
    assertTrue(e.getMessage().startsWith("Cannot reach engine redshift"), e.getMessage());
  }

  @Test
  void aWrongDatabaseIsToldWithoutThePassword() {
    EngineUnavailableException e =
        assertThrows(
            EngineUnavailableException.class,
            () ->
                Athena.open(
                    "redshift://localhost:%d/elsewhere?ssl=false&user=postgres&password=sesame-77"
                        .formatted(relay.port()),
                    folder));
    assertTrue(e.getMessage().contains("elsewhere"), e.getMessage());
    for (Throwable cause = e; cause != null; cause = cause.getCause()) {
      assertFalse(cause.toString().contains("sesame-77"), cause.toString());
    }
  }

  @Test
  void withoutSslASecretIsSentOnlyWhenThatIsSaid() {
    EngineUnavailableException e =
        assertThrows(
            EngineUnavailableException.class,
            () ->
                Athena.open(
                    "redshift://localhost:%d/postgres?user=postgres&password=sesame-77"
                        .formatted(relay.port()),
                    folder));
    assertTrue(e.getMessage().contains("SSL"), e.getMessage());
    assertEquals(List.of(), relay.startUps(), "nothing was told to the server");
  }
}
