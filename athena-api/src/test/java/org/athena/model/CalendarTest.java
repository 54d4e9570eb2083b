package org.athena.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.time.temporal.IsoFields;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Calendars divide time into periods without gap or overlap. */
final class CalendarTest {

  private static final LocalDate FROM = LocalDate.of(1967, 1, 1);
  private static final LocalDate TO = LocalDate.of(2032, 1, 1);

  @ParameterizedTest
  @EnumSource(Grain.class)
  void everyDayIsInThePeriodOfItsIndex(Grain grain) {
    long before = grain.indexOf(FROM.minusDays(1));
    for (LocalDate day = FROM; day.isBefore(TO); day = day.plusDays(1)) {
      long index = grain.indexOf(day);
      LocalDate start = grain.startOf(index);
      assertTrue(!day.isBefore(start) && day.isBefore(grain.endOf(index)), grain + " " + day);
      assertEquals(start, grain.startOf(day));
      assertTrue(index == before || (index == before + 1 && start.equals(day)), grain + " " + day);
      before = index;
    }
  }

  @Test
  void weeksAreThoseOfIso8601() {
    for (LocalDate day = FROM; day.isBefore(TO); day = day.plusDays(1)) {
      LocalDate monday = Grain.WEEK.startOf(day);
      assertEquals(
          day.get(IsoFields.WEEK_OF_WEEK_BASED_YEAR),
          monday.get(IsoFields.WEEK_OF_WEEK_BASED_YEAR));
      assertEquals(day.get(IsoFields.WEEK_BASED_YEAR), monday.get(IsoFields.WEEK_BASED_YEAR));
    }
  }

  @Test
  void aFiscalYearOf53WeeksHasItsExtraWeekInTheLastPeriod() {
    PeriodTable table = PeriodTable.weeks445("r", LocalDate.of(2023, 1, 29), List.of(53, 52));
    assertEquals(25, table.boundaries().size());
    assertEquals(LocalDate.of(2024, 2, 4), table.startOf(12));
    assertEquals(LocalDate.of(2025, 2, 2), table.end());
    assertEquals(42, table.startOf(12).toEpochDay() - table.startOf(11).toEpochDay());
    assertEquals(11, table.indexOf(LocalDate.of(2024, 2, 3)));
    assertEquals(0, table.indexOf(LocalDate.of(2023, 1, 29)));
  }

  @Test
  void aDayOutsideOfATableIsAnError() {
    PeriodTable table =
        new PeriodTable("t", List.of(LocalDate.of(2024, 1, 1), LocalDate.of(2024, 2, 1)));
    IllegalArgumentException e =
        assertThrows(IllegalArgumentException.class, () -> table.indexOf(LocalDate.of(2024, 2, 1)));
    assertEquals(
        "Cannot place 2024-02-01 in calendar t: it runs from 2024-01-01 until 2024-02-01. Give it more periods.",
        e.getMessage());
    assertThrows(
        IllegalArgumentException.class,
        () -> new PeriodTable("t", List.of(LocalDate.of(2024, 2, 1), LocalDate.of(2024, 1, 1))));
  }

  @Test
  void aGrainIsFoundByNameInAnyCase() {
    assertEquals(Grain.MONTH, Grain.of(" Month "));
    IllegalArgumentException e =
        assertThrows(IllegalArgumentException.class, () -> Grain.of("fortnight"));
    assertEquals(
        "Cannot find a grain named 'fortnight'; there are [day, week, month, quarter, year].",
        e.getMessage());
  }
}
