package org.athena.examples.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import org.athena.Athena;
import org.athena.fixture.TrinoServer;
import org.athena.model.Column;
import org.athena.model.Dataset;
import org.athena.model.Layout;
import org.athena.query.Query;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A log that is a table of an engine, asked about on the command line. */
final class TableTest {

  @TempDir Path folder;

  /** The same rows as the file, as a table of their own. */
  private void publish(String url) {
    Dataset log =
        Dataset.of(
                "lines",
                Column.string("id"),
                Column.string("card"),
                Column.string("what"),
                Column.decimal("value", 18, 2),
                Column.string("cur"),
                Column.instant("day"),
                Column.string("shop"))
            .layout(Layout.csv())
            .at("log.csv");
    try (Athena athena = Athena.open(url, folder)) {
      athena.publish(Query.from(log)).asTable("raw.cards");
    }
  }

  @Test
  void answersFromATableOfDuckDb() {
    SmallLog small = new SmallLog(folder);
    String log = small.usual();
    String url = "duckdb:" + folder.resolve("lake.db");
    publish(url);
    assertEquals(
        Ran.words("triangle --log " + log + SmallLog.OPTIONS).answer(),
        Ran.words("triangle --table raw.cards --engine " + url + SmallLog.OPTIONS).answer());
    assertTrue(
        Ran.words("triangle --table raw.none --engine " + url + SmallLog.OPTIONS)
            .mistake()
            .contains("has no table raw.none"));
    assertTrue(
        Ran.words("triangle --table a --log " + log + SmallLog.OPTIONS)
            .mistake()
            .contains("give either --log or --table"));
  }

  @Test
  void answersFromATableOfTrino() {
    TrinoServer server = TrinoServer.running();
    SmallLog small = new SmallLog(folder);
    String log = small.usual();
    publish(server.url("hive", "raw", folder));
    String url = "trino://%s/hive/raw".formatted(server.address());
    for (String command : new String[] {"triangle", "audit", "rates"}) {
      assertEquals(
          Ran.words(command + " --log " + log + SmallLog.OPTIONS).answer(),
          Ran.words(command + " --table cards --engine " + url + SmallLog.OPTIONS).answer(),
          command);
    }
  }
}
