package org.athena.examples.systems;

import static org.athena.query.Query.from;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.athena.Athena;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LakeWithZonesTest {

  private static final LocalDate MONDAY = LocalDate.of(2025, 1, 6);

  @TempDir Path lake;
  private Athena athena;
  private LakeWithZones story;

  record Weather(String station, Instant measuredAt, BigDecimal average) {}

  record Market(LocalDate day, String region, BigDecimal high, Long volumes) {}

  record Reached(String store, LocalDate fortnight, BigDecimal margin, BigDecimal reached) {}

  @BeforeEach
  void opens() {
    LakeWithZones.write(lake);
    athena = Athena.open("duckdb:", lake);
    story = new LakeWithZones(athena);
  }

  @AfterEach
  void closes() {
    athena.close();
  }

  /** 4; (4 + 6) / 2; (4 + 6 + 11) / 3; (6 + 11) / 2 since 18:00 is missing; (11 + 2) / 2. */
  @Test
  void averagesWeatherOverThePastTwelveHours() {
    assertEquals(
        List.of(
            weather("2025-01-06T00:00:00Z", "4.00"),
            weather("2025-01-06T06:00:00Z", "5.00"),
            weather("2025-01-06T12:00:00Z", "7.00"),
            weather("2025-01-06T18:00:00Z", "8.50"),
            weather("2025-01-07T00:00:00Z", "6.50")),
        athena.rows(story.weather(), Weather.class));
  }

  private static Weather weather(String measuredAt, String average) {
    return new Weather("W1", Instant.parse(measuredAt), new BigDecimal(average));
  }

  @Test
  void sumsUpTheMarketOfHourlyFoldersByDay() {
    assertEquals(
        List.of(
            new Market(MONDAY, "EU", new BigDecimal("12.00"), 12L),
            new Market(MONDAY, "US", new BigDecimal("20.00"), 1L),
            new Market(MONDAY.plusDays(1), "US", new BigDecimal("21.00"), 2L)),
        athena.rows(story.marketByDay(), Market.class));
    assertEquals(List.of("EU", "US"), story.regions());
  }

  /** Sold less cost, and sold over target: 250, 80 and 60. */
  @Test
  void publishesTheCustomersTargetsJoinedWithSalesAndCosts() {
    var published = story.publishReached();

    assertEquals("personal_ann.targets_reached", published.name());
    assertEquals(
        List.of(
            new Reached("S1", MONDAY, new BigDecimal("210.00"), new BigDecimal("1.25")),
            new Reached("S1", MONDAY.plusWeeks(2), new BigDecimal("50.00"), new BigDecimal("0.40")),
            new Reached("S2", MONDAY, new BigDecimal("35.00"), new BigDecimal("0.60"))),
        athena.rows(
            from(published).orderBy(LakeWithZones.STORE.asc(), LakeWithZones.FORTNIGHT.asc()),
            Reached.class));
  }
}
