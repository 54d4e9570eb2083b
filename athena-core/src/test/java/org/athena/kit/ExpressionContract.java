package org.athena.kit;

import static org.athena.kit.Sales.AMOUNT;
import static org.athena.kit.Sales.AT;
import static org.athena.kit.Sales.ID;
import static org.athena.kit.Sales.SHOP;
import static org.athena.kit.Sales.money;
import static org.athena.model.Expressions.cast;
import static org.athena.model.Expressions.coalesce;
import static org.athena.model.Expressions.concat;
import static org.athena.model.Expressions.dayOf;
import static org.athena.model.Expressions.literal;
import static org.athena.model.Expressions.lower;
import static org.athena.model.Expressions.minus;
import static org.athena.model.Expressions.periodsBetween;
import static org.athena.model.Expressions.ratio;
import static org.athena.model.Expressions.startOf;
import static org.athena.model.Expressions.substring;
import static org.athena.model.Expressions.times;
import static org.athena.model.Expressions.when;
import static org.athena.query.Query.from;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.athena.model.Column;
import org.athena.model.Expressions;
import org.athena.model.Grain;
import org.athena.model.Output;
import org.athena.model.Type;
import org.athena.query.Query;
import org.junit.jupiter.api.Test;

/** Every expression, exact to the last digit and the microsecond. */
interface ExpressionContract extends Topic {

  private Query firstSale() {
    return from(subject().table(Sales.SALES)).where(ID.eq(1L));
  }

  @Test
  default void computesExpressions() {
    Query query =
        firstSale()
            .select(
                times(AMOUNT, literal(money("0.125"))).as("product"),
                minus(AMOUNT, literal(money("0.005"))).as("difference"),
                ratio(AMOUNT, literal(3L), 6).as("third"),
                ratio(AMOUNT, literal(0L), 6).as("none"),
                when(SHOP.eq("a"), literal("A")).otherwise(literal("other")).as("branch"),
                coalesce(Expressions.nullOf(Type.STRING), SHOP).as("first"),
                lower(literal("ÀB")).as("low"),
                substring(literal("gift"), 2, 2).as("part"),
                concat(SHOP, literal("-"), SHOP).as("joined"),
                Expressions.length(literal("añb")).as("length"),
                cast(literal("12"), Type.INTEGER).as("number"),
                cast(literal("x"), Type.INTEGER).as("unread"),
                Expressions.add(ID, literal(41L)).as("plus"));
    assertEquals(
        List.of(
            Arrays.asList(
                money("1.25000"),
                money("9.995"),
                money("3.333333"),
                null,
                "A",
                "a",
                "àb",
                "if",
                "a-a",
                3L,
                12L,
                null,
                42L)),
        Sales.values(subject().athena().fetch(query)));
  }

  /** Half-even at the last digit, the same on both sides of 0. */
  @Test
  default void ratiosAreRoundedHalfEven() {
    Query query =
        firstSale()
            .select(
                ratio(literal(1L), literal(8L), 2).as("low"),
                ratio(literal(3L), literal(8L), 2).as("high"),
                ratio(literal(-1L), literal(8L), 2).as("minus_low"),
                ratio(literal(-3L), literal(8L), 2).as("minus_high"),
                ratio(literal(2L), literal(3L), 12).as("long"));
    assertEquals(
        List.of(
            List.of(
                money("0.12"),
                money("0.38"),
                money("-0.12"),
                money("-0.38"),
                money("0.666666666667"))),
        Sales.values(subject().athena().fetch(query)));
  }

  @Test
  default void placesTimesInPeriods() {
    ZoneId berlin = ZoneId.of("Europe/Berlin");
    Query query =
        firstSale()
            .select(
                dayOf(AT).as("utc"),
                dayOf(AT, berlin).as("berlin"),
                startOf(Grain.WEEK, dayOf(AT)).as("week"),
                startOf(Grain.QUARTER, dayOf(AT, berlin)).as("quarter"),
                periodsBetween(Grain.WEEK, literal(Type.DATE, LocalDate.of(2024, 1, 1)), dayOf(AT))
                    .as("weeks"),
                Expressions.bucket(Duration.ofHours(6), AT).as("bucket"),
                Expressions.shift(AT, Duration.ofDays(-1)).as("before"));
    assertEquals(
        List.of(
            List.of(
                LocalDate.of(2024, 1, 31),
                LocalDate.of(2024, 2, 1),
                LocalDate.of(2024, 1, 29),
                LocalDate.of(2024, 1, 1),
                4L,
                Instant.parse("2024-01-31T18:00:00Z"),
                Instant.parse("2024-01-30T23:30:00Z"))),
        Sales.values(subject().athena().fetch(query)));
  }

