package org.athena.examples.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.athena.Athena;
import org.athena.fixture.TrinoServer;
import org.athena.model.Lake;
import org.athena.model.Relation;
import org.athena.model.Row;
import org.athena.query.TriangleQuery;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;

/**
 * Trino answers as DuckDB does over a large log: every cell of the triangle, to the cent. Runs with
 * {@code -Dathena.transactions=10000000}; the server then takes 5 GB, or {@code
 * -Dathena.trino.gigabytes}.
 */
class TrinoAtScaleTest {

  private static final Relation TRIANGLE =
      TriangleQuery.of(BenchLake.full(), BenchLake.AS_OF).by(BenchLake.PROGRAM);

  @Test
  void answersAsDuckDb() throws IOException {
    long transactions = Long.getLong("athena.transactions", 0);
    if (transactions == 0) {
      String message = "athena.transactions is not set: nothing is proven of Trino at scale.";
      System.err.println("!!! " + message);
      Assumptions.abort(message);
    }
    Path folder = Path.of("target", "bench-" + transactions).toAbsolutePath();
    BenchLake.writeLog(folder, transactions);
    List<Row> known;
    try (Athena duck = Athena.open(BenchLake.url(folder, "threads=2"), folder)) {
      known = duck.rows(TRIANGLE);
    }

    List<Row> answered;
    try (TrinoServer server =
            TrinoServer.withGigabytes(Integer.getInteger("athena.trino.gigabytes", 5));
        Athena trino = Athena.open(server.url("hive", "scale", folder), Lake.at(folder))) {
      answered = trino.rows(TRIANGLE);
    }

    System.out.printf(
        "%,d transactions: %,d cells of DuckDB, %,d of Trino%n",
        transactions, known.size(), answered.size());
    assertTrue(known.size() > 1_000, known::toString);
    assertEquals(known.size(), answered.size());
    assertEquals(Set.of(), missing(known, answered), "cells of DuckDB that Trino does not have");
  }

  private static Set<List<?>> missing(List<Row> wanted, List<Row> found) {
    Set<List<?>> rest = wanted.stream().map(Row::values).collect(Collectors.toSet());
    rest.removeAll(found.stream().map(Row::values).collect(Collectors.toCollection(HashSet::new)));
    return rest;
  }
}
