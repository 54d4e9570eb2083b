package org.athena.kit;

import static org.athena.kit.Sales.AMOUNT;
import static org.athena.kit.Sales.AT;
import static org.athena.kit.Sales.ID;
import static org.athena.kit.Sales.SHOP;
import static org.athena.kit.Sales.money;
import static org.athena.query.Query.from;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.athena.error.InvalidQuestionException;
import org.athena.model.Column;
import org.athena.model.Dataset;
import org.athena.query.Query;
import org.junit.jupiter.api.Test;

/** Selecting, filtering, ordering and limiting rows. */
interface SelectContract extends Topic {

  @Test
  default void filtersOrdersAndLimits() {
    Query query =
        from(subject().table(Sales.SALES))
            .where(AMOUNT.ge(money("2.50")).or(AMOUNT.isNull()))
            .select(ID)
            .orderBy(ID.desc())
            .limit(3);
    assertEquals(
        List.of(List.of(4L), List.of(3L), List.of(2L)),
        Sales.values(subject().athena().fetch(query)));
  }

  @Test
  default void comparesAndCombinesConditions() {
    Query sales = from(subject().table(Sales.SALES));
    Map<Query, List<Long>> wanted = new LinkedHashMap<>();
    wanted.put(sales.where(SHOP.eq("a")), List.of(1L, 2L));
    wanted.put(sales.where(SHOP.ne("a")), List.of(3L, 4L));
    wanted.put(sales.where(SHOP.isNull()), List.of(5L));
    wanted.put(sales.where(SHOP.in(List.of("b", "x"))), List.of(3L));
    wanted.put(sales.where(SHOP.in(List.of())), List.of());
    wanted.put(sales.where(AMOUNT.lt(money("7.2500"))), List.of(2L, 5L));
    wanted.put(sales.where(AT.lt(Instant.parse("2024-02-01T00:00:00Z"))), List.of(1L));
    wanted.put(sales.where(AT.eq(Instant.parse("2024-03-31T00:59:59.999999Z"))), List.of(5L));
    wanted.put(sales.where(ID.gt(3L).and(ID.le(5L))), List.of(4L, 5L));
    wanted.put(sales.where(SHOP.eq("b").not()), List.of(1L, 2L, 4L));
    subject().assertEach(ID, wanted);
  }

  /** A sale as a record. */
  record Sale(long id, String shop, BigDecimal amount, Instant at) {}

  @Test
  default void readsRowsAsRecords() {
    assertEquals(
        List.of(new Sale(1, "a", money("10.00"), Instant.parse("2024-01-31T23:30:00Z"))),
        subject()
            .athena()
            .rows(from(subject().table(Sales.SALES)).orderBy(ID.asc()).limit(1), Sale.class));
  }

  @Test
  default void saysWhichColumnWasProbablyMeant() {
    Dataset sales = subject().table(Sales.SALES);
    InvalidQuestionException e =
        assertThrows(
            InvalidQuestionException.class, () -> from(sales).where(Column.string("shpo").eq("a")));
    assertEquals(
        "Cannot filter on column 'shpo': it is not in sales, which has [id, shop, amount, at]. Did you mean 'shop'?",
        e.getMessage());
    InvalidQuestionException type =
        assertThrows(
            InvalidQuestionException.class, () -> from(sales).select(Column.string("amount")));
    assertEquals(
        "Cannot select column amount as string: in sales it is decimal(18,2). Declare it with that type.",
        type.getMessage());
  }
}
