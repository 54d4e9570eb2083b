package org.athena.engine.trino;

import static org.athena.query.Query.from;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.athena.Athena;
import org.athena.fixture.TrinoServer;
import org.athena.model.Column;
import org.athena.model.Expressions;
import org.athena.model.NativeQuery;
import org.athena.model.Row;
import org.athena.query.Query;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Decimals are exact on a server of either arithmetic: that of versions before 477, to which a
 * setting goes back, and the one of today.
 */
final class TrinoDecimalsTest {

  private static final Column<Long> NUMBER = Column.integer("pair");
  private static final Column<BigDecimal> A = Column.decimal("a", 18, 2);
  private static final Column<BigDecimal> B = Column.decimal("b", 20, 4);

  @TempDir Path folder;

  @Test
  void areExactToday() {
    assertExact(TrinoServer.running());
  }

  @Test
  void areExactWithTheArithmeticOfBefore() {
    assertExact(TrinoServer.withFormerDecimals());
  }

  /** Ties, signs, zeros and random digits. */
  private static List<BigDecimal[]> pairs() {
    List<BigDecimal[]> pairs = new ArrayList<>();
    for (String pair :
        List.of(
            "10.00 3",
            "-10.00 3",
            "10.00 -3",
            "1.00 8",
            "3.00 8",
            "5.00 8",
            "-5.00 8",
            "0.00 7",
            "1.00 0",
            "9999999999999999.99 0.0001",
            "0.01 9999999999999999.9999",
            "0.01 0.08",
            "0.03 0.08",
            "-0.03 0.08",
            "2.00 3",
            "1.00 16",
            "3.00 16")) {
      String[] two = pair.split(" ");
      pairs.add(new BigDecimal[] {new BigDecimal(two[0]), new BigDecimal(two[1]).setScale(4)});
    }
    Random random = new Random(5);
    for (int i = 0; i < 200; i++) {
      pairs.add(
          new BigDecimal[] {
            BigDecimal.valueOf(random.nextLong(-100_000_000, 100_000_000), 2),
            BigDecimal.valueOf(random.nextLong(1, 1L << random.nextInt(1, 40)), 4)
          });
    }
    return pairs;
  }

  private void assertExact(TrinoServer server) {
    List<BigDecimal[]> pairs = pairs();
    List<String> values = new ArrayList<>();
    for (int i = 0; i < pairs.size(); i++) {
      values.add("(%d, %s, %s)".formatted(i, pairs.get(i)[0], pairs.get(i)[1]));
    }
    NativeQuery rows =
        NativeQuery.of(
            "pairs",
            "trino",
            "select cast(n as bigint) as pair, cast(a as decimal(18, 2)) as a, cast(b as decimal(20, 4)) as b from (values %s) v (n, a, b)"
                .formatted(String.join(", ", values)),
            NUMBER,
            A,
            B);
    Query question =
        from(rows)
            .select(
                NUMBER,
                Expressions.ratio(A, B, 2).as("cents"),
                Expressions.ratio(A, B, 12).as("fine"),
                Expressions.times(A, B).as("product"),
                Expressions.minus(A, B).as("difference"))
            .orderBy(NUMBER.asc());
    List<String> wanted = new ArrayList<>();
    for (BigDecimal[] pair : pairs) {
      wanted.add(
          "%s %s %s %s"
              .formatted(
                  quotient(pair, 2),
                  quotient(pair, 12),
                  pair[0].multiply(pair[1]).toPlainString(),
                  pair[0].subtract(pair[1]).toPlainString()));
    }
    try (Athena athena =
        Athena.open("trino://%s/hive/decimals".formatted(server.address()), folder)) {
      assertEquals(wanted, athena.fetch(question).stream().map(TrinoDecimalsTest::line).toList());
    }
  }

  private static String quotient(BigDecimal[] pair, int scale) {
    return pair[1].signum() == 0
        ? "none"
        : pair[0].divide(pair[1], scale, RoundingMode.HALF_EVEN).toPlainString();
  }

  private static String line(Row row) {
    List<String> values = new ArrayList<>();
    for (Object value : row.values().subList(1, row.values().size())) {
      values.add(value == null ? "none" : ((BigDecimal) value).toPlainString());
    }
    return String.join(" ", values);
  }
}
