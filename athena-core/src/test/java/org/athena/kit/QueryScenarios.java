package org.athena.kit;

import static org.athena.kit.Sales.AMOUNT;
import static org.athena.kit.Sales.AT;
import static org.athena.kit.Sales.CITY;
import static org.athena.kit.Sales.ID;
import static org.athena.kit.Sales.SHOP;
import static org.athena.kit.Sales.money;
import static org.athena.model.Aggregate.count;
import static org.athena.model.Aggregate.countDistinct;
import static org.athena.model.Aggregate.sum;
import static org.athena.model.Expressions.coalesce;
import static org.athena.model.Expressions.contains;
import static org.athena.model.Expressions.dayOf;
import static org.athena.model.Expressions.literal;
import static org.athena.model.Expressions.ratio;
import static org.athena.model.Expressions.startOf;
import static org.athena.model.Expressions.times;
import static org.athena.model.Expressions.when;
import static org.athena.query.Query.from;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.athena.model.Column;
import org.athena.model.Expressions;
import org.athena.model.Grain;
import org.athena.model.On;
import org.athena.query.Query;
import org.athena.query.Question;
import org.athena.query.Rolling;
import org.athena.query.Unreadable;
import org.athena.spi.Capability;

/** Generic questions and rolling ones about sales. */
final class QueryScenarios {

  private static final On<String> BY_SHOP = On.on(SHOP, Sales.SHOP_ID);
  private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");

  private static final Column<Long> N = Column.integer("n");
  private static final Column<BigDecimal> SUM =
      new Column<>("sum", sum(AMOUNT).as("sum").column().type());

  private QueryScenarios() {}

