package org.athena.engine.athena;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.athena.engine.athena.Backend.Status;
import org.athena.engine.athena.Script.Answer;
import org.athena.error.EngineFailedException;
import org.athena.error.EngineUnavailableException;
import org.athena.error.UnexpectedShapeException;
import org.athena.error.UnsupportedByEngineException;
import org.athena.model.Column;
import org.athena.model.Dataset;
import org.athena.model.Row;
import org.athena.spi.Capability;
import org.athena.spi.Engine;
import org.athena.spi.Execution;
import org.athena.spi.Rows;
import org.athena.spi.SqlStatement;
import org.junit.jupiter.api.Test;

/** The engine over the service's own protocol: what is sent, read, failed and reported. */
class AthenaEngineTest {

  private static final Column<Long> N = Column.integer("n");
  private static final Column<String> TEXT = Column.string("text");
  private static final SqlStatement ONE = SqlStatement.of("SELECT 1 AS n");

  private static List<Row> all(Engine engine, SqlStatement statement, Column<?>... columns) {
    List<Row> all = new ArrayList<>();
    try (Rows rows = engine.query(statement, List.of(columns), Execution.unlimited())) {
      for (Row row = rows.next(); row != null; row = rows.next()) {
        all.add(row);
      }
    }
    return all;
  }

  private static Answer numbers(int most) {
    return Answer.rows(
        List.of("n", "text"),
        IntStream.range(0, most)
            .mapToObj(n -> Arrays.asList("" + n, n % 3 == 0 ? null : n % 3 == 1 ? "" : "a,\"\nb"))
            .toList());
  }

  private static void assertNumbers(int most, List<Row> rows) {
    assertEquals(
        IntStream.range(0, most)
            .mapToObj(n ->
                Arrays.<Object>asList((long) n, n % 3 == 0 ? null : n % 3 == 1 ? "" : "a,\"\nb"))
            .toList(),
        rows.stream().<List<?>>map(Row::values).toList());
  }

  @Test
  void sendsAStatementWithItsContextAndReadsItsRows() {
    try (Endpoint endpoint = new Endpoint(new Script(numbers(4)));
        Engine engine = endpoint.engine("catalog=lake&database=sales").open()) {
      SqlStatement asked =
          new SqlStatement("SELECT ? AS n", List.of(new SqlStatement.Bind("it's")));
      assertNumbers(4, all(engine, asked, N, TEXT));
      Endpoint.Request sent = endpoint.requests("StartQueryExecution").get(0);
      assertEquals("SELECT 'it''s' AS n", sent.text("QueryString"));
      assertEquals("analyses", sent.text("WorkGroup"));
      assertEquals(
          "{Catalog=lake, Database=sales}", object(sent, "QueryExecutionContext").toString());
      assertTrue(object(sent, "ResultConfiguration").toString().contains("s3://results/"));
      assertTrue(sent.body().field("ExecutionParameters").isEmpty());
      assertTrue(sent.body().field("ResultReuseConfiguration").isEmpty(), "off unless asked for");
    }
  }

  private static java.util.Map<String, String> object(Endpoint.Request request, String name) {
    java.util.Map<String, String> texts = new java.util.TreeMap<>();
    request.body().field(name).orElseThrow().asObject().forEach((k, v) -> texts.put(k, v.text()));
    return texts;
  }

  @Test
  void asksForAnEarlierResultIfTheUrlSaysSo() {
    try (Endpoint endpoint = new Endpoint(new Script(numbers(1)));
        Engine engine = endpoint.engine("reuse=PT90M").open()) {
      all(engine, ONE, N, TEXT);
      String sent = endpoint.requests("StartQueryExecution").get(0).body().toString();
      assertTrue(sent.contains("\"MaxAgeInMinutes\": 90"), sent);
    }
  }

  @Test
  void readsManyRowsPageByPageWithoutAClientForFiles() {
    try (Endpoint endpoint = new Endpoint(new Script(numbers(2500)));
        Engine engine = endpoint.paged("").open()) {
      assertNumbers(2500, all(engine, ONE, N, TEXT));
      assertEquals(3, endpoint.requests("GetQueryResults").size());
      assertEquals(0, endpoint.requests("GetObject").size());
    }
  }

  @Test
  void readsMoreThanAPageFromTheFile() {
    try (Endpoint endpoint = new Endpoint(new Script(numbers(2500)));
        Engine engine = endpoint.engine("").open()) {
      assertNumbers(2500, all(engine, ONE, N, TEXT));
      assertEquals(1, endpoint.requests("GetQueryResults").size());
      assertEquals(1, endpoint.requests("GetObject").size());
    }
  }

