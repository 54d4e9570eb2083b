package org.athena.examples.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Other people's whole files, where the property {@code athena.outside} names their folder. */
class OutsideCasesTest {

  private static final String CDNOW = "known-answers/15-cdnow-log";
  private static final String GIFT_CARDS = "known-answers/17-athena-peer-giftcards";

  /** The folder of a case; null, and a line that says so, where there is none. */
  private static Path outside(String name) {
    String folder = System.getProperty("athena.outside");
    if (folder == null) {
      System.out.println("not run, athena.outside is not set: " + name);
      return null;
    }
    Path path = Path.of(folder, name);
    assertTrue(Files.isDirectory(path), "missing: " + path);
    return path;
  }

  /** Historical breakage rates of a peer, in percent cut at two decimals. */
  @Test
  void yearlyRatesByCardTypeAreThoseThatThePeerStored() throws IOException {
    Path folder = outside(GIFT_CARDS);
    if (folder == null) {
      return;
    }
    Ran ran =
        Ran.words(
            "rates --card gc_uuid --id tx_id --amount tx_value --at tx_date --kind tx_type"
                + " --kinds PURCHASE=activate,REDEMPTION=redeem --on gc_uuid=gc-uuid"
                + " --expiry gc-expiry-date --rates-by expiry --cohorts year --by gc_type_code"
                + " --as-of 2020-12-31 --format csv",
            "--log",
            folder.resolve("transactions.csv").toString(),
            "--join",
            folder.resolve("card-data-v2.csv").toString());
    Map<String, Map<String, String>> rates = new HashMap<>();
    ran.records()
        .forEach(r -> rates.put(r.get("gc_type_code") + r.get("period").substring(0, 4), r));

    List<String> stored =
        Files.readAllLines(folder.resolve("historical-breakage-rate-data-v2.csv"));
    assertEquals(33, stored.size());
    for (String line : stored.subList(1, stored.size())) {
      String[] fields = line.split(",", -1);
      Map<String, String> rate = rates.get(fields[0] + fields[4]);
      assertMoney(fields[1], rate.get("issued"), line);
      assertMoney(fields[2], rate.get("breakage"), line);
      BigDecimal percent = new BigDecimal(rate.get("rate")).movePointRight(2);
      assertMoney(fields[3], percent.setScale(2, RoundingMode.DOWN).toPlainString(), line);
    }
    assertExpected(folder, rates);
  }

  private static void assertExpected(Path folder, Map<String, Map<String, String>> rates)
      throws IOException {
    List<List<String>> expected =
        DuckDbSees.json(
            Files.readString(folder.resolve("expected.json")),
            """
            SELECT replace(k, '|', ''), v ->> '$.cards', v ->> '$.purchase', v ->> '$.breakage'
            FROM (SELECT unnest(json_keys(j)) AS k, j -> unnest(json_keys(j)) AS v
              FROM (SELECT to_json(breakage_by_type_and_expiry_year) AS j FROM answer))
            """);
    assertEquals(40, expected.size());
    assertEquals(40, rates.size());
    for (List<String> line : expected) {
      Map<String, String> rate = rates.get(line.get(0));
      assertEquals(line.get(1), rate.get("cards"));
      assertMoney(line.get(2), rate.get("issued"), line.get(0));
      assertMoney(line.get(3), rate.get("breakage"), line.get(0));
    }
  }

  private static void assertMoney(String expected, String actual, String what) {
    assertEquals(0, new BigDecimal(expected).compareTo(new BigDecimal(actual)), what + actual);
  }

  /** One more purchase of 100.00, on a card that is never used: all of it is breakage so far. */
  @Test
  void aCardThatIsNeverRedeemedCountsInFull(@TempDir Path copy) throws IOException {
    Path folder = outside(GIFT_CARDS);
    if (folder == null) {
      return;
    }
    String unused = "unused-card,unused-tx,nobody,G-0001,M-0001,PURCHASE,100,2019-05-05\n";
    Path log = copy.resolve("transactions.csv");
    Files.writeString(log, Files.readString(folder.resolve("transactions.csv")).stripTrailing());
    Files.writeString(log, "\n" + unused, StandardOpenOption.APPEND);
    Ran ran =
        Ran.words(
            "rates --card gc_uuid --id tx_id --amount tx_value --at tx_date --kind tx_type"
                + " --kinds PURCHASE=activate,REDEMPTION=redeem --cohorts year"
                + " --as-of 2020-12-31 --format csv --log",
            log.toString());
    BigDecimal issued = BigDecimal.ZERO;
    BigDecimal breakage = BigDecimal.ZERO;
    for (Map<String, String> rate : ran.records()) {
      issued = issued.add(new BigDecimal(rate.get("issued")));
      breakage = breakage.add(new BigDecimal(rate.get("breakage")));
    }
    assertEquals(new BigDecimal("4390.00"), issued, "4290 in the file and 100");
    assertEquals(new BigDecimal("842.58"), breakage, "4290 - 3547.42 in the file and 100");
  }

  /** Purchases of customers: every row redeems, and the first one sets the cohort. */
  @Test
  void purchasesByCohortAndAgeAreThoseCountedByHand() throws IOException {
    Path folder = outside(CDNOW);
    if (folder == null) {
      return;
    }
    Ran ran =
        Ran.words(
            "triangle --card customer_id --at date --amount cents --scale 0 --kind-is redeem"
                + " --cohort-by first-event --as-of 1998-06-30 --format json --log",
            folder.resolve("transactions.csv").toString());

    String cells =
        """
        SELECT r.cohort, r.cards, list(r.redeemed_increment ORDER BY r.age),
          list(r.redemptions ORDER BY r.age)
        FROM (SELECT unnest(triangle) AS r FROM answer) GROUP BY ALL ORDER BY 1
        """;
    assertEquals(expectedCohorts(folder), DuckDbSees.json(ran.answer(), cells));
    assertEquals("", ran.err());
  }

  /** Ages after the end of the log are zeros in the file and no cells in the triangle. */
  private static List<List<String>> expectedCohorts(Path folder) throws IOException {
    return DuckDbSees.json(
        Files.readString(folder.resolve("expected.json")),
        """
        WITH cohorts AS (SELECT unnest(json_keys(j)) AS k, j -> unnest(json_keys(j)) AS v
          FROM (SELECT to_json(cohort_by_first_purchase_month) AS j FROM answer)),
        cells AS (SELECT k, v, 18 - (CAST(right(k, 2) AS integer) - 1) AS n FROM cohorts)
        SELECT k[1:4] || '-' || k[5:6] || '-01', CAST(v -> '$.customers' AS bigint),
          (CAST((v -> '$.cents_by_age_months') AS bigint[]))[1:n],
          list_transform(range(1, n + 1), lambda i:
            list_sum((CAST((v -> '$.tx_by_age_months') AS bigint[]))[1:i])::bigint)
        FROM cells ORDER BY 1
        """);
  }
}
