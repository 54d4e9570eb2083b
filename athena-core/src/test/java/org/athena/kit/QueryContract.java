package org.athena.kit;

import static org.athena.model.Aggregate.count;
import static org.athena.model.Aggregate.countDistinct;
import static org.athena.model.Aggregate.max;
import static org.athena.model.Aggregate.min;
import static org.athena.model.Aggregate.sum;
import static org.athena.model.Expressions.cast;
import static org.athena.model.Expressions.coalesce;
import static org.athena.model.Expressions.concat;
import static org.athena.model.Expressions.contains;
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
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.athena.Athena;
import org.athena.error.InvalidQuestionException;
import org.athena.model.Column;
import org.athena.model.Dataset;
import org.athena.model.Expressions;
import org.athena.model.Grain;
import org.athena.model.Layout;
import org.athena.model.On;
import org.athena.model.Row;
import org.athena.model.Type;
import org.athena.query.Query;
import org.junit.jupiter.api.Test;

/**
 * Generic questions: select, filter, join, union, aggregate, order, limit, and every expression.
 */
public abstract class QueryContract extends EngineContract {

  private static final Column<Long> ID = Column.integer("id");
  private static final Column<String> SHOP = Column.string("shop");
  private static final Column<BigDecimal> AMOUNT = Column.decimal("amount", 18, 2);
  private static final Column<Instant> AT = Column.instant("at");
  private static final Dataset SALES =
      Dataset.of("sales", ID, SHOP, AMOUNT, AT).layout(Layout.csv()).at("sales.csv");
  private static final Column<String> SHOP_ID = Column.string("shop_id");
  private static final Column<String> CITY = Column.string("city");
  private static final Dataset SHOPS =
      Dataset.of("shops", SHOP_ID, CITY).layout(Layout.csv()).at("shops.csv");

  private Athena opened() {
    write(
        "sales.csv",
        "id,shop,amount,at",
        "1,a,10.00,2024-01-31T23:30:00Z",
        "2,a,2.50,2024-02-01T00:30:00Z",
        "3,b,,2024-02-29T12:00:00Z",
        "4,c,7.25,2024-12-30T12:00:00Z",
        "5,,1.00,2024-03-31T00:59:59.999999Z");
    write("shops.csv", "shop_id,city", "a,Rome", "b,Oslo");
    return open();
  }

  private static List<Object> values(List<Row> rows) {
    return rows.stream()
        .<Object>map(row -> row.values().size() == 1 ? row.values().get(0) : row.values())
        .toList();
  }

  private static BigDecimal money(String text) {
    return new BigDecimal(text);
  }

  @Test
  void filtersOrdersAndLimits() {
    try (Athena athena = opened()) {
      Query query =
          from(SALES)
              .where(AMOUNT.ge(money("2.50")).or(AMOUNT.isNull()))
              .select(ID)
              .orderBy(ID.desc())
              .limit(3);
      assertEquals(List.of(4L, 3L, 2L), values(athena.fetch(query)));
      Query byAmount = from(from(SALES).select(AMOUNT, ID)).orderBy(AMOUNT.desc());
      assertEquals(
          List.of(1L, 4L, 2L, 5L, 3L),
          athena.fetch(byAmount).stream().map(row -> row.get(ID)).toList());
    }
  }

  @Test
  void comparesAndCombinesConditions() {
    try (Athena athena = opened()) {
      assertEquals(List.of(1L, 2L), ids(athena, from(SALES).where(SHOP.eq("a"))));
      assertEquals(List.of(3L, 4L), ids(athena, from(SALES).where(SHOP.ne("a"))));
      assertEquals(List.of(5L), ids(athena, from(SALES).where(SHOP.isNull())));
      assertEquals(List.of(3L), ids(athena, from(SALES).where(SHOP.in(List.of("b", "x")))));
      assertEquals(List.of(), ids(athena, from(SALES).where(SHOP.in(List.of()))));
      assertEquals(List.of(2L, 5L), ids(athena, from(SALES).where(AMOUNT.lt(money("7.2500")))));
      assertEquals(
          List.of(1L),
          ids(athena, from(SALES).where(AT.lt(Instant.parse("2024-02-01T00:00:00Z")))));
      assertEquals(
          List.of(5L),
          ids(athena, from(SALES).where(AT.eq(Instant.parse("2024-03-31T00:59:59.999999Z")))));
      assertEquals(List.of(4L, 5L), ids(athena, from(SALES).where(ID.gt(3L).and(ID.le(5L)))));
      assertEquals(List.of(1L, 2L, 4L), ids(athena, from(SALES).where(SHOP.eq("b").not())));
    }
  }

  private static List<Object> ids(Athena athena, Query query) {
    return values(athena.fetch(from(query).select(ID).orderBy(ID.asc())));
  }

  @Test
  void computesExpressions() {
    try (Athena athena = opened()) {
      Query query =
          from(SALES)
              .where(ID.eq(1L))
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
              java.util.Arrays.asList(
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
          values(athena.fetch(query)));
    }
  }