  static List<Scenario> all() {
    return List.of(
        answered(
            "select",
            t -> sales(t).where(AMOUNT.ge(money("2.50")).and(SHOP.ne("c"))).select(ID, AMOUNT),
            "1 | 10.00",
            "2 | 2.50"),
        answered(
            "order_and_limit",
            t -> sales(t).select(AMOUNT, ID).orderBy(AMOUNT.asc(), ID.desc()).limit(2),
            "1.00 | 5",
            "2.50 | 2"),
        answered(
            "expressions",
            t ->
                sales(t)
                    .where(contains(coalesce(SHOP, literal("none")), "a"))
                    .select(
                        ID,
                        times(AMOUNT, literal(money("0.5"))).as("half"),
                        ratio(AMOUNT, literal(3L), 4).as("third"),
                        when(AMOUNT.gt(money("5")), literal("large"))
                            .otherwise(literal("small"))
                            .as("size"),
                        Expressions.upper(SHOP).as("upper")),
            "1 | 5.000 | 3.3333 | large | A",
            "2 | 1.250 | 0.8333 | small | A"),
        answered(
            "choices",
            t ->
                sales(t)
                    .where(ID.in(List.of(1L, 3L)))
                    .select(
                        ID,
                        coalesce(AMOUNT, literal(money("0.125"))).as("finer"),
                        when(ID.eq(1L), AMOUNT).otherwise(literal(BigDecimal.ZERO)).as("branch"),
                        coalesce(times(AMOUNT, AMOUNT), literal(money("-1"))).as("wide")),
            "1 | 10.000 | 10.00 | 100.0000",
            "3 | 0.125 | 0.00 | -1.0000"),
        answered(
            "calendar",
            t ->
                sales(t)
                    .where(ID.le(2L))
                    .select(
                        ID,
                        dayOf(AT, BERLIN).as("day_in_berlin"),
                        startOf(Grain.MONTH, dayOf(AT, BERLIN)).as("month_in_berlin"),
                        startOf(Grain.WEEK, dayOf(AT)).as("week"),
                        Expressions.periodsBetween(Grain.QUARTER, dayOf(AT), dayOf(AT)).as("none"),
                        Expressions.bucket(Duration.ofHours(1), AT).as("hour")),
            "1 | 2024-02-01 | 2024-02-01 | 2024-01-29 | 0 | 2024-01-31T23:00:00Z",
            "2 | 2024-02-01 | 2024-02-01 | 2024-01-29 | 0 | 2024-02-01T00:00:00Z"),
        answered(
            "join",
            t -> sales(t).join(t.of(Sales.SHOPS), BY_SHOP),
            "1 | a | 10.00 | 2024-01-31T23:30:00Z | a | Rome",
            "2 | a | 2.50 | 2024-02-01T00:30:00Z | a | Rome",
            "3 | b | null | 2024-02-29T12:00:00Z | b | Oslo"),
        answered(
            "left_join",
            t -> sales(t).leftJoin(t.of(Sales.SHOPS), BY_SHOP).select(ID, CITY),
            "1 | Rome",
            "2 | Rome",
            "3 | Oslo",
            "4 | null",
            "5 | null"),
        answered(
            "semi_join",
            t -> sales(t).having(t.of(Sales.SHOPS), BY_SHOP).select(ID),
            "1",
            "2",
            "3"),
        answered(
            "anti_join", t -> sales(t).lacking(t.of(Sales.SHOPS), BY_SHOP).select(ID), "4", "5"),
        answered(
            "union",
            t ->
                sales(t)
                    .where(ID.eq(1L))
                    .select(SHOP)
                    .union(from(t.of(Sales.SHOPS)).select(Sales.SHOP_ID.as("shop"))),
            "a",
            "a",
            "b"),
        answered(
            "summary",
            t ->
                sales(t)
                    .by(SHOP)
                    .measure(
                        count().as("n"),
                        count().where(AMOUNT.gt(money("5"))).as("large"),
                        sum(AMOUNT).as("sum")),
            "a | 2 | 1 | 12.50",
            "b | 1 | 0 | null",
            "c | 1 | 1 | 7.25",
            "null | 1 | 0 | 1.00"),
        answered(
            "summary_of_all",
            t -> sales(t).measure(countDistinct(SHOP).as("shops"), sum(AMOUNT).as("sum")),
            "3 | 20.75"),
        answered(
            "rolling_as_of",
            t -> rolling(t).asOf(Instant.parse("2024-02-01T00:30:00Z")),
            "a | 2 | 12.50"),
        new Scenario(
            "rolling_per_event",
            t -> from(rolling(t).perEvent()).where(ID.le(3L)).select(ID, N, SUM),
            Set.of(Capability.RANGE_FRAMES),
            List.of("1 | 1 | 10.00", "2 | 2 | 12.50", "3 | 1 | null")),
        new Scenario(
            "rolling",
            t -> rolling(t).perEvent(),
            Set.of(Capability.RANGE_FRAMES),
            List.of(
                "1 | a | 10.00 | 2024-01-31T23:30:00Z | 1 | 10.00",
                "2 | a | 2.50 | 2024-02-01T00:30:00Z | 2 | 12.50",
                "3 | b | null | 2024-02-29T12:00:00Z | 1 | null",
                "4 | c | 7.25 | 2024-12-30T12:00:00Z | 1 | 7.25",
                "5 | null | 1.00 | 2024-03-31T00:59:59.999999Z | 1 | 1.00")),
        new Scenario(
            "unreadable",
            t ->
                Unreadable.of(
                    t.csv("scenario_rows", List.of("id,amount", "1,1.50", "2,x"), ID, AMOUNT)),
            Set.of(Capability.FILES),
            List.of("amount is no decimal(18,2) | 2 | null")));
  }

  private static Scenario answered(
      String name, Function<Scenario.Tables, Question<?>> question, String... rows) {
    return new Scenario(name, question, Set.of(), List.of(rows));
  }

  private static Query sales(Scenario.Tables tables) {
    return from(tables.of(Sales.SALES));
  }

  private static Rolling rolling(Scenario.Tables tables) {
    return Rolling.over(tables.of(Sales.SALES), AT)
        .by(SHOP)
        .last(Duration.ofHours(1), count().as("n"), sum(AMOUNT).as("sum"));
  }
}
