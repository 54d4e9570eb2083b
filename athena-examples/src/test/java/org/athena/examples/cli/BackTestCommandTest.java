package org.athena.examples.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.athena.forecast.BackTestReport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BackTestCommandTest {

  private static final String LOG =
      " --id id --card card --kind what --kinds SALE=activate,USE=redeem --amount value"
          + " --at day --as-of 2024-06-30 --format csv --method mack,hazard --ahead 1 ";

  @TempDir Path folder;

  private String raa() {
    return PublishedTriangles.RAA.writeTo(folder.resolve("raa.csv"), "origin,age,value");
  }

  /**
   * Worked by hand: at the end of March the card of January had gone from 30 to 40 in its third
   * month, so that of February was expected to go from 18, as known then, to 24. It came to 20, for
   * 2 were learned late.
   */
  private String log() {
    return new SmallLog(folder)
        .file(
            "log.csv",
            """
            id,card,what,value,cur,day,shop,seen
            1,A,SALE,50.00,USD,2024-01-05,n,2024-01-05T12:00:00Z
            2,A,USE,20.00,USD,2024-01-31,n,2024-01-31T12:00:00Z
            3,A,USE,10.00,USD,2024-02-10,n,2024-02-10T12:00:00Z
            4,A,USE,10.00,USD,2024-03-10,n,2024-03-10T12:00:00Z
            5,B,SALE,50.00,USD,2024-02-05,n,2024-02-05T12:00:00Z
            6,B,USE,12.00,USD,2024-02-20,n,2024-02-20T12:00:00Z
            7,B,USE,6.00,USD,2024-03-20,n,2024-03-20T12:00:00Z
            8,B,USE,2.00,USD,2024-03-21,n,2024-05-01T12:00:00Z
            """);
  }

  private Map<String, String> score(String options) {
    List<Map<String, String>> records =
        Ran.words("backtest" + LOG + options, "--log", log()).records();
    return records.stream()
        .filter(r -> r.get("method").equals("mack") && r.get("ahead").equals("1"))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void anOriginSeesWhatWasKnownThen() {
    Map<String, String> known = score("--origins 2024-03-31 --known seen");
    Map<String, String> happened = score("--origins 2024-03-31");

    assertEquals("2", known.get("cohorts"));
    assertEquals("6.00", known.get("expected"));
    assertEquals("2.00", known.get("actual"));
    assertEquals("4.00", known.get("error"));
    assertEquals("6.67", happened.get("expected"));
    assertEquals("0.00", happened.get("actual"));
  }

  @Test
  void countsOriginsBackFromTheAsOf() {
    assertEquals("6.67", score("--origins 1 --every 3").get("expected"));
    assertEquals("2", score("--origins 2 --every 1").get("origins"));
  }

  @Test
  void showsAllMethodsWithTheirErrorsInMoneyAndTheRule() {
    String table =
        Ran.words("backtest --method mack,bootstrap,chain-ladder --ahead 1,3 --triangle", raa())
            .answer();

    assertTrue(table.contains("in 50%"), table);
    assertTrue(table.contains("total in 95%"), table);
    assertTrue(table.contains("WAPE"), table);
    assertTrue(table.contains("\n3. "), table);
    assertTrue(table.contains(BackTestReport.RULE), table);
    List<Map<String, String>> csv =
        Ran.words("backtest --format csv --method mack,chain-ladder --ahead 1,3 --triangle", raa())
            .records();
    assertEquals(6, csv.size());
    assertEquals(
        List.of("1", "3", "ultimate"),
        csv.stream().limit(3).map(line -> line.get("ahead")).toList());
    assertEquals("", csv.get(3).get("in_50"));
    assertTrue(!csv.get(0).get("in_95").isEmpty());
  }

  @Test
  void givesTheSameAsJson() {
    String json =
        Ran.words(
                "backtest --format json --method mack,bootstrap --judge mack --ahead 2 --triangle",
                raa())
            .answer();

    assertEquals(
        List.of(List.of("2", "4")),
        DuckDbSees.json(
            json, "SELECT len(backtests[1].ranking), len(backtests[1].scores) FROM answer"));
    assertTrue(json.contains("those of mack at now"), json);
    assertTrue(json.contains(BackTestReport.RULE), json);
  }
}