  @Test
  void onlyQueriesHaveAHeader() {
    Answer tables = Answer.rows(List.of("tab_name"), List.of(List.of("a"), List.of("b")));
    try (Endpoint endpoint = new Endpoint(new Script(tables));
        Engine engine = endpoint.engine("").open()) {
      List<Row> rows = all(engine, SqlStatement.of("SHOW TABLES"), TEXT);
      assertEquals(List.of("a", "b"), rows.stream().map(row -> row.get(TEXT)).toList());
    }
  }

  @Test
  void aFileMayBeLeftEarly() {
    try (Endpoint endpoint = new Endpoint(new Script(numbers(200_000)));
        Engine engine = endpoint.engine("").open()) {
      Rows rows = engine.query(ONE, List.of(N, TEXT), Execution.unlimited());
      assertNotNull(rows.next());
      rows.close();
      rows.close();
      assertNull(rows.next());
    }
  }

  @Test
  void readsEveryTypeFromItsText() {
    Answer answer =
        Answer.rows(
            List.of("a", "b", "c", "d", "e", "f"),
            List.of(
                List.of(
                    "-9223372036854775808",
                    "-0.1",
                    "true",
                    "2024-02-29",
                    "1969-12-31 23:59:59.999999",
                    "2024-03-10 02:30:00"),
                Arrays.asList(null, null, null, null, null, null)));
    try (Endpoint endpoint = new Endpoint(new Script(answer));
        Engine engine = endpoint.engine("").open()) {
      List<Row> rows =
          all(
              engine,
              ONE,
              Column.integer("a"),
              Column.decimal("b", 18, 2),
              Column.bool("c"),
              Column.date("d"),
              Column.instant("e"),
              Column.localTimestamp("f"));
      assertEquals(
          List.of(
              Long.MIN_VALUE,
              new BigDecimal("-0.10"),
              true,
              LocalDate.of(2024, 2, 29),
              Instant.parse("1969-12-31T23:59:59.999999Z"),
              LocalDateTime.of(2024, 3, 10, 2, 30)),
          rows.get(0).values());
      assertEquals(Arrays.asList(null, null, null, null, null, null), rows.get(1).values());
    }
  }

  @Test
  void aValueThatIsNoneOfItsTypeIsToldWithoutTheValue() {
    try (Endpoint endpoint =
            new Endpoint(new Script(Answer.rows(List.of("n"), List.of(List.of("secret")))));
        Engine engine = endpoint.engine("").open()) {
      var e = assertThrows(UnexpectedShapeException.class, () -> all(engine, ONE, N));
      assertEquals(
          "A value of column n is written in 6 characters that are no integer.", e.getMessage());
      var two = assertThrows(UnexpectedShapeException.class, () -> all(engine, ONE, N, TEXT));
      assertTrue(two.getMessage().startsWith("The engine's rows have 1 columns, the plan has 2"));
    }
  }

  @Test
  void aFailureIsToldByItsKindAndNeverWithAValue() {
    SqlStatement asked =
        new SqlStatement(
            "SELECT n FROM nowhere WHERE card = ?", List.of(new SqlStatement.Bind("4111-22")));
    Answer failed =
        Answer.failed("TABLE_NOT_FOUND: line 1:15: Table 'nowhere' does not exist near '4111-22'");
    try (Endpoint endpoint = new Endpoint(new Script(failed));
        Engine engine = endpoint.engine("").open()) {
      var e = assertThrows(EngineFailedException.class, () -> all(engine, asked, N));
      assertEquals(EngineFailedException.Kind.NOT_FOUND, e.kind());
      assertEquals("athena", e.engine());
      assertEquals("SELECT n FROM nowhere WHERE card = ?", e.statement());
      assertTrue(e.getMessage().startsWith("Engine athena failed (NOT_FOUND, query "));
      assertTrue(e.getMessage().endsWith("Table 'nowhere' does not exist near ?"), e.getMessage());
      assertFalse(e.getCause().toString().contains("4111"), e.getCause().toString());
    }
  }

  @Test
  void theServicesOwnRefusalIsToldByItsKind() {
    try (Endpoint endpoint = new Endpoint(new Script(numbers(1)));
        Engine engine = endpoint.engine("").open()) {
      endpoint.refuse("StartQueryExecution", 1, "InvalidRequestException", "mismatched input");
      var e = assertThrows(EngineFailedException.class, () -> all(engine, ONE, N, TEXT));
      assertEquals(EngineFailedException.Kind.INVALID_STATEMENT, e.kind());
      endpoint.refuse("StartQueryExecution", 1, "AccessDeniedException", "not yours");
      var denied = assertThrows(EngineFailedException.class, () -> all(engine, ONE, N, TEXT));
      assertEquals(EngineFailedException.Kind.NOT_ALLOWED, denied.kind());
      endpoint.refuse("StartQueryExecution", 1, "ExpiredTokenException", "too old");
      assertThrows(EngineUnavailableException.class, () -> all(engine, ONE, N, TEXT));
    }
  }

