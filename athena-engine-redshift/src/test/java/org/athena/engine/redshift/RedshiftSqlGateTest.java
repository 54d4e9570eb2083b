package org.athena.engine.redshift;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The gate lets through what is sent, and refuses each construct that it is there to refuse. */
final class RedshiftSqlGateTest {

  private static final RedshiftSqlGate GATE = new RedshiftSqlGate();

  private static UnaryOperator<String> instead(String part, String other) {
    return sql -> sql.replace(part, other);
  }

  private static UnaryOperator<String> behind(String part) {
    return sql -> sql + " " + part;
  }

  /** Each makes a good statement bad, if it has what is replaced. */
  private static Map<String, UnaryOperator<String>> harms() {
    Map<String, UnaryOperator<String>> harms = new LinkedHashMap<>();
    harms.put("average", instead("sum(", "avg("));
    harms.put("filter", instead("count(*)", "count(*) filter (where true)"));
    harms.put("range frame", instead("rows between", "range between"));
    harms.put("groups frame", instead("rows between", "groups between"));
    harms.put("frame of a number of rows", instead("unbounded preceding", "3 preceding"));
    harms.put("frame left out", instead("rows between unbounded preceding and current row", ""));
    harms.put("exclusion", instead("and current row", "and current row exclude ties"));
    harms.put("named window", instead("over (", "over w ("));
    harms.put(
        "nulls in a window",
        sql -> sql.replaceAll("(over \\([^()]*order by [^()]*)\\)", "$1 nulls last)"));
    harms.put("distinct window", instead("row_number() over", "count(distinct 1) over"));
    harms.put("distinct on", instead("select distinct", "select distinct on (1)"));
    harms.put("distinct from", instead(" = ", " is distinct from "));
    harms.put("not distinct from", instead(" = ", " is not distinct from "));
    harms.put("values", behind("union all values (1)"));
    harms.put("lateral", instead("from \"", "from lateral \""));
    harms.put("series", instead("cast(0 as bigint)", "generate_series(0, 9)"));
    harms.put("array", instead("any_value(", "array_agg("));
    harms.put("list", instead("any_value(", "string_agg("));
    harms.put("now", instead("cast(? as timestamp)", "now()"));
    harms.put("current date", instead("date '2024-01-01'", "current_date"));
    harms.put("current stamp", instead("cast(? as timestamp)", "current_timestamp"));
    harms.put("colons", instead(" as bigint)", "::bigint)"));
    harms.put("text without length", instead("varchar(65535)", "varchar"));
    harms.put("text type", instead("varchar(65535)", "text"));
    harms.put("decimal without digits", instead("decimal(18, 2)", "decimal"));
    harms.put("numeric", instead("decimal(18, 2)", "numeric(18, 2)"));
    harms.put("digits of a timestamp", instead("as timestamp)", "as timestamp(6))"));
    harms.put("zone of a timestamp", instead("as timestamp)", "as timestamp with time zone)"));
    harms.put("month interval", instead("interval '30' day", "interval '1' month"));
    harms.put("interval of text", instead("interval '30' day", "interval '30 days'"));
    harms.put("product", behind("where 1 * 2 = 2"));
    harms.put("quotient", behind("where 1 / 2 = 2"));
    harms.put("fetch", instead("limit ", "fetch next "));
    harms.put("offset", behind("offset 5"));
    harms.put("qualify", behind("qualify 1 = 1"));
    harms.put("lock", behind("for update"));
    harms.put("recursion", instead("with\n", "with recursive\n"));
    harms.put("materialized", instead(" as (\n", " as materialized (\n"));
    harms.put("escape", instead("'", "E'"));
    harms.put("backslash", behind("where 'a\\' = 'b'"));
    harms.put("dollar quotes", behind("where $$a$$ = 'a'"));
    harms.put("comment", behind("-- and so on"));
    harms.put("second statement", behind("; drop table x"));
    harms.put("deletion", sql -> "delete from " + sql);
    harms.put("open bracket", behind("("));
    harms.put("closed bracket", behind(")"));
    harms.put("unknown function", instead("coalesce(", "nvl("));
    harms.put("unknown word", behind("pivot"));
    harms.put("rollup", instead("group by", "group by rollup"));
    harms.put("like", behind("where 'a' like 'b'"));
    harms.put("similar", behind("where 'a' similar to 'b'"));
    harms.put("row", instead("row_number()", "row(1)"));
    return harms;
  }

