package org.athena.lake;

import static org.athena.model.Expressions.literal;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.List;
import org.athena.model.Column;
import org.athena.model.Dataset;
import org.athena.model.Layout;
import org.athena.model.Predicate;
import org.junit.jupiter.api.Test;

class PartitionCheckTest {

  private static final Column<LocalDate> DAY = Column.date("day");
  private static final Column<Long> HOUR = Column.integer("hour");
  private static final Column<String> REGION = Column.string("region");
  private static final Dataset MARKET =
      Dataset.of("market", DAY, HOUR, REGION)
          .layout(Layout.csv().partitionedBy(DAY, HOUR, REGION))
          .at("market/**/*.csv");
  private static final String KEY = "market/day=2024-02-29/hour=7/region=S%C3%A3o+1/a.csv";
  private static final String NULL_KEY =
      "market/day=2024-02-29/hour=7/region=__HIVE_DEFAULT_PARTITION__/a.csv";

  private static boolean holds(Predicate condition, String key) {
    return new PartitionCheck(MARKET, condition).mayHold(key);
  }

  @Test
  void comparesValuesOfEachType() {
    assertTrue(holds(DAY.eq(LocalDate.of(2024, 2, 29)), KEY));
    assertFalse(holds(DAY.lt(LocalDate.of(2024, 2, 29)), KEY));
    assertTrue(holds(HOUR.gt(6L).and(HOUR.le(7L)), KEY));
    assertFalse(holds(HOUR.gt(10L), KEY), "as numbers, not as text");
    assertTrue(holds(REGION.in(List.of("x", "São+1")), KEY));
    assertTrue(holds(REGION.ne("x").or(HOUR.eq(1L)), KEY));
  }

  @Test
  void aNullIsUnknownToComparisons() {
    assertFalse(holds(REGION.eq("x"), NULL_KEY));
    assertFalse(holds(REGION.ne("x"), NULL_KEY));
    assertFalse(holds(REGION.in(List.of("x")).not(), NULL_KEY));
    assertTrue(holds(REGION.isNull(), NULL_KEY));
    assertTrue(holds(REGION.eq("x").or(HOUR.eq(7L)), NULL_KEY));
    assertFalse(holds(literal(REGION.type(), null).eq("x"), KEY));
  }

  @Test
  void keepsWhatItCannotRead() {
    assertTrue(holds(HOUR.eq(1L), "market/day=2024-02-29/hour=seven/region=x/a.csv"));
    assertTrue(holds(HOUR.eq(1L), "market/day=2024-02-29/a.csv"));
  }

  @Test
  void comparesTextByCodePoint() {
    Column<String> name = Column.string("name");
    Dataset names =
        Dataset.of("names", name).layout(Layout.csv().partitionedBy(name)).at("names/**/*.csv");
    PartitionCheck check = new PartitionCheck(names, name.lt("\uFF5E"));
    assertEquals(false, check.mayHold("names/name=\uD83D\uDE00/a.csv"));
  }
}
