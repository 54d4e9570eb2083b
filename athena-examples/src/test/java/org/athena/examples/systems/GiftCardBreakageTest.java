package org.athena.examples.systems;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.athena.Athena;
import org.athena.breakage.Triangle.Cell;
import org.athena.breakage.Triangle.Cohort;
import org.athena.query.RateQuery;
import org.athena.query.TriangleQuery;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Card C is corporate and left out; A and B are issued in January, D in February. */
class GiftCardBreakageTest {

  @TempDir Path lake;
  private Athena athena;
  private GiftCardBreakage story;

  @BeforeEach
  void opens() {
    GiftCardBreakage.write(lake);
    athena = Athena.open("duckdb:", lake);
    story = new GiftCardBreakage(athena);
  }

  @AfterEach
  void closes() {
    athena.close();
  }

  @Test
  void makesATriangleOverAFilteredJoin() {
    assertEquals(
        List.of(
            new Cohort(
                "2025-01-01",
                List.of(
                    cell(0, "150.00", "60.00", 2, 1),
                    cell(1, "150.00", "80.00", 2, 2),
                    cell(2, "150.00", "105.00", 2, 3))),
            new Cohort(
                "2025-02-01",
                List.of(cell(0, "80.00", "40.00", 1, 1), cell(1, "80.00", "48.00", 1, 2)))),
        story.triangle().cohorts());
  }

  private static Cell cell(int age, String issued, String redeemed, long cards, long uses) {
    return new Cell(
        age,
        new BigDecimal(issued),
        new BigDecimal(redeemed),
        new BigDecimal("0.00"),
        cards,
        uses,
        true);
  }

  /** 1 - 105 / 150 and 1 - 48 / 80. */
  @Test
  void givesRatesByCohort() {
    assertEquals(
        List.of(new BigDecimal("0.3"), new BigDecimal("0.4")),
        story.rates().stream().map(rate -> rate.rate().orElseThrow()).toList());
  }

  @Test
  void publishesRatesAsAView() {
    var rates = athena.rows(story.publishRates());

    assertEquals("aggregated.rates", story.publishRates().name());
    assertEquals(
        List.of("0.300000000000", "0.400000000000"),
        rates.stream().map(row -> row.require(RateQuery.RATE).toPlainString()).toList());
  }

  /** Age 0: 100 of 230, age 1: 128 of 230, age 2: 105 of 150. */
  @Test
  void sumsUpATriangleThatWasPublishedAsATable() {
    Map<Long, BigDecimal> expected =
        Map.of(
            0L, new BigDecimal("0.4348"),
            1L, new BigDecimal("0.5565"),
            2L, new BigDecimal("0.7000"));

    var usedByAge = athena.rows(story.usedByAge(story.publishTriangle()));

    assertEquals(3, usedByAge.size());
    usedByAge.forEach(row ->
        assertEquals(
            expected.get(row.require(TriangleQuery.AGE)), row.require(GiftCardBreakage.USED)));
  }
}
