package org.athena.sql;

import static org.athena.model.Expressions.cast;
import static org.athena.model.Expressions.coalesce;
import static org.athena.model.Expressions.literal;
import static org.athena.model.Expressions.minus;
import static org.athena.model.Expressions.plus;
import static org.athena.model.Expressions.ratio;
import static org.athena.model.Expressions.times;
import static org.athena.model.Expressions.when;
import static org.athena.query.Query.from;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.athena.Athena;
import org.athena.error.UnsupportedByEngineException;
import org.athena.kit.Untouchable;
import org.athena.model.Aggregate;
import org.athena.model.Column;
import org.athena.model.Dataset;
import org.athena.model.Expr;
import org.athena.model.Type;
import org.athena.query.Query;
import org.athena.spi.EngineProfile;
import org.athena.spi.SqlFamily;
import org.junit.jupiter.api.Test;

/**
 * Whole trees of numbers, drawn at random: what Redshift computes has the type that the expression
 * declares, with no digit lost on the way, or the plan is refused.
 */
final class RedshiftTreesTest {

  private static final int TREES = 5_000;

  private static final List<Column<BigDecimal>> DECIMALS =
      List.of(
          Column.decimal("money", 18, 2),
          Column.decimal("wide", 38, 6),
          Column.decimal("whole", 38, 0),
          Column.decimal("fine", 30, 25));
  private static final Column<Long> COUNT = Column.integer("count");
  private static final Dataset ROWS =
      Dataset.of("rows", DECIMALS.get(0), DECIMALS.get(1), DECIMALS.get(2), DECIMALS.get(3), COUNT);

  private final Athena athena =
      Athena.over(new Untouchable(new EngineProfile("redshift", SqlFamily.REDSHIFT, Set.of())));
  private final Map<String, RedshiftDecimal> columns = new HashMap<>();

  RedshiftTreesTest() {
    ROWS.columns().forEach(column -> columns.put(column.name(), RedshiftDecimal.of(column.type())));
  }

  @Test
  void haveTheirTypeOrAreRefused() {
    Random random = new Random(20_260_101);
    int refused = 0;
    for (int i = 0; i < TREES; i++) {
      Query query = null;
      try {
        Expr<BigDecimal> tree = tree(random, 1 + random.nextInt(4), true);
        query =
            random.nextInt(4) == 0
                ? from(ROWS).measure(Aggregate.sum(tree).as("x"))
                : from(ROWS).select(tree.as("x"));
        List<RedshiftDecimal> sent = RedshiftSqlType.of(athena.sql(query), columns);
        assertEquals(List.of(RedshiftDecimal.of(query.columns().get(0).type())), sent);
      } catch (UnsupportedByEngineException | IllegalArgumentException e) {
        assertTrue(e.getMessage().startsWith("Cannot "), e.getMessage());
        refused++;
      } catch (AssertionError e) {
        throw new AssertionError("tree " + i + ": " + athena.sql(query), e);
      }
    }
    assertTrue(refused > TREES / 100 && refused < TREES / 2, "refused " + refused);
  }

  /** The check itself: each of these is wrong in one place. */
  @Test
  void theCheckSeesWhatIsLost() {
    for (String wrong :
        List.of(
            "\"r\".\"wide\" + \"r\".\"wide\"",
            "\"r\".\"wide\" * \"r\".\"money\"",
            "\"r\".\"count\" / \"r\".\"count\"",
            "cast(\"r\".\"money\" / 3 as decimal(38, 4))",
            "coalesce(\"r\".\"wide\", 0)",
            "case when \"r\".\"whole\" > 0 then \"r\".\"whole\" else \"r\".\"fine\" end",
            "cast(\"r\".\"wide\" + (\"r\".\"wide\" * 2) as decimal(38, 6))")) {
      String sql = "select " + wrong + " as \"x\" from \"rows\" as \"r\"";
      assertThrows(AssertionError.class, () -> RedshiftSqlType.of(sql, columns), wrong);
    }
    assertEquals(
        List.of(new RedshiftDecimal(19, 2)),
        RedshiftSqlType.of("select \"r\".\"money\" + 1 as \"x\" from \"rows\" as \"r\"", columns));
  }

  private static Expr<BigDecimal> tree(Random random, int depth, boolean mayDivide) {
    if (depth == 0) {
      return random.nextInt(3) == 0 ? number(random) : pick(random, DECIMALS);
    }
    Expr<BigDecimal> one = tree(random, depth - 1, false);
    Expr<BigDecimal> other = tree(random, random.nextInt(depth), false);
    return switch (random.nextInt(8)) {
      case 0 -> plus(one, other);
      case 1 -> minus(one, other);
      case 2 -> times(one, other);
      case 3 -> coalesce(one, other, number(random));
      case 4 -> when(other.isNull(), one).when(one.lt(other), other).otherwise(number(random));
      case 5 -> cast(one, type(random));
      case 6 -> mayDivide ? ratio(one, other, random.nextInt(13)) : plus(other, one);
      default -> mayDivide ? ratio(one, COUNT, random.nextInt(13)) : minus(other, one);
    };
  }

  private static Expr<BigDecimal> number(Random random) {
    BigInteger digits = new BigInteger(1 + random.nextInt(60), random);
    return literal(new BigDecimal(digits, random.nextInt(10)));
  }

  private static Type<BigDecimal> type(Random random) {
    int precision = 1 + random.nextInt(Type.MAX_PRECISION);
    return Type.decimal(precision, random.nextInt(precision + 1));
  }

  private static <T> T pick(Random random, List<? extends T> values) {
    return values.get(random.nextInt(values.size()));
  }
}
