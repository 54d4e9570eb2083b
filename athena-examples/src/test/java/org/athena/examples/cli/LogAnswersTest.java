package org.athena.examples.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Answers about a log of seven lines, worked out by hand. */
class LogAnswersTest {

  @TempDir Path folder;

  private Ran run(String command, String more) {
    return Ran.words(command + SmallLog.OPTIONS + more, "--log", new SmallLog(folder).usual());
  }

  @Test
  void aTriangleHasTheColumnsThatWereAgreed() {
    assertEquals(
        """
        currency,shop,cohort,age,issued,redeemed,issued_increment,redeemed_increment,complete
        EUR,north,2024-02-01,0,100.00,60.00,100.00,60.00,true
        EUR,north,2024-02-01,1,100.00,60.00,0.00,0.00,true
        USD,north,2024-01-01,0,50.00,20.00,50.00,20.00,true
        USD,north,2024-01-01,1,50.00,20.00,0.00,0.00,true
        USD,north,2024-01-01,2,50.00,30.00,0.00,10.00,true
        USD,north,unknown,,0.00,5.00,0.00,5.00,false
        USD,south,2024-01-01,0,30.00,0.00,30.00,0.00,true
        USD,south,2024-01-01,1,30.00,0.00,0.00,0.00,true
        USD,south,2024-01-01,2,30.00,0.00,0.00,0.00,true
        """,
        run("triangle", "--currency cur --by shop --format csv").answer());
  }

  @Test
  void aTriangleWithoutSegmentsHasNoColumnsOfThem() {
    Ran ran = run("triangle", "--cohorts quarter --ages quarter --format csv");

    assertEquals(
        """
        cohort,age,issued,redeemed,issued_increment,redeemed_increment,complete
        2024-01-01,0,180.00,90.00,180.00,90.00,true
        unknown,,0.00,5.00,0.00,5.00,false
        """,
        ran.answer());
    assertEquals("", ran.err());
  }

  @Test
  void aTriangleAsJsonHasCountsToo() {
    String json = run("triangle", "--currency cur --format json").answer();

    assertEquals(
        List.of(
            List.of("EUR", "2024-02-01", "1", "1", "1", "60.0"),
            List.of("USD", "2024-01-01", "2", "2", "2", "30.0")),
        DuckDbSees.json(
            json,
            """
            SELECT r.currency, r.cohort, r.age, r.cards, r.redemptions, r.redeemed
            FROM (SELECT unnest(triangle) AS r FROM answer) WHERE r.cohort <> 'unknown'
            QUALIFY row_number() OVER (PARTITION BY r.currency ORDER BY r.age DESC) = 1 ORDER BY 1
            """));
    assertTrue(run("triangle", "--currency cur").answer().startsWith("EUR: redeemed, cumulative"));
  }

  @Test
  void balancesStandInTheOrderOfCards() {
    assertEquals(
        """
        currency,card,cohort,last_event,issued,redeemed,exited,balance
        EUR,C,2024-02-10,2024-02-11,100.00,60.00,0.00,40.00
        USD,A,2024-01-05,2024-03-01,50.00,30.00,0.00,20.00
        USD,B,2024-01-20,2024-01-20,30.00,0.00,0.00,30.00
        USD,X,,2024-02-11,0.00,5.00,0.00,-5.00
        """,
        run("balances", "--currency cur --format csv").answer());
    assertTrue(run("balances", "--by shop").answer().contains("south  B     2024-01-20"));
  }

  @Test
  void ratesHaveAllTheirDigits() {
    assertEquals(
        """
        period,age,cards,issued,redeemed,exited,breakage,rate,complete
        2024-01-01,,2,80.00,30.00,0.00,50.00,0.625,true
        2024-02-01,,1,100.00,60.00,0.00,40.00,0.4,true
        """,
        run("rates", "--format csv").answer());
    assertTrue(run("rates", "").answer().contains("62.5%"));
    assertEquals(
        List.of("0", "1", "2"),
        run("rates", "--rates-by maturity --ages month --format csv").records().stream()
            .map(record -> record.get("age"))
            .toList());
  }

  @Test
  void anAuditCountsEveryRow() {
    assertEquals(
        List.of("7"),
        run("audit", "--format csv").records().stream()
            .filter(record -> record.get("section").equals("disposition"))
            .map(record -> record.get("rows"))
            .toList());
    assertEquals(
        List.of("disposition used EUR north 2", "disposition used USD north 3"),
        run("audit", "--currency cur --by shop --format csv").records().stream()
            .limit(2)
            .map(r ->
                String.join(
                    " ",
                    r.get("section"),
                    r.get("name"),
                    r.get("currency"),
                    r.get("shop"),
                    r.get("rows")))
            .toList());
    assertEquals(
        List.of(List.of("used", "7", "[1, 2, 3, 4, 5]")),
        DuckDbSees.json(
            run("audit", "--format json").answer(),
            "SELECT a.name, a.rows, a.samples FROM (SELECT unnest(audit) AS a FROM answer) WHERE a.section = 'disposition'"));
  }

  @Test
  void aForecastOfSegmentsEndsWithTheirSum() {
    String json =
        run("forecast", "--currency cur --by shop --method naive(older-than=0) --format json")
            .answer();

    assertEquals(
        List.of(List.of("USD", "2", "80.0", "30.0")),
        DuckDbSees.json(
            json,
            "SELECT t.currency, t.segments, t.issued, t.latest FROM (SELECT unnest(totals) AS t FROM answer)"));
    assertEquals(
        List.of(List.of("EUR", "north"), List.of("USD", "north"), List.of("USD", "south")),
        DuckDbSees.json(
            json,
            "SELECT f.currency, f.segment.shop FROM (SELECT unnest(forecasts) AS f FROM answer)"));
    String table =
        run("forecast", "--currency cur --by shop --method naive(older-than=0)").answer();
    assertTrue(table.contains("All segments in USD by naive-rate(older-than=0)"), table);
    assertEquals(
        "all_segments",
        run("forecast", "--currency cur --by shop --method naive(older-than=0) --format csv")
            .records()
            .getLast()
            .get("level"));
  }

  @Test
  void aReplacementCardTakesTheCohortOfTheCardItReplaces() {
    String log =
        new SmallLog(folder)
            .file(
                "moved.csv",
                """
                card,what,value,day,other
                old,SALE,50.00,2024-01-05,
                old,OUT,50.00,2024-02-05,new
                new,IN,50.00,2024-02-05,old
                new,USE,20.00,2024-03-05,
                """);
    String options =
        "balances --card card --kind what --amount value --at day --counter-card other"
            + " --kinds SALE=activate,USE=redeem,OUT=transfer-out,IN=transfer-in"
            + " --as-of 2024-03-31 --format csv";

    assertEquals(
        """
        card,cohort,last_event,issued,redeemed,exited,balance
        new,2024-01-05,2024-03-05,0.00,20.00,-50.00,30.00
        old,2024-01-05,2024-02-05,50.00,0.00,50.00,0.00
        """,
        Ran.words(options, "--log", log).answer());
  }
}
