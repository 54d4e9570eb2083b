package org.athena.engine.athena;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The gate lets through what is written for Trino's family, and nothing that is put into it. */
class AthenaSqlGateTest {

  private static final Path GOLDEN = Path.of("src/test/resources/sql");

  @Test
  void letsEveryQuestionThrough() throws IOException {
    List<String> queries = golden();

    assertTrue(queries.size() > 20, () -> queries.size() + " queries");
    queries.forEach(query -> assertDoesNotThrow(() -> AthenaSqlGate.check(query)));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "where any_match(a, x -> x > 1)",
        "where json -> 'a' is null",
        "where format('%s', a) = 'b'",
        "match_recognize (partition by a)",
        "cross join lateral (select 1)",
        "cross join table (sequence(1, 5))",
        "where a = ?",
        "; drop table b",
        "where `a` = 1",
        "where a::date is null",
        "where a > interval '1 day'",
        "qualify row_number() over (order by a) = 1",
        "group by all",
        "having count(distinct a) over () = 1"
      })
  void refusesWhatIsPutIntoThem(String more) throws IOException {
    for (String query : golden()) {
      assertThrows(AssertionError.class, () -> AthenaSqlGate.check(query + "\n" + more), more);
    }
  }

  @Test
  void refusesRecursionAndOtherStatements() {
    for (String statement :
        List.of(
            "with recursive t(n) as (select 1) select * from t",
            "update t set a = 1",
            "call system.sync_partition_metadata('a', 'b', 'ADD')",
            "execute immediate 'select 1'")) {
      assertThrows(AssertionError.class, () -> AthenaSqlGate.check(statement), statement);
    }
  }

  /** Words in texts and quoted names are none of the language. */
  @Test
  void looksPastTextsAndNames() {
    AthenaSqlGate.check("select \"match_recognize\", 'update; `call`' from \"lateral\"");
    AthenaSqlGate.check("select a + interval '1' day");
  }

  /** Of a definition it is the query that has to be the service's. */
  @Test
  void seesTheQueryOfADefinition() {
    AthenaSqlGate.check("DROP TABLE IF EXISTS `a`.`b`");
    AthenaSqlGate.check("CREATE VIEW \"a\" AS select 1");
    assertThrows(
        AssertionError.class, () -> AthenaSqlGate.check("CREATE VIEW \"a\" AS select 1::bigint"));
  }

  /** The golden queries, whose binds the engine writes as literals. */
  private static List<String> golden() throws IOException {
    try (Stream<Path> files = Files.walk(GOLDEN)) {
      return files
          .filter(file -> file.toString().endsWith(".sql"))
          .map(AthenaSqlGateTest::text)
          .toList();
    }
  }

  private static String text(Path file) {
    try {
      return Files.readString(file).replace('?', '0').replaceAll("(?m)^--.*$", "").replace(";", "");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
