package org.athena.examples.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Names and values that look like something else are taken as they stand. */
class HostileLogTest {

  private static final String LOG =
      String.join(
          "\n",
          "\"the \"\"card\"\"\",amount's,\"what, now\",(day),@by",
          "\"A, \"\"1\"\"\",10.00,\"S,=A\",2024-01-01,x",
          "B'; --,20.00,\"S,=A\",2024-01-02,\"y, z\"",
          "");

  @TempDir Path folder;

  private Ran balances(String name, String format) {
    String file = new SmallLog(folder).file(name, LOG);
    return Ran.of(
        "balances",
        "--log",
        file,
        "--card",
        "the \"card\"",
        "--amount",
        "amount's",
        "--kind",
        "what, now",
        "--kinds",
        "\"S,=A\"=activate",
        "--at",
        "(day)",
        "--by",
        "@by",
        "--as-of",
        "2024-01-31",
        "--format",
        format);
  }

  @Test
  void asCsv() {
    assertEquals(
        List.of(
            "@by,card,cohort,last_event,issued,redeemed,exited,balance",
            "x,\"A, \"\"1\"\"\",2024-01-01,2024-01-01,10.00,0.00,0.00,10.00",
            "\"y, z\",B'; --,2024-01-02,2024-01-02,20.00,0.00,0.00,20.00"),
        balances("log.csv", "csv").answer().lines().toList());
  }

  @Test
  void asJson() {
    assertEquals(
        List.of(List.of("x", "A, \"1\""), List.of("y, z", "B'; --")),
        DuckDbSees.json(
            balances("log.csv", "json").answer(),
            "SELECT b.\"@by\", b.card FROM (SELECT unnest(balances) AS b FROM answer) ORDER BY 1"));
  }

  @Test
  void inFilesWithWildcardsAndQuotesInTheirNames() {
    new SmallLog(folder).file("logs.csv", "not,this\n");
    assertEquals(
        balances("log.csv", "csv").answer(), balances("it's [a] log*.csv", "csv").answer());
  }
}
