package org.athena.kit;

import static org.athena.kit.Sales.AMOUNT;
import static org.athena.kit.Sales.ID;
import static org.athena.kit.Sales.SHOP;
import static org.athena.model.Aggregate.count;
import static org.athena.model.Aggregate.sum;
import static org.athena.query.Query.from;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.athena.breakage.CardLog;
import org.athena.model.Dataset;
import org.athena.query.AuditQuery;
import org.athena.query.BalanceQuery;
import org.athena.query.DailyQuery;
import org.athena.query.Query;
import org.athena.query.RateQuery;
import org.athena.query.Rolling;
import org.athena.query.TriangleQuery;
import org.athena.spi.Capability;
import org.junit.jupiter.api.Test;

/** No rows, and rows of nothing but nulls. */
interface EmptyContract extends Topic {

  /** A log without an event. */
  Table EMPTY_LOG = Stories.table("empty_log");

  /** A log of one row without a value. */
  Table BLANK_LOG = Stories.table("blank_log", "");

  @Test
  default void overNoRowsACountIsZeroAndASumIsNull() {
    Query none = from(subject().table(Sales.SALES)).where(ID.lt(0L));
    assertEquals(
        List.of(Arrays.asList(0L, null)),
        Sales.values(
            subject().athena().fetch(none.measure(count().as("n"), sum(AMOUNT).as("sum")))));
    assertEquals(
        List.of(List.of(), List.of()),
        subject()
            .each(none.by(SHOP).measure(count().as("n")), none.by(SHOP).measure(count().as("n"))));
  }

  @Test
  default void anEmptyLogGivesEmptyAnswers() {
    CardLog empty = Stories.cards(subject().table(EMPTY_LOG));
    assertEquals(List.of(), subject().athena().fetch(BalanceQuery.of(empty, Stories.END)));
    assertEquals(List.of(), subject().athena().fetch(AuditQuery.of(empty, Stories.END)).lines());
    assertEquals(List.of(), subject().athena().fetch(DailyQuery.of(empty, Stories.END)));
    assertEquals(List.of(), subject().athena().fetch(RateQuery.byCohort(empty, Stories.END)));
    assertEquals(List.of(), subject().athena().fetch(RateQuery.byExpiry(expiring(), Stories.END)));
    subject()
        .ask(a -> a.fetch(TriangleQuery.of(empty, Stories.END)), Capability.SERIES)
        .ifPresent(triangles -> assertEquals(List.of(), triangles.list()));
    subject()
        .ask(a -> a.fetch(RateQuery.byMaturity(empty, Stories.END)), Capability.SERIES)
        .ifPresent(rates -> assertEquals(List.of(), rates));
  }

  private CardLog expiring() {
    return Stories.cards(subject().table(EMPTY_LOG)).expiry(Stories.STORE_DAY);
  }

  @Test
  default void aRowOfNullsIsSetAside() {
    CardLog blank = Stories.cards(subject().table(BLANK_LOG)).unmapped(CardLog.Unmapped.SET_ASIDE);
    assertEquals(List.of(), subject().athena().fetch(BalanceQuery.of(blank, Stories.END)));
    assertEquals(1, subject().athena().fetch(AuditQuery.of(blank, Stories.END)).rowsIn());
  }

  @Test
  default void rollingOverNothingYieldsNothing() {
    Dataset sales = subject().table(Sales.SALES);
    Rolling rolling =
        Rolling.over(from(sales).where(ID.lt(0L)), Sales.AT)
            .by(SHOP)
            .last(Duration.ofDays(1), count().as("n"), sum(AMOUNT).as("sum"));
    assertEquals(List.of(), subject().athena().fetch(rolling.asOf(Instant.EPOCH)));
    assertEquals(
        List.of(),
        subject().ask(a -> a.fetch(rolling.perEvent()), Capability.RANGE_FRAMES).orElse(List.of()));
  }

  @Test
  default void aNullKeyRollsByItself() {
    Rolling rolling =
        Rolling.over(subject().table(Sales.SALES), Sales.AT)
            .by(SHOP)
            .last(Duration.ofDays(400), count().as("n"), sum(AMOUNT).as("sum"));
    Optional<List<List<Object>>> found =
        subject()
            .ask(
                a ->
                    Sales.values(
                        a.fetch(
                            from(rolling.perEvent())
                                .where(SHOP.isNull().or(SHOP.eq("b")))
                                .orderBy(ID.asc()))),
                Capability.RANGE_FRAMES);
    found.ifPresent(rows ->
        assertEquals(
            List.of(
                Arrays.asList(3L, "b", null, Instant.parse("2024-02-29T12:00:00Z"), 1L, null),
                Arrays.asList(
                    5L,
                    null,
                    Sales.money("1.00"),
                    Instant.parse("2024-03-31T00:59:59.999999Z"),
                    1L,
                    Sales.money("1.00"))),
            rows));
  }
}