  static List<String> statements() {
    return Statements.all();
  }

  @ParameterizedTest
  @MethodSource("statements")
  void whatIsSentIsLetThrough(String sql) {
    assertDoesNotThrow(() -> GATE.check(sql));
  }

  @Test
  void eachHarmIsRefusedInEveryStatementThatItCanBeDoneTo() {
    List<String> letThrough = new ArrayList<>();
    List<String> notDone = new ArrayList<>();
    harms()
        .forEach((name, harm) -> {
          int done = 0;
          for (String sql : statements()) {
            String harmed = harm.apply(sql);
            if (!harmed.equals(sql)) {
              done++;
              try {
                GATE.check(harmed);
                letThrough.add(name + ": " + harmed);
              } catch (AssertionError refused) {
                assertNotEquals("", refused.getMessage());
              }
            }
          }
          if (done == 0) {
            notDone.add(name);
          }
        });
    assertEquals(List.of(), letThrough);
    assertEquals(List.of(), notDone, "each is done to some statement");
  }

  /** Statements of our own in the shapes that the guide gives on the pages named. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        // WITH clause (r_WITH_clause)
        "with sold as (select seller, sum(paid) as total from sales group by seller) select * from sold where total > 10 order by total desc nulls last limit 5",
        // Window function syntax summary (r_Window_function_synopsis)
        "select seller, sum(paid) over (partition by seller order by sold rows between unbounded preceding and current row) from sales",
        // ROW_NUMBER (r_WF_ROW_NUMBER)
        "select seller, row_number() over (partition by seller order by sold desc) from sales",
        // DATE_TRUNC (r_DATE_TRUNC)
        "select date_trunc('week', sold), sum(paid) from sales group by 1 order by 1",
        // EXTRACT (r_EXTRACT_function)
        "select extract(month from sold) from sales",
        // CASE (r_CASE_function), COALESCE (r_NVL_function), NULLIF (r_NULLIF_function)
        "select case when paid > 5 then 'much' else 'little' end, coalesce(paid, 0), nullif(paid, 0) from sales",
        // CAST (r_CAST_function), numeric types (r_Numeric_types201)
        "select cast(paid as decimal(8, 2)), cast(note as varchar(65535)) from sales",
        // Interval literals (r_interval_data_types)
        "select sold + interval '3' day from sales",
        // AT TIME ZONE (r_AT_TIME_ZONE)
        "select sold at time zone 'UTC' at time zone 'Europe/Berlin' from sales",
        // POSIX operators (pattern-matching-conditions-posix)
        "select note from sales where note ~ '^[0-9]+$'",
        // UNION (r_UNION), joins (r_FROM_clause30), EXISTS (r_exists_condition)
        "select s.seller from sales as s left join sellers as o on s.seller = o.seller where not exists (select 1 from gone where gone.seller = s.seller) union all select seller from old",
        // ANY_VALUE (r_ANY_VALUE), STRPOS (r_STRPOS), MOD (r_MOD), ABS (r_ABS)
        "select any_value(note), max(strpos(note, 'x')), min(mod(qty, 2)), max(abs(paid)) from sales"
      })
  void whatTheGuideHasIsLetThroughWhereItIsUsedHere(String sql) {
    assertDoesNotThrow(() -> new RedshiftSqlGate(true).check(sql));
  }

  /** Shapes of the guide that PostgreSQL does not have, or that mean something else there. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "select top 5 seller from sales",
        "select seller from sales as s qualify row_number() over (partition by seller order by sold) = 1",
        "select dateadd(month, 1, sold) from sales",
        "select datediff(month, sold, paid_on) from sales",
        "select listagg(note, ', ') within group (order by note) from sales",
        "select avg(paid) from sales",
        "select sysdate from sales",
        "select paid / qty from sales"
      })
  void whatIsNotUsedHereIsRefused(String sql) {
    assertThrows(AssertionError.class, () -> new RedshiftSqlGate(true).check(sql));
  }
}
