package org.athena.engine.redshift;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.athena.error.UnsupportedByEngineException;
import org.athena.jdbc.JdbcProfile;
import org.athena.jdbc.JdbcProfile.Replacement;
import org.athena.jdbc.JdbcProfile.Session;
import org.athena.model.Dataset;
import org.athena.spi.RefreshRule;

/**
 * Materialized views, and by which of their words Redshift refreshes them: by what changed in the
 * tables below where the query is a selection, inner join or grouping with COUNT, SUM, MIN, MAX or
 * AVG; else by running the query again.
 *
 * <p>What the guide lists as ruling that out is looked for in the text, and so are aggregates of
 * which it says nothing. Redshift may still compute a view anew: after a vacuum, a change of keys
 * or a truncation of a table below, or when it optimizes by temporary tables; {@code state} in
 * {@code svv_mv_info} tells what it chose.
 *
 * @source https://docs.aws.amazon.com/redshift/latest/dg/materialized-view-refresh-sql-command.html
 *     and materialized-view-create-sql-command.html there
 */
final class RedshiftMaterialized implements JdbcProfile.Materialized {

  private static final Map<String, Pattern> AGAINST = new LinkedHashMap<>();

  static {
    AGAINST.put("outer joins", Pattern.compile("\\b(left|right|full)\\s+(outer\\s+)?join\\b"));
    AGAINST.put(
        "UNION, INTERSECT or EXCEPT",
        Pattern.compile("\\bunion\\b(?!\\s+all\\b)|\\b(intersect|except|minus)\\b"));
    AGAINST.put(
        "aggregates other than COUNT, SUM, MIN, MAX and AVG",
        Pattern.compile(
            "\\b(any_value|approximate|bit_and|bit_or|bool_and|bool_or|listagg|median|percentile_cont|percentile_disc|stddev(_samp|_pop)?|var_samp|var_pop|variance)\\b"));
    AGAINST.put("DISTINCT", Pattern.compile("\\bdistinct\\b"));
    AGAINST.put("window functions", Pattern.compile("\\bover\\s*\\("));
    AGAINST.put("subqueries", Pattern.compile("\\(\\s*(select|with)\\b|^with\\b"));
    AGAINST.put(
        "functions of the current time or chance",
        Pattern.compile(
            "\\b(current_date|current_time|current_timestamp|getdate|localtime|localtimestamp|now|random|sysdate|timeofday)\\b"));
  }

  private static final Pattern GROUPED =
      Pattern.compile("\\bgroup\\s+by\\b|\\b(avg|count|max|min|sum)\\s*\\(");
  private static final Pattern FIRST_ROWS =
      Pattern.compile("\\b(limit|offset|fetch|top\\s+\\d+)\\b");

  @Override
  public RefreshRule rule(String query, List<Dataset> reads) {
    QueryText text = new QueryText(query);
    reads.stream()
        .filter(Dataset::isFiles)
        .findFirst()
        .ifPresent(files -> {
          throw refused(
              "it reads the files of " + files.name() + ", which are a view here",
              "Publish them as a table first, or ask their external table by ExternalTable");
        });
    if (text.isOrdered() || text.has(FIRST_ROWS)) {
      throw refused(
          "its rows are put in order or counted off by ORDER BY or LIMIT",
          "Leave that to the question that reads the view");
    }
    List<String> because = new ArrayList<>();
    AGAINST.forEach((words, pattern) -> {
      if (text.has(pattern)) {
        because.add(words);
      }
    });
    if (text.hasUnionAll() && text.has(GROUPED)) {
      because.add("UNION ALL beside aggregates");
    }
    return new RefreshRule(because);
  }

  private static UnsupportedByEngineException refused(String why, String instead) {
    return new UnsupportedByEngineException(
        "Cannot keep a query as a materialized view on redshift: %s. %s, or publish it as a table."
            .formatted(why, instead));
  }

  @Override
  public List<String> replace(Replacement wanted, Session session) {
    return RedshiftReplacement.materialized(wanted, session);
  }

  @Override
  public String refresh(String schema, String name) {
    return "REFRESH MATERIALIZED VIEW " + Sql.table(schema, name);
  }
}
