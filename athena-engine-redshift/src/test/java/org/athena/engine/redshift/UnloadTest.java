package org.athena.engine.redshift;

import static org.athena.query.Query.from;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.athena.Athena;
import org.athena.error.EngineFailedException;
import org.athena.error.EngineFailedException.Kind;
import org.athena.error.InvalidQuestionException;
import org.athena.model.Column;
import org.athena.model.Dataset;
import org.athena.model.Lake;
import org.athena.model.Layout;
import org.athena.model.NativeQuery;
import org.athena.spi.Engine;
import org.athena.spi.EngineSettings;
import org.athena.spi.Execution;
import org.athena.spi.SqlStatement;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Rows to files and back: the statements, and what becomes of them on the wire. */
final class UnloadTest {

  private static final Column<String> CARD = Column.string("card_id");
  private static final Column<LocalDate> DAY = Column.date("day");
  private static final Dataset SALES =
      Dataset.of("mart.sales", CARD, DAY).layout(Layout.parquet().partitionedBy(DAY));
  private static final String FOLDER = "s3://bucket/sales";
  private static final String ROLE = "arn:aws:iam::123456789012:role/writer";

  @TempDir Path folder;

  private final Relay relay = new Relay(Postgres.port()).recording();
  private Engine engine;
  private Athena athena;

  @BeforeEach
  void open() {
    Postgres.execute(
        "DROP TABLE IF EXISTS unload_sales; CREATE TABLE unload_sales (card_id varchar(65535), day date);"
            + " INSERT INTO unload_sales VALUES ('a', '2024-01-01')");
    engine =
        new RedshiftEngineProvider()
            .open(EngineSettings.parse(Postgres.url(relay) + "&connections=1"), Lake.at(folder));
    athena = Athena.over(engine);
    relay.statements().clear();
  }

  @AfterEach
  void close() {
    athena.close();
    relay.close();
  }

  private static String only(List<SqlStatement> statements) {
    assertEquals(1, statements.size());
    PublishGrammar.check(statements.get(0).text());
    return statements.get(0).text();
  }

  @Test
  void rowsAreUnloadedByPartition() {
    SqlStatement query = SqlStatement.of("select \"card_id\", \"day\" from \"t\"");
    assertEquals(
        "UNLOAD ('SELECT \"card_id\", \"day\" FROM (select \"card_id\", \"day\" from \"t\"\n) AS \"q\"') TO 's3://bucket/sales/' IAM_ROLE default FORMAT AS PARQUET PARTITION BY (\"day\")",
        only(Unload.of(SALES, FOLDER).statements(query)));
    assertEquals(
        "UNLOAD ('SELECT \"card_id\", \"day\" FROM (select \"card_id\", \"day\" from \"t\"\n) AS \"q\"') TO 's3://bucket/sales/' IAM_ROLE '"
            + ROLE
            + "' FORMAT AS PARQUET PARTITION BY (\"day\") INCLUDE CLEANPATH MAXFILESIZE 256 MB",
        only(
            Unload.of(SALES, FOLDER + "/")
                .filesOf(256)
                .replacing()
                .includingPartitions()
                .role(ROLE)
                .statements(query)));
    assertEquals(
        "UNLOAD ('SELECT \"card_id\" FROM (select 1\n) AS \"q\"') TO 's3://bucket/' IAM_ROLE default FORMAT AS PARQUET",
        only(
            Unload.of(Dataset.of("x", CARD), "s3://bucket")
                .statements(SqlStatement.of("select 1"))));
  }

  @Test
  void rowsAreCopiedBackAndInPlaceOfOthers() {
    assertEquals(
        "COPY \"mart\".\"sales\" (\"card_id\", \"day\") FROM 's3://bucket/sales/' IAM_ROLE default FORMAT AS PARQUET",
        only(Copy.of(SALES, FOLDER).statements()));
    List<SqlStatement> both =
        Copy.of(Dataset.of("sales", CARD), FOLDER).role(ROLE).replacing().statements();
    both.forEach(statement -> PublishGrammar.check(statement.text()));
    assertEquals(
        List.of(
            "DELETE FROM \"public\".\"sales\"",
            "COPY \"public\".\"sales\" (\"card_id\") FROM 's3://bucket/sales/' IAM_ROLE '"
                + ROLE
                + "' FORMAT AS PARQUET"),
        both.stream().map(SqlStatement::text).toList());
  }

  /** PostgreSQL does not know the statement: what was sent, and that it was sent alone, is seen. */
  @Test
  void theValuesOfAQuestionAreWrittenIntoTheStatement() {
    Dataset table = Dataset.of("unload_sales", CARD, DAY);
    String hostile = "it's \\ ''\" ) AS q') TO 's3://x/' -- ";
    EngineFailedException e =
        assertThrows(
            EngineFailedException.class,
            () ->
                athena
                    .publish(from(table).where(CARD.eq(hostile).or(DAY.le(LocalDate.EPOCH))))
                    .asFiles(Unload.of(SALES, FOLDER)));
    assertEquals(Kind.INVALID_STATEMENT, e.kind());
    assertEquals(1, relay.statements().size(), () -> "no transaction: " + relay.statements());
    String sent = relay.statements().get(0);
    PublishGrammar.check(sent);
    assertTrue(
        sent.endsWith(
            "\n) AS \"q\"') TO 's3://bucket/sales/' IAM_ROLE default FORMAT AS PARQUET PARTITION BY (\"day\")"),
        sent);
    String query = sent.substring(9, sent.indexOf("') TO 's3://bucket/")).replace("''", "'");
    assertEquals(
        List.of(),
        athena.rows(NativeQuery.of("inner", "redshift", query, CARD, DAY)),
        "the inner query is a query, and the connection is back");
    Postgres.execute(
        "INSERT INTO unload_sales VALUES ('"
            + hostile.replace("\\", "\\\\").replace("'", "''")
            + "', null)");
    assertEquals(
        hostile,
        athena.rows(NativeQuery.of("inner", "redshift", query, CARD, DAY)).get(0).get(CARD));
  }

