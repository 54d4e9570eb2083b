package org.athena.engine.redshift;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.athena.error.UnsupportedByEngineException;
import org.athena.spi.Placement;
import org.athena.spi.RefreshRule;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The rules of the guide, each by a query that has nothing else against it. */
final class RefreshRuleTest {

  private static RefreshRule rule(String query) {
    return new RedshiftMaterialized().rule(query, List.of());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "select a from t where b > 1",
        "select a, sum(b), count(1), min(b), max(b), avg(b) from t group by a having sum(b) > 1",
        "select t.a from t join u on t.a = u.a inner join v on v.a = u.a",
        "select a from t union all select a from u",
        "select left(a, 3) from t",
        "select 'over (', \"distinct\", \"left join\" from t -- order by distinct",
        "select a /* union */ from t"
      })
  void whatTheGuideListsIsIncremental(String query) {
    assertEquals("incremental: yes", rule(query).toString());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "select t.a from t left join u on t.a = u.a | outer joins",
        "select t.a from t FULL OUTER JOIN u on t.a = u.a | outer joins",
        "select a from t union select a from u | UNION, INTERSECT or EXCEPT",
        "select a from t minus select a from u | UNION, INTERSECT or EXCEPT",
        "select listagg(a, ',') within group (order by a) from t | aggregates other than COUNT, SUM, MIN, MAX and AVG",
        "select any_value(a) from t | aggregates other than COUNT, SUM, MIN, MAX and AVG",
        "select count(distinct a) from t | DISTINCT",
        "select row_number() over (partition by f(a) order by b) from t | window functions",
        "select a from (select a from t) as q | subqueries",
        "with q as (select a from t) select a from q | subqueries",
        "select a from t where exists ( select 1 from u) | subqueries",
        "select a, getdate() from t | functions of the current time or chance",
        "select sum(a) from t union all select sum(a) from u | UNION ALL beside aggregates"
      })
  void eachReasonIsFoundAlone(String query, String reason) {
    RefreshRule rule = rule(query);
    if (query.contains("with q")) {
      assertTrue(rule.because().contains(reason), rule::toString);
    } else {
      assertEquals("incremental: no, because of " + reason, rule.toString());
    }
    assertEquals(false, rule.incremental());
  }

  @Test
  void allReasonsAreTold() {
    assertEquals(
        "incremental: no, because of outer joins, window functions, subqueries",
        rule("select max(a) over () from (select 1) as q right join u on true").toString());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "select a from t order by a",
        "select a from (select a from t order by a) as q",
        "select a from t limit 5",
        "select top 5 a from t",
        "select a from t offset 2",
        "select row_number() over (order by a) from t order by 1"
      })
  void orderAndFirstRowsAreRefused(String query) {
    assertThrows(UnsupportedByEngineException.class, () -> rule(query));
  }

  @Test
  void everyQuestionHasARuleOrARefusal() {
    int told = 0;
    for (String sql : Statements.all()) {
      String unordered = sql.replaceFirst("(?s)\norder by\\b.*$", "");
      try {
        told += rule(unordered).because().isEmpty() ? 0 : 1;
      } catch (UnsupportedByEngineException e) {
        assertTrue(unordered.contains("limit 10"), sql);
      }
    }
    assertTrue(told > 5, "some questions are told of");
  }

  @Test
  void aSortKeyDoesNotStandInTheWayOfUnionAll() {
    var placement = new Placement(List.of(Statements.CARD), Statements.AT);
    assertEquals(
        " DISTKEY (\"card_id\") SORTKEY (\"card_id\", \"at\")",
        TableLayout.ofView(placement, "select 'union all' as a from t"));
    assertEquals(
        " DISTKEY (\"card_id\")",
        TableLayout.ofView(placement, "select a from t\nunion  all select a from u"));
  }
}