  /** The days around month, quarter and year ends and a leap day, in every grain. */
  @Test
  default void everyGrainStartsAndCountsAsTheCalendarDoes() {
    List<LocalDate> days =
        List.of(
            LocalDate.of(1969, 12, 28),
            LocalDate.of(1969, 12, 29),
            LocalDate.of(2023, 12, 31),
            LocalDate.of(2024, 1, 1),
            LocalDate.of(2024, 2, 29),
            LocalDate.of(2024, 3, 31),
            LocalDate.of(2024, 4, 1),
            LocalDate.of(2026, 1, 4));
    LocalDate from = LocalDate.of(2020, 2, 29);
    List<Query> queries = new ArrayList<>();
    List<List<Object>> wanted = new ArrayList<>();
    for (LocalDate day : days) {
      List<Output<?>> outputs = new ArrayList<>();
      List<Object> values = new ArrayList<>();
      for (Grain grain : Grain.values()) {
        var oracle = org.athena.oracle.Grain.valueOf(grain.name());
        outputs.add(startOf(grain, literal(Type.DATE, day)).as("start_" + grain));
        values.add(oracle.first(day));
        outputs.add(
            periodsBetween(grain, literal(Type.DATE, from), literal(Type.DATE, day))
                .as("count_" + grain));
        values.add((long) oracle.index(day) - oracle.index(from));
      }
      queries.add(firstSale().select(outputs.toArray(Output<?>[]::new)));
      wanted.add(values);
    }
    assertEquals(
        wanted,
        subject().each(queries.toArray(Query[]::new)).stream().map(rows -> rows.get(0)).toList());
  }

  /** Both sides of the days on which clocks are put forward and back. */
  @Test
  default void daysFollowTheClocksOfTheirZone() {
    List<ZoneId> zones =
        List.of(
            ZoneId.of("Europe/Berlin"),
            ZoneId.of("America/New_York"),
            ZoneId.of("Asia/Kathmandu"),
            ZoneId.of("Australia/Lord_Howe"),
            ZoneId.of("+05:30"));
    List<Query> queries = new ArrayList<>();
    List<List<Object>> wanted = new ArrayList<>();
    for (String text :
        List.of(
            "2024-03-30T22:59:59.999999Z",
            "2024-03-30T23:00:00Z",
            "2024-10-26T22:00:00Z",
            "2024-10-27T22:59:59.999999Z",
            "2024-11-03T03:59:59.999999Z",
            "2024-11-04T05:00:00Z",
            "2024-04-06T13:29:59.999999Z")) {
      Instant instant = Instant.parse(text);
      List<Output<?>> outputs = new ArrayList<>();
      List<Object> values = new ArrayList<>();
      for (ZoneId zone : zones) {
        outputs.add(dayOf(literal(Type.INSTANT, instant), zone).as("day" + outputs.size()));
        values.add(instant.atZone(zone).toLocalDate());
      }
      queries.add(firstSale().select(outputs.toArray(Output<?>[]::new)));
      wanted.add(values);
    }
    assertEquals(
        wanted,
        subject().each(queries.toArray(Query[]::new)).stream().map(rows -> rows.get(0)).toList());
  }

  @Test
  default void textFunctionsCountCharactersNotBytes() {
    Column<String> text = Column.string("text");
    Query texts = firstSale().select(literal("  añ日b ").as("text"));
    assertEquals(
        List.of(List.of("añ日b", 4L, "ñ日", "AÑ日B")),
        Sales.values(
            subject()
                .athena()
                .fetch(
                    texts.select(
                        Expressions.trim(text).as("trimmed"),
                        Expressions.length(Expressions.trim(text)).as("length"),
                        substring(Expressions.trim(text), 2, 2).as("middle"),
                        Expressions.upper(Expressions.trim(text)).as("upper")))));
  }
}