  @Test
  void aRelationWithoutThePartitionColumnIsRefusedBeforeAnythingIsSent() {
    Dataset table = Dataset.of("unload_sales", CARD);
    assertTrue(
        assertThrows(
                InvalidQuestionException.class,
                () -> athena.publish(from(table)).asFiles(Unload.of(SALES, FOLDER)))
            .getMessage()
            .startsWith("Cannot write column 'day': it is not in "));
    assertEquals(List.of(), relay.statements());
  }

  @Test
  void aTableKeepsItsRowsWhenACopyInTheirPlaceFails() {
    Dataset table = Dataset.of("unload_sales", CARD, DAY);
    assertThrows(
        EngineFailedException.class,
        () -> engine.run(Copy.of(table, FOLDER).replacing().statements(), Execution.unlimited()));
    assertTrue(
        relay.statements().stream().anyMatch(sql -> sql.startsWith("DELETE FROM")),
        relay.statements()::toString);
    assertEquals(1, athena.rows(from(table)).size(), "the deletion is taken back");
  }

  @Test
  void aBackslashInAQueryOfAnotherMakerIsRefused() {
    SqlStatement query = SqlStatement.of("select 'a\\' as card_id");
    assertTrue(
        assertThrows(
                IllegalArgumentException.class, () -> Unload.of(SALES, FOLDER).statements(query))
            .getMessage()
            .startsWith("Cannot unload a query that has a backslash"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/tmp/x",
        "s3://",
        "s3://b/it's",
        "s3://b/a b",
        "s3://b/a\\b",
        "s3://b/\n",
        "S3://b/",
        ""
      })
  void whatIsNoFolderIsRefused(String url) {
    assertThrows(IllegalArgumentException.class, () -> Unload.of(SALES, url));
    assertThrows(IllegalArgumentException.class, () -> Copy.of(SALES, url));
  }

  @Test
  void whatCannotBeWrittenIsRefused() {
    Dataset csv = Dataset.of("x", CARD).layout(Layout.csv());
    Dataset days = Dataset.of("x", DAY).layout(Layout.parquet().partitionedBy(DAY));
    assertThrows(IllegalArgumentException.class, () -> Unload.of(csv, FOLDER));
    assertThrows(IllegalArgumentException.class, () -> Copy.of(csv, FOLDER));
    assertThrows(IllegalArgumentException.class, () -> Unload.of(days, FOLDER));
    Unload unload = Unload.of(Dataset.of("x", CARD), FOLDER);
    assertThrows(IllegalArgumentException.class, () -> unload.filesOf(4));
    assertThrows(IllegalArgumentException.class, () -> unload.filesOf(6201));
    assertThrows(IllegalArgumentException.class, () -> unload.role("x' or 'y"));
    assertThrows(IllegalArgumentException.class, unload::includingPartitions);
  }

  @Test
  void theGrammarRefusesWhatTheGuideDoesNotHave() {
    String unload = "UNLOAD ('select 1') TO 's3://b/' IAM_ROLE default FORMAT AS PARQUET";
    PublishGrammar.check(unload);
    for (String wrong :
        List.of(
            unload.replace("'s3://b/'", "'/b/'"),
            unload.replace(" IAM_ROLE default", ""),
            unload + " GZIP",
            unload + " HEADER",
            unload + " ALLOWOVERWRITE CLEANPATH",
            unload + " INCLUDE",
            unload + " PARTITION BY ('day')",
            unload + " MAXFILESIZE 256 MB CLEANPATH",
            unload.replace("'select 1'", "'select ''a\\'' '"),
            unload.replace("'select 1'", "'select now()'"),
            "COPY \"t\" FROM 's3://b/' IAM_ROLE default FORMAT AS PARQUET",
            "COPY \"s\".\"t\" (\"a\") FROM 's3://b/' IAM_ROLE default FORMAT AS CSV",
            "COPY \"s\".\"t\" (\"a\") FROM 's3://b/' IAM_ROLE default FORMAT AS PARQUET REGION 'x'",
            "REFRESH MATERIALIZED VIEW CONCURRENTLY \"s\".\"v\"",
            "CREATE MATERIALIZED VIEW \"s\".\"v\" SORTKEY (\"a\") DISTKEY (\"a\") AS select 1",
            "CREATE MATERIALIZED VIEW \"s\".\"v\" DISTKEY (\"a\", \"b\") AS select 1",
            "CREATE MATERIALIZED VIEW \"s\".\"v\" AS select 1 order by 1",
            "CREATE MATERIALIZED VIEW IF NOT EXISTS \"s\".\"v\" AS select 1",
            "CREATE TABLE \"s\".\"v\" AS select now()",
            "CREATE TABLE \"s\".\"v\" AS select 1; DROP TABLE x",
            "DROP MATERIALIZED VIEW \"s\".\"v\" CASCADE")) {
      assertThrows(AssertionError.class, () -> PublishGrammar.check(wrong), wrong);
    }
  }
}
