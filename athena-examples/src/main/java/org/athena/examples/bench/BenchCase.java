package org.athena.examples.bench;

import static org.athena.examples.bench.BenchLake.AMOUNT;
import static org.athena.examples.bench.BenchLake.AS_OF;
import static org.athena.examples.bench.BenchLake.AT;
import static org.athena.examples.bench.BenchLake.MERCHANT;
import static org.athena.examples.bench.BenchLake.PROGRAM;
import static org.athena.examples.bench.BenchLake.RAW;
import static org.athena.examples.bench.BenchLake.TYPE;
import static org.athena.model.Aggregate.count;
import static org.athena.model.Aggregate.sum;
import static org.athena.query.Query.from;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Locale;
import org.athena.model.Aggregate;
import org.athena.model.Column;
import org.athena.model.NativeQuery;
import org.athena.model.Relation;
import org.athena.query.BalanceQuery;
import org.athena.query.DailyQuery;
import org.athena.query.Query;
import org.athena.query.Rolling;
import org.athena.query.TriangleQuery;

/**
 * What is measured: a question, and SQL by hand of the same meaning in the resource {@code
 * <name>.sql}; both end in one row of checksums that must be the same.
 */
enum BenchCase {
  /** From the raw log: duplicates and corrections found, all kinds. */
  TRIANGLE_FULL,
  /** From the raw log whose ids are declared unique, all kinds. */
  TRIANGLE_UNIQUE,
  /** Issues and redemptions only, declared to be unique and activated once: a split hash join. */
  TRIANGLE_PLAIN,
  /** From rows with their cohort. */
  TRIANGLE_STAMPED,
  /** From the daily aggregate. */
  TRIANGLE_DAILY,
  /** Every card of the raw log: duplicates and corrections found. */
  BALANCES_FULL,
  /** Every card of the raw log whose ids are declared unique. */
  BALANCES_UNIQUE,
  /** The daily aggregate of the plain log. */
  DAILY,
  /** Counts and sums of the past 24 hours at every event, by merchant. */
  ROLLING;

  private static final Column<Long> LINES = Column.integer("lines");
  private static final Column<java.math.BigDecimal> TOTAL = Column.decimal("total", 38, 2);

  /** The question, summed up by the engine. */
  Relation question() {
    return switch (this) {
      case TRIANGLE_FULL -> summed(TriangleQuery.of(BenchLake.full(), AS_OF).by(PROGRAM));
      case TRIANGLE_UNIQUE ->
          summed(TriangleQuery.of(BenchLake.full().uniqueEvents(), AS_OF).by(PROGRAM));
      case TRIANGLE_PLAIN -> summed(TriangleQuery.of(BenchLake.plain(), AS_OF).by(PROGRAM));
      case TRIANGLE_STAMPED -> summed(TriangleQuery.of(BenchLake.stamped(), AS_OF).by(PROGRAM));
      case TRIANGLE_DAILY -> summed(TriangleQuery.of(BenchLake.ofDaily(), AS_OF).by(PROGRAM));
      case BALANCES_FULL -> balances(BalanceQuery.of(BenchLake.full(), AS_OF));
      case BALANCES_UNIQUE -> balances(BalanceQuery.of(BenchLake.full().uniqueEvents(), AS_OF));
      case DAILY -> {
        DailyQuery daily = BenchLake.daily();
        yield from(daily).measure(count().as("lines"), sum(daily.amount()).as("total"));
      }
      case ROLLING -> rolling();
    };
  }

  /** Whether it needs the tables made from the log. */
  boolean readsTables() {
    return switch (this) {
      case TRIANGLE_PLAIN, TRIANGLE_STAMPED, TRIANGLE_DAILY, DAILY -> true;
      case TRIANGLE_FULL, TRIANGLE_UNIQUE, BALANCES_FULL, BALANCES_UNIQUE, ROLLING -> false;
    };
  }

  private static Query summed(TriangleQuery triangle) {
    return from(triangle).measure(count().as("lines"), sum(triangle.redeemed()).as("total"));
  }

  private static Query balances(BalanceQuery balances) {
    return from(balances).measure(count().as("lines"), sum(balances.balance()).as("total"));
  }

  private static Query rolling() {
    Column<Long> redemptions = Column.integer("redemptions");
    Column<java.math.BigDecimal> value = Column.decimal("value", 38, 2);
    Rolling rolling =
        Rolling.over(RAW, AT)
            .by(MERCHANT)
            .last(
                Duration.ofHours(24),
                count().as("events"),
                count().where(TYPE.eq("REDEEM")).as(redemptions.name()),
                sum(AMOUNT).as(value.name()));
    return from(rolling).measure(Aggregate.sumOf(redemptions).as("lines"), sum(value).as("total"));
  }

  /** The SQL by hand. */
  Relation byHand() {
    String file = name().toLowerCase(Locale.ROOT) + ".sql";
    try (InputStream in = BenchCase.class.getResourceAsStream(file)) {
      if (in == null) {
        throw new IllegalStateException("There is no resource " + file);
      }
      String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
      return NativeQuery.of(file, "duckdb", text, LINES, TOTAL);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
