package org.athena.kit;

import static org.athena.kit.Sales.AMOUNT;
import static org.athena.kit.Sales.CITY;
import static org.athena.kit.Sales.ID;
import static org.athena.kit.Sales.SHOP;
import static org.athena.kit.Sales.money;
import static org.athena.model.Aggregate.count;
import static org.athena.model.Aggregate.countDistinct;
import static org.athena.model.Aggregate.max;
import static org.athena.model.Aggregate.min;
import static org.athena.model.Aggregate.sum;
import static org.athena.query.Query.from;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.athena.model.Column;
import org.athena.model.Dataset;
import org.athena.model.On;
import org.athena.query.Query;
import org.junit.jupiter.api.Test;

/** Joins, unions and aggregates, each over the outcome of another. */
interface CompositionContract extends Topic {

  @Test
  default void joinsInFourWays() {
    Query sales = from(subject().table(Sales.SALES));
    Dataset shops = subject().table(Sales.SHOPS);
    On<String> on = On.on(SHOP, Sales.SHOP_ID);
    Map<Query, List<Long>> wanted = new LinkedHashMap<>();
    wanted.put(sales.join(shops, on), List.of(1L, 2L, 3L));
    wanted.put(sales.leftJoin(shops, on), List.of(1L, 2L, 3L, 4L, 5L));
    wanted.put(sales.having(shops, on), List.of(1L, 2L, 3L));
    wanted.put(sales.lacking(shops, on), List.of(4L, 5L));
    subject().assertEach(ID, wanted);
  }

  @Test
  default void aggregatesAJoin() {
    Query cities =
        from(subject().table(Sales.SALES))
            .join(subject().table(Sales.SHOPS), On.on(SHOP, Sales.SHOP_ID))
            .by(CITY)
            .measure(count().as("n"))
            .orderBy(CITY.asc());
    assertEquals(
        List.of(List.of("Oslo", 1L), List.of("Rome", 2L)),
        Sales.values(subject().athena().fetch(cities)));
  }

  @Test
  default void unitesAndAggregates() {
    Dataset sales = subject().table(Sales.SALES);
    Query twice = from(sales).union(sales);
    assertEquals(
        List.of(List.of(10L, 6L, 3L, money("41.50"), money("1.00"), money("10.00"))),
        Sales.values(
            subject()
                .athena()
                .fetch(
                    twice.measure(
                        count().as("n"),
                        count().where(AMOUNT.gt(money("2.00"))).as("large"),
                        countDistinct(SHOP).as("shops"),
                        sum(AMOUNT).as("sum"),
                        min(AMOUNT).as("min"),
                        max(AMOUNT).as("max")))));
  }

  @Test
  default void nullIsAKeyOfItsOwn() {
    Query shops =
        from(subject().table(Sales.SALES))
            .by(SHOP)
            .measure(count().as("n"), sum(AMOUNT).as("sum"))
            .orderBy(SHOP.asc());
    assertEquals(
        List.of(
            List.of("a", 2L, money("12.50")),
            Arrays.asList("b", 1L, null),
            List.of("c", 1L, money("7.25")),
            Arrays.asList(null, 1L, money("1.00"))),
        Sales.values(subject().athena().fetch(shops)));
    Query different = from(subject().table(Sales.SALES)).select(SHOP).distinct();
    assertEquals(4, subject().athena().fetch(different).size());
  }

  @Test
  default void aSumMayBeLongerThanItsColumn() {
    Column<BigDecimal> cents = TypesContract.CENTS;
    Query most = from(subject().table(TypesContract.VALUES)).where(cents.gt(money("1.00")));
    Query all = most.union(most, most, most, most, most, most, most, most, most, most);
    assertEquals(
        money("109999999999999999.89"),
        subject().athena().fetch(all.measure(sum(cents).as("sum"))).get(0).values().get(0));
  }

  @Test
  default void anOrderedAndLimitedOutcomeIsARelation() {
    Query two = from(subject().table(Sales.SALES)).orderBy(ID.desc()).limit(2);
    assertEquals(
        List.of(List.of(2L, money("8.25"))),
        Sales.values(
            subject().athena().fetch(from(two).measure(count().as("n"), sum(AMOUNT).as("sum")))));
  }
}
