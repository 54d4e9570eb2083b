package org.athena.engine.redshift;

import static org.athena.query.Query.from;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.athena.Athena;
import org.athena.error.AthenaException;
import org.athena.error.EngineFailedException;
import org.athena.error.EngineFailedException.Kind;
import org.athena.error.EngineUnavailableException;
import org.athena.model.Column;
import org.athena.model.Dataset;
import org.athena.model.NativeQuery;
import org.athena.model.Row;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.api.io.TempDir;

/**
 * What is wrong with the data or the rights is told by kind, and the only connection comes back
 * each time.
 */
final class BadInputTest {

  private static final Column<String> CARD = Column.string("card_id");
  private static final Column<LocalDate> DAY = Column.date("day");
  private static final Column<BigDecimal> AMOUNT = Column.decimal("amount", 18, 2);
  private static final Dataset OPEN = Dataset.of("bad_open", CARD);
  private static final Dataset SHUT = Dataset.of("bad_shut", CARD);

  @TempDir Path folder;

  private final Relay relay = new Relay(Postgres.port());
  private Athena athena;

  @BeforeEach
  void open() {
    Postgres.execute(
        """
        DROP SCHEMA IF EXISTS bad CASCADE;
        DROP TABLE IF EXISTS bad_open, bad_shut CASCADE;
        DROP ROLE IF EXISTS reader;
        CREATE ROLE reader LOGIN PASSWORD 'reader';
        CREATE SCHEMA bad;
        CREATE TABLE bad_open (card_id varchar(65535), amount varchar(65535));
        CREATE TABLE bad_shut (card_id varchar(65535));
        INSERT INTO bad_open VALUES ('a', '12x');
        INSERT INTO bad_shut VALUES ('a');
        GRANT SELECT ON bad_open TO reader;
        """);
    String url = Postgres.url(relay).replace("user=postgres", "user=reader");
    athena = Athena.open(url + "&connections=1", folder);
  }

  /** The connection is lent to one at a time: were it not back, this would wait and fail. */
  @AfterEach
  void theConnectionIsBack() {
    assertEquals(1, athena.rows(from(OPEN)).size());
    athena.close();
    relay.close();
    Postgres.execute("DROP OWNED BY reader; DROP ROLE reader");
  }

  private static void fails(Kind kind, Executable work) {
    EngineFailedException e = assertThrows(EngineFailedException.class, work);
    assertEquals(kind, e.kind(), e.getMessage());
    assertFalse(e.getMessage().contains("secret-4711"), e.getMessage());
  }

  @Test
  void aRoleThatMayNotReadIsTold() {
    fails(Kind.NOT_ALLOWED, () -> athena.rows(from(SHUT).where(CARD.eq("secret-4711"))));
    fails(Kind.NOT_ALLOWED, () -> athena.stream(SHUT).close());
  }

  @Test
  void aRoleThatMayNotMakeOrReplaceIsTold() {
    fails(Kind.NOT_ALLOWED, () -> athena.publish(from(OPEN)).asTable("bad.made"));
    fails(Kind.NOT_ALLOWED, () -> athena.publish(from(OPEN)).asView("bad.made"));
    fails(Kind.NOT_ALLOWED, () -> athena.publish(from(OPEN)).asMaterializedView("bad.made"));
    fails(Kind.NOT_ALLOWED, () -> athena.publish(from(OPEN)).asView("no_such_schema.made"));
    fails(Kind.NOT_ALLOWED, () -> athena.publish(from(OPEN)).asTable("bad_shut"));
  }

  @Test
  void onlyItsOwnerRefreshesAMaterializedView() {
    Postgres.execute(
        "CREATE MATERIALIZED VIEW bad.kept AS SELECT card_id FROM bad_open; GRANT USAGE ON SCHEMA bad TO reader; GRANT SELECT ON bad.kept TO reader");
    Dataset kept = Dataset.of("bad.kept", CARD);
    assertEquals(1, athena.rows(from(kept)).size());
    fails(Kind.NOT_ALLOWED, () -> athena.refresh(kept));
  }

  @Test
  void aTableWithoutItsPartitionColumnIsTold() {
    Dataset parted = Dataset.of("bad_open", CARD, DAY);
    fails(Kind.NOT_FOUND, () -> athena.rows(from(parted).where(DAY.eq(LocalDate.EPOCH))));
    fails(Kind.NOT_FOUND, () -> athena.publish(from(parted)).asTable("made"));
  }

  @Test
  void aTableWithAColumnOfAnotherTypeIsTold() {
    Dataset typed = Dataset.of("bad_open", CARD, AMOUNT);
    assertThrows(
        AthenaException.class, () -> athena.rows(from(typed).where(AMOUNT.gt(BigDecimal.ONE))));
  }

  /** One row in the middle of many cannot be computed. */
  @Test
  void aRowThatFailsAfterOthersWereReadIsTold() {
    NativeQuery query =
        NativeQuery.of(
            "late",
            "redshift",
            "select cast(1000 / (n - 300000) as varchar(20)) as card_id from generate_series(1, 400000) n",
            CARD);
    fails(
        Kind.BAD_VALUE,
        () -> {
          try (Stream<Row> rows = athena.stream(query)) {
            rows.forEach(row -> {});
          }
        });
  }

  /** Rows of 250 MB for a heap of 64: they are refused each time, and can be streamed. */
  @Test
  void aResultLargerThanTheHeapIsTold() throws IOException {
    String url = Postgres.url(relay) + "&connections=1&buffer=8";
    Process small =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx64m",
                "-cp",
                System.getProperty("java.class.path"),
                SmallHeap.class.getName(),
                url)
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .start();
    List<String> said = small.inputReader().lines().toList();
    assertEquals(3, said.size(), said::toString);
    for (String refused : said.subList(0, 2)) {
      assertTrue(
          refused.matches(
              "Cannot hold the rows of large: after [\\d,]+ of them the heap of \\d+ MB is full\\. Read them by stream\\(\\), .*"),
          refused);
    }
    assertEquals("streamed 1000000", said.get(2));
  }

  @Test
  void whoIsNotKnownCannotOpen() {
    Postgres.execute("DROP ROLE IF EXISTS gone");
    String url = Postgres.url(relay).replace("user=postgres", "user=gone");
    assertThrows(EngineUnavailableException.class, () -> Athena.open(url, folder));
  }
}