  @Test
  void placesTimesInPeriods() {
    ZoneId berlin = ZoneId.of("Europe/Berlin");
    try (Athena athena = opened()) {
      Query query =
          from(SALES)
              .select(
                  ID,
                  dayOf(AT).as("utc"),
                  dayOf(AT, berlin).as("berlin"),
                  startOf(Grain.WEEK, dayOf(AT)).as("week"),
                  startOf(Grain.QUARTER, dayOf(AT, berlin)).as("quarter"),
                  periodsBetween(
                          Grain.WEEK, literal(Type.DATE, LocalDate.of(2024, 1, 1)), dayOf(AT))
                      .as("weeks"),
                  Expressions.bucket(Duration.ofHours(6), AT).as("bucket"),
                  Expressions.shift(AT, Duration.ofDays(-1)).as("before"))
              .orderBy(ID.asc())
              .limit(1);
      assertEquals(
          List.of(
              List.of(
                  1L,
                  LocalDate.of(2024, 1, 31),
                  LocalDate.of(2024, 2, 1),
                  LocalDate.of(2024, 1, 29),
                  LocalDate.of(2024, 1, 1),
                  4L,
                  Instant.parse("2024-01-31T18:00:00Z"),
                  Instant.parse("2024-01-30T23:30:00Z"))),
          values(athena.fetch(query)));
    }
  }

  @Test
  void joinsInFourWays() {
    try (Athena athena = opened()) {
      On<String> on = On.on(SHOP, SHOP_ID);
      assertEquals(List.of(1L, 2L, 3L), ids(athena, from(SALES).join(SHOPS, on)));
      assertEquals(List.of(1L, 2L, 3L, 4L, 5L), ids(athena, from(SALES).leftJoin(SHOPS, on)));
      assertEquals(List.of(1L, 2L, 3L), ids(athena, from(SALES).having(SHOPS, on)));
      assertEquals(List.of(4L, 5L), ids(athena, from(SALES).lacking(SHOPS, on)));
      assertEquals(
          List.of(List.of("Oslo", 1L), List.of("Rome", 2L)),
          values(
              athena.fetch(
                  from(SALES)
                      .join(SHOPS, on)
                      .by(CITY)
                      .measure(count().as("n"))
                      .orderBy(CITY.asc()))));
    }
  }

  @Test
  void unitesAndAggregates() {
    try (Athena athena = opened()) {
      Query twice = from(SALES).union(SALES);
      assertEquals(
          List.of(List.of(10L, 6L, 3L, money("41.50"), money("1.00"), money("10.00"))),
          values(
              athena.fetch(
                  twice.measure(
                      count().as("n"),
                      count().where(AMOUNT.gt(money("2.00"))).as("large"),
                      countDistinct(SHOP).as("shops"),
                      sum(AMOUNT).as("sum"),
                      min(AMOUNT).as("min"),
                      max(AMOUNT).as("max")))));
      assertEquals(
          List.of(java.util.Arrays.asList(0L, null)),
          values(
              athena.fetch(
                  from(SALES).where(ID.lt(0L)).measure(count().as("n"), sum(AMOUNT).as("sum")))));
      assertEquals(
          List.of(), athena.fetch(from(SALES).where(ID.lt(0L)).by(SHOP).measure(count().as("n"))));
    }
  }

  @Test
  void keepsHostileTextApart() {
    String hostile = "x'; drop table sales; -- %_\\ \" 日本 \u0001";
    try (Athena athena = opened()) {
      assertEquals(List.of(), ids(athena, from(SALES).where(SHOP.eq(hostile))));
      assertEquals(
          List.of(hostile),
          values(athena.fetch(from(SALES).select(literal(hostile).as("h")).limit(1))));
      assertEquals(List.of(), ids(athena, from(SALES).where(contains(SHOP, "%"))));
      Dataset published =
          athena.publish(from(SALES).select(literal(hostile).as("h"))).asView("odd");
      assertEquals(hostile, athena.rows(from(published).limit(1)).get(0).get(Column.string("h")));
    }
  }

  record Sale(long id, String shop, BigDecimal amount, Instant at) {}

  @Test
  void readsRowsAsRecords() {
    try (Athena athena = opened()) {
      List<Sale> sales = athena.rows(from(SALES).orderBy(ID.asc()).limit(1), Sale.class);
      assertEquals(
          List.of(new Sale(1, "a", money("10.00"), Instant.parse("2024-01-31T23:30:00Z"))), sales);
    }
  }

  @Test
  void saysWhichColumnWasProbablyMeant() {
    InvalidQuestionException e =
        assertThrows(
            InvalidQuestionException.class, () -> from(SALES).where(Column.string("shpo").eq("a")));
    assertEquals(
        "Cannot filter on column 'shpo': it is not in sales, which has [id, shop, amount, at]. Did you mean 'shop'?",
        e.getMessage());
    InvalidQuestionException type =
        assertThrows(
            InvalidQuestionException.class, () -> from(SALES).select(Column.string("amount")));
    assertEquals(
        "Cannot select column amount as string: in sales it is decimal(18,2). Declare it with that type.",
        type.getMessage());
  }
}