  @Test
  void whatTheServiceLostIsAskedAgainButNotForEver() {
    Answer lost = Answer.lost("GENERIC_INTERNAL_ERROR: a node is gone");
    try (Endpoint endpoint = new Endpoint(new Script(lost, numbers(1)));
        Engine engine = endpoint.engine("").open()) {
      assertNumbers(1, all(engine, ONE, N, TEXT));
      assertEquals(2, endpoint.statements().size());
    }
    try (Endpoint endpoint = new Endpoint(new Script(lost));
        Engine engine = endpoint.engine("").open()) {
      assertThrows(EngineFailedException.class, () -> all(engine, ONE, N, TEXT));
      assertEquals(3, endpoint.statements().size());
      assertThrows(
          EngineFailedException.class, () -> engine.run(List.of(ONE), Execution.unlimited()));
      assertEquals(4, endpoint.statements().size(), "what writes is sent once");
    }
  }

  @Test
  void aThrottledRequestIsSentAgainAndTakenForOne() {
    try (Endpoint endpoint = new Endpoint(new Script(numbers(1)));
        Engine engine = endpoint.engine("").open()) {
      endpoint.refuse("StartQueryExecution", 2, "TooManyRequestsException", "slower");
      endpoint.refuse("GetQueryExecution", 2, "ThrottlingException", "slower");
      assertNumbers(1, all(engine, ONE, N, TEXT));
      List<String> tokens =
          endpoint.requests("StartQueryExecution").stream()
              .map(r -> r.text("ClientRequestToken"))
              .toList();
      assertEquals(3, tokens.size());
      assertEquals(1, tokens.stream().distinct().count());
      endpoint.refuse("StartQueryExecution", 100, "TooManyRequestsException", "slower");
      var e = assertThrows(EngineUnavailableException.class, () -> all(engine, ONE, N, TEXT));
      assertEquals(
          "Cannot use engine athena: workgroup 'analyses' in eu-west-1 takes no more requests now. Ask later, or less often at once.",
          e.getMessage());
    }
  }

  @Test
  void theLimitOfTheWorkgroupIsTold() {
    Answer cutOff = Answer.cancelled("Query cancelled! : Bytes scanned limit was exceeded", 20);
    try (Endpoint endpoint =
            new Endpoint(new Script(cutOff))
                .workgroup(
                    "Configuration", java.util.Map.of("BytesScannedCutoffPerQuery", 10_000_000));
        Engine engine = endpoint.engine("").open()) {
      var e = assertThrows(EngineFailedException.class, () -> all(engine, ONE, N));
      assertEquals(EngineFailedException.Kind.NOT_ALLOWED, e.kind());
      assertTrue(
          e.getMessage()
              .endsWith(
                  "it was stopped after 20 bytes, since workgroup 'analyses' lets a statement scan 10000000 bytes at the most (Query cancelled! : Bytes scanned limit was exceeded). Ask for fewer partitions or columns, or have the limit raised."),
          e.getMessage());
    }
  }

  @Test
  void whoeverStoppedItIsNotTakenForTheCaller() {
    try (Endpoint endpoint =
            new Endpoint(new Script(Answer.cancelled("Query cancelled by user", 1)));
        Engine engine = endpoint.engine("").open()) {
      var e = assertThrows(EngineFailedException.class, () -> all(engine, ONE, N));
      assertTrue(e.getMessage().endsWith("somebody else stopped it: Query cancelled by user"));
    }
  }

  @Test
  void reportsWhatAStatementScannedAndCosts() {
    List<QueryReport> reports = new ArrayList<>();
    Answer big =
        Answer.ended(
            new Status("SUCCEEDED", null, false, Script.scanned((3L << 30) + 1)),
            List.of("n"),
            List.of());
    try (Endpoint endpoint = new Endpoint(new Script(big, Answer.rows(List.of("n"), List.of())));
        Engine engine = endpoint.engine("price_per_tb=5.00").reporting(reports::add).open()) {
      all(engine, ONE, N);
      all(engine, ONE, N);
      engine.run(List.of(SqlStatement.of("DROP TABLE t")), Execution.unlimited());
    }
    assertEquals(
        List.of((3L << 30) + 1, 0L, 0L), reports.stream().map(r -> r.bytesScanned()).toList());
    assertEquals(
        List.of((3L << 30) + (1 << 20), 10L << 20, 0L),
        reports.stream().map(r -> r.bytesBilled()).toList());
    // 3,073 MB and 10 MB of 1,048,576 MB at 5.
    assertEquals(
        List.of(new BigDecimal("0.01465321"), new BigDecimal("0.00004768"), new BigDecimal("0E-8")),
        reports.stream().map(r -> r.cost()).toList());
    assertEquals(20, reports.get(0).engineMillis());
    assertEquals(3, reports.get(0).queuedMillis());
    assertEquals(QueryReport.State.SUCCEEDED, reports.get(0).state());
  }

