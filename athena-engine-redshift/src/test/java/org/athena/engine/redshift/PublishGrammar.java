package org.athena.engine.redshift;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The shapes of our own statements that publish, load and unload, written from the synopses of the
 * guide: only what we send is in it. The query within goes through the gate for queries.
 */
final class PublishGrammar {

  private static final RedshiftSqlGate GATE = new RedshiftSqlGate();
  private static final String LAYOUT = "( distkey \\( N \\))?( sortkey \\( N( , N){0,399} \\))?";

  /** What stands before the word AS, behind which there is a query. */
  private static final List<Pattern> WITH_QUERY =
      List.of(
          // CREATE TABLE AS (r_CREATE_TABLE_AS)
          Pattern.compile("create table N . N" + LAYOUT),
          // CREATE MATERIALIZED VIEW (materialized-view-create-sql-command)
          Pattern.compile("create materialized view N . N" + LAYOUT));

  private static final List<Pattern> WITHOUT =
      List.of(
          // REFRESH MATERIALIZED VIEW (materialized-view-refresh-sql-command)
          Pattern.compile("refresh materialized view N . N"),
          // DROP MATERIALIZED VIEW (materialized-view-drop-sql-command)
          Pattern.compile("drop materialized view N . N"),
          // UNLOAD (r_UNLOAD); CLEANPATH without ALLOWOVERWRITE, nothing that PARQUET excludes
          Pattern.compile(
              "unload \\( L \\) to S iam_role (L|default) format as parquet( partition by \\( N( , N)* \\)( include)?)?( cleanpath)?( maxfilesize # mb)?"),
          // COPY from columnar formats (copy-usage_notes-copy-from-columnar)
          Pattern.compile(
              "copy N . N \\( N( , N)* \\) from S iam_role (L|default) format as parquet"),
          // DELETE (r_DELETE)
          Pattern.compile("delete from N . N"));

  private static final Pattern AS_QUERY =
      Pattern.compile(
          "((?:[^\"']|\"(?:[^\"]|\"\")*\"|'(?:[^']|'')*')*?) AS (select|with|SELECT|\\().*",
          Pattern.DOTALL);
  private static final Pattern UNLOADED =
      Pattern.compile("UNLOAD \\('((?:[^']|'')*)'\\).*", Pattern.DOTALL);
  private static final Pattern LIMITED = Pattern.compile("SELECT [^()]* limit .*", Pattern.DOTALL);

  private PublishGrammar() {}

  static void check(String sql) {
    Matcher as = AS_QUERY.matcher(sql);
    boolean withQuery = sql.startsWith("CREATE") && as.matches();
    String head = withQuery ? as.group(1) : sql;
    String words = SqlTokens.of(head).shape();
    if ((withQuery ? WITH_QUERY : WITHOUT)
        .stream().noneMatch(shape -> shape.matcher(words).matches())) {
      throw new AssertionError("No statement of the guide: " + sql);
    }
    if (withQuery) {
      String query = sql.substring(as.end(1) + " AS ".length());
      GATE.check(query);
      if (words.startsWith("create materialized") && new QueryText(query).isOrdered()) {
        throw new AssertionError("A materialized view has no order: " + sql);
      }
    }
    Matcher unloaded = UNLOADED.matcher(sql);
    if (unloaded.matches()) {
      String query = unloaded.group(1).replace("''", "'");
      GATE.check(query);
      if (LIMITED.matcher(query).matches()) {
        throw new AssertionError("The outer query of UNLOAD has no limit: " + sql);
      }
    }
  }
}
