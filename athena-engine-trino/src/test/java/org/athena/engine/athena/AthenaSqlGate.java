package org.athena.engine.athena;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Lets through the queries that Amazon Athena's engine version 3 is known to have and a Trino
 * server alone would not tell apart: functions that are not listed here are refused, and so is what
 * the user guide's synopsis of SELECT and its list of limitations leave out. Of a definition it
 * sees the query; the rest has a grammar of its own, {@link DefinitionGrammar}.
 */
final class AthenaSqlGate {

  /** Functions of Trino's documentation that are older than the engine's version 3. */
  private static final Set<String> FUNCTIONS =
      Set.of(
          "abs",
          "any_value",
          "array_agg",
          "array_join",
          "at_timezone",
          "cast",
          "ceil",
          "char_length",
          "chr",
          "coalesce",
          "contains",
          "count",
          "count_if",
          "date",
          "date_add",
          "date_diff",
          "date_trunc",
          "day_of_week",
          "element_at",
          "first_value",
          "floor",
          "from_unixtime",
          "greatest",
          "lag",
          "last_value",
          "lead",
          "least",
          "length",
          "lower",
          "max",
          "min",
          "mod",
          "month",
          "nullif",
          "quarter",
          "regexp_like",
          "regexp_replace",
          "replace",
          "reverse",
          "round",
          "row_number",
          "sequence",
          "sign",
          "split_part",
          "starts_with",
          "strpos",
          "substr",
          "substring",
          "sum",
          "to_unixtime",
          "transform",
          "trim",
          "rtrim",
          "try_cast",
          "unnest",
          "upper",
          "with_timezone",
          "year",
          "date_format",
          "date_parse",
          "concat",
          "typeof",
          "timezone_hour");

  /** Words that stand before a parenthesis and are no functions, and types with a size. */
  private static final Set<String> WORDS =
      Set.of(
          "all",
          "and",
          "as",
          "between",
          "by",
          "case",
          "char",
          "decimal",
          "distinct",
          "else",
          "filter",
          "except",
          "exists",
          "from",
          "in",
          "intersect",
          "is",
          "join",
          "not",
          "on",
          "or",
          "over",
          "row",
          "select",
          "set",
          "sets",
          "then",
          "timestamp",
          "union",
          "using",
          "values",
          "varchar",
          "when",
          "where",
          "with",
          "array",
          "partition",
          "limit",
          "having");

  /** What the guide's synopsis and limitations do not have, and Trino does. */
  private static final List<Pattern> REFUSED =
      List.of(
          words("with recursive"),
          words("match_recognize"),
          words("table\\s*\\("),
          words("lateral"),
          words("create table \\S+ \\(like"),
          words("(?:describe|show) (?:input|output)"),
          words("call"),
          words("execute immediate"),
          words("with (?:function|session)"),
          words("update"),
          words("qualify"),
          words("group by (?:auto|all)"),
          Pattern.compile("distinct [^()]*\\) over\\b"),
          Pattern.compile("interval '[^']*[a-z][^']*'"),
          Pattern.compile("::"),
          Pattern.compile("->>?\\s*'"),
          Pattern.compile("[?;`]"));

  private static final Pattern DEFINITION = Pattern.compile("(?is)^(?:CREATE|DROP|ALTER)\\s.*");
  private static final Pattern DEFINED =
      Pattern.compile("(?is)^CREATE .*?\\bAS\\s+(?=SELECT|WITH|\\()");

  /** Texts and names, which are no part of the language; the texts of intervals are. */
  private static final Pattern QUOTED =
      Pattern.compile("(interval '[^']*')|'(?:[^']|'')*'|\"(?:[^\"]|\"\")*\"");

  private static final Pattern CALL = Pattern.compile("([A-Za-z_]\\w*)\\s*\\(");

  private AthenaSqlGate() {}

  private static Pattern words(String words) {
    return Pattern.compile("\\b" + words.replace(" ", "\\s+") + "(?!\\w)");
  }

  /**
   * Makes sure that a statement can be sent.
   *
   * @throws AssertionError when it cannot, with the reason
   */
  static void check(String statement) {
    String query = queryOf(statement);
    String bare = bare(query.toLowerCase(Locale.ROOT));
    for (Pattern refused : REFUSED) {
      Matcher found = refused.matcher(bare);
      if (found.find()) {
        throw new AssertionError("Amazon Athena has no '%s': %s".formatted(found.group(), query));
      }
    }
    Matcher call = CALL.matcher(bare);
    while (call.find()) {
      String name = call.group(1);
      if (!FUNCTIONS.contains(name) && !WORDS.contains(name)) {
        throw new AssertionError(
            "not known to be a function of Amazon Athena: %s in %s".formatted(name, query));
      }
    }
  }

  private static String queryOf(String statement) {
    Matcher defined = DEFINED.matcher(statement);
    if (defined.find()) {
      return statement.substring(defined.end());
    }
    return DEFINITION.matcher(statement).matches() ? "" : statement;
  }

  private static String bare(String query) {
    return QUOTED
        .matcher(query)
        .replaceAll(
            found -> found.group(1) == null ? "''" : Matcher.quoteReplacement(found.group(1)));
  }
}