  @Test
  void aStatementThatIsTooLongIsNotSent() {
    try (Endpoint endpoint = new Endpoint(new Script(numbers(1)));
        Engine engine = endpoint.engine("").open()) {
      SqlStatement longOne = SqlStatement.of("SELECT '" + "日".repeat(90_000) + "' AS n");
      var e = assertThrows(UnsupportedByEngineException.class, () -> all(engine, longOne, N));
      assertEquals(
          "Cannot send a statement of 270014 bytes to athena: it takes 262144. Ask for less at once, or publish a part as a table and ask of that.",
          e.getMessage());
      assertEquals(List.of(), endpoint.statements());
    }
  }

  @Test
  void saysWhatItLacks() {
    try (Endpoint endpoint = new Endpoint(new Script(numbers(1)));
        Engine engine = endpoint.engine("").open();
        Engine withTables = endpoint.engine("tables=s3://lake/tables").open()) {
      assertFalse(engine.profile().can(Capability.TABLES));
      assertTrue(withTables.profile().can(Capability.TABLES));
      assertFalse(withTables.profile().can(Capability.FILES));
      assertTrue(withTables.profile().can(Capability.VIEWS));
      var files =
          assertThrows(
              UnsupportedByEngineException.class, () -> engine.mount(Dataset.of("t", N).at("x")));
      assertTrue(files.getMessage().contains("it lacks FILES"), files.getMessage());
      var tables =
          assertThrows(
              UnsupportedByEngineException.class,
              () -> engine.replace("", "t", false, ONE, Execution.unlimited()));
      assertEquals(
          "Cannot publish t on athena: it lacks TABLES. Add tables=s3://bucket/folder to the URL, or publish a view.",
          tables.getMessage());
      assertEquals(List.of(), endpoint.statements());
    }
  }

  @Test
  void aTableIsWrittenAsAVersionAndTheViewOfItSwapped() {
    try (Endpoint endpoint = new Endpoint(new Script(numbers(1)));
        Engine engine = endpoint.engine("tables=s3://lake/tables/").open()) {
      engine.replace("Mart", "Sales", false, ONE, Execution.unlimited());
      List<String> sent = endpoint.statements();
      assertEquals(3, sent.size());
      assertEquals("CREATE DATABASE IF NOT EXISTS `mart`", sent.get(0));
      assertTrue(
          sent.get(1)
              .matches(
                  "CREATE TABLE \"mart\"\\.\"(sales__v[0-9a-f]{16})\" WITH \\(table_type = 'ICEBERG', is_external = false, format = 'PARQUET', location = 's3://lake/tables/mart/\\1/'\\) AS SELECT 1 AS n"),
          sent.get(1));
      assertTrue(
          sent.get(2)
              .matches(
                  "CREATE OR REPLACE VIEW \"mart\"\\.\"sales\" AS SELECT \\* FROM \"mart\"\\.\"sales__v[0-9a-f]{16}\""),
          sent.get(2));
    }
  }

  @Test
  void openingLooksAtTheWorkgroup() {
    try (Endpoint endpoint = new Endpoint(new Script(numbers(1)))) {
      endpoint.refuse("GetWorkGroup", 1, "InvalidRequestException", "WorkGroup is not found.");
      var missing =
          assertThrows(EngineUnavailableException.class, () -> endpoint.engine("").open());
      assertTrue(missing.getMessage().contains("WorkGroup is not found"), missing.getMessage());
      endpoint.refuse("GetWorkGroup", 1, "AccessDeniedException", "not yours");
      endpoint.engine("").open().close();
      endpoint.workgroup("Configuration", java.util.Map.of());
      var homeless =
          assertThrows(
              EngineUnavailableException.class,
              () ->
                  AmazonAthena.at("athena://eu-west-1/analyses").client(endpoint.athena()).open());
      assertEquals(
          "Cannot open engine athena: workgroup 'analyses' has no place for results. Give it one, or add output=s3://bucket/folder to the URL.",
          homeless.getMessage());
      endpoint.workgroup("State", "DISABLED");
      assertThrows(EngineUnavailableException.class, () -> endpoint.engine("").open());
    }
  }
}
