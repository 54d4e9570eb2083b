package org.athena.engine.redshift;

import java.util.List;
import java.util.Set;
import org.athena.engine.redshift.SqlTokens.Kind;
import org.athena.engine.redshift.SqlTokens.Token;

/**
 * Lets through the SQL that Redshift is known to have, by its Database Developer Guide, and nothing
 * else: a word, a function or a type that is not listed here is refused.
 *
 * @param bareNames whether names may stand without quotes, as they do in documentation
 */
record RedshiftSqlGate(boolean bareNames) {

  /** Functions with the same meaning on Redshift's compute nodes and on PostgreSQL. */
  private static final Set<String> FUNCTIONS =
      Set.of(
          "abs",
          "any_value",
          "char_length",
          "chr",
          "coalesce",
          "count",
          "date_trunc",
          "first_value",
          "lower",
          "max",
          "min",
          "mod",
          "nullif",
          "replace",
          "reverse",
          "row_number",
          "rtrim",
          "strpos",
          "substring",
          "sum",
          "to_char",
          "trim",
          "upper");

  /** Window functions that have a place in their order and no frame. */
  private static final Set<String> RANKS = Set.of("row_number");

  private static final Set<String> WORDS =
      Set.of(
          "all",
          "and",
          "as",
          "asc",
          "at",
          "between",
          "bigint",
          "boolean",
          "by",
          "case",
          "cast",
          "cross",
          "current",
          "date",
          "day",
          "decimal",
          "desc",
          "distinct",
          "else",
          "end",
          "epoch",
          "exists",
          "extract",
          "false",
          "first",
          "following",
          "from",
          "group",
          "having",
          "in",
          "inner",
          "int",
          "integer",
          "interval",
          "is",
          "join",
          "last",
          "left",
          "limit",
          "month",
          "not",
          "null",
          "nulls",
          "on",
          "or",
          "order",
          "outer",
          "over",
          "partition",
          "preceding",
          "quarter",
          "row",
          "rows",
          "second",
          "select",
          "then",
          "time",
          "timestamp",
          "true",
          "unbounded",
          "union",
          "varchar",
          "when",
          "where",
          "with",
          "year",
          "zone");

  private static final Set<String> FIELDS = Set.of("year", "quarter", "month", "epoch");

  private static final List<String[]> SEQUENCES =
      List.of(
          new String[] {"distinct", "on"},
          new String[] {"distinct", "from"},
          new String[] {"as", "not"},
          new String[] {"group", "by", "all"},
          new String[] {"current", "date"},
          new String[] {"current", "time"},
          new String[] {"current", "timestamp"});

  RedshiftSqlGate() {
    this(false);
  }

  /**
   * Makes sure that a statement can be sent.
   *
   * @throws AssertionError when it cannot, with the reason and the words near by
   */
  void check(String sql) {
    if (sql.indexOf('\\') >= 0) {
      throw new AssertionError("A backslash may be an escape: " + sql);
    }
    SqlTokens tokens = SqlTokens.of(sql);
    refuse(
        !tokens.at(0).is("select") && !tokens.at(0).is("with") && !tokens.at(0).is("("),
        "no query",
        tokens,
        0);
    for (int i = 0; i < tokens.size(); i++) {
      checkAt(tokens, i);
    }
  }

  private static void refuse(boolean wrong, String why, SqlTokens tokens, int at) {
    if (wrong) {
      throw new AssertionError(why + " near: " + tokens.near(at));
    }
  }

  private void checkAt(SqlTokens tokens, int i) {
    Token token = tokens.at(i);
    if (token.is("(")) {
      tokens.closing(i);
    }
    if (token.is(")")) {
      refuse(tokens.opening(i) < 0, "a bracket was not opened", tokens, i);
    }
    if (token.kind() == Kind.LITERAL) {
      checkLiteral(tokens, i);
    }
    if (token.kind() == Kind.WORD) {
      checkWord(tokens, i);
    }
    if (token.is("*") || token.is("/")) {
      checkArithmetic(tokens, i);
    }
  }

  /** A word before a literal would give it a meaning. */
  private static void checkLiteral(SqlTokens tokens, int i) {
    Token before = tokens.at(i - 1);
    boolean typed = before.is("date") || before.is("timestamp") || before.is("interval");
    refuse(before.kind() == Kind.LITERAL, "literals side by side", tokens, i);
    if (before.is("interval")) {
      refuse(
          !tokens.isAt(i + 1, "day") && !tokens.isAt(i + 1, "second"),
          "an interval is of days or seconds",
          tokens,
          i);
      refuse(tokens.isAt(i + 2, "to"), "an interval has one unit", tokens, i);
      refuse(!tokens.at(i).text().matches("'\\d+(\\.\\d{1,6})?'"), "no interval", tokens, i);
    }
    refuse(
        !typed && before.kind() == Kind.WORD && !WORDS.contains(before.text()),
        "a literal with a prefix",
        tokens,
        i);
  }

  private void checkWord(SqlTokens tokens, int i) {
    Token token = tokens.at(i);
    for (String[] sequence : SEQUENCES) {
      refuse(tokens.isAt(i, sequence), String.join(" ", sequence), tokens, i);
    }
    if (tokens.isAt(i + 1, "(") && !WORDS.contains(token.text())) {
      checkFunction(tokens, i);
      return;
    }
    refuse(
        !WORDS.contains(token.text()) && !bareNames,
        "'" + token.text() + "' is not known",
        tokens,
        i);
    refuse(
        bareNames && Denied.WORDS.contains(token.text()), token.text() + " is denied", tokens, i);
    switch (token.text()) {
      case "varchar" ->
          refuse(!tokens.isAt(i + 1, "("), "a text without a length has 256 bytes", tokens, i);
      case "decimal" ->
          refuse(
              !tokens.isAt(i + 1, "(") || tokens.at(i + 2).kind() != Kind.NUMBER,
              "a decimal without digits",
              tokens,
              i);
      case "timestamp", "date" ->
          refuse(
              tokens.isAt(i + 1, "(") || tokens.isAt(i + 1, "with"),
              token.text() + " has no digits or zone here",
              tokens,
              i);
      case "interval" -> refuse(tokens.at(i + 1).kind() != Kind.LITERAL, "no interval", tokens, i);
      case "extract" -> checkExtract(tokens, i);
      case "nulls" -> checkNulls(tokens, i);
      case "over" -> checkWindow(tokens, i);
      case "row", "rows", "preceding", "following", "unbounded", "partition" ->
          refuse(!isInWindow(tokens, i), token.text() + " outside of a window", tokens, i);
      case "first", "last" -> refuse(!tokens.isAt(i - 1, "nulls"), "FETCH", tokens, i);
      case "limit" ->
          refuse(tokens.at(i + 1).kind() != Kind.NUMBER, "a limit is a number", tokens, i);
      default -> {}
    }
  }

  private static void checkFunction(SqlTokens tokens, int i) {
    String name = tokens.at(i).text();
    refuse(!FUNCTIONS.contains(name), "function " + name + " is not allowed", tokens, i);
    int after = tokens.closing(i + 1) + 1;
    refuse(
        RANKS.contains(name) && !tokens.isAt(after, "over"), name + " needs a window", tokens, i);
    refuse(
        tokens.isAt(after, "filter") || tokens.isAt(after, "within"),
        "an aggregate with " + tokens.at(after).text(),
        tokens,
        i);
    refuse(
        tokens.isAt(i + 2, "distinct") && tokens.isAt(after, "over"),
        "DISTINCT in a window",
        tokens,
        i);
  }

  private static void checkExtract(SqlTokens tokens, int i) {
    refuse(
        !tokens.isAt(i + 1, "(")
            || !FIELDS.contains(tokens.at(i + 2).text())
            || !tokens.isAt(i + 3, "from"),
        "no field to extract",
        tokens,
        i);
  }

  /** Documentation is of two minds about the order of nulls in windows. */
  private static void checkNulls(SqlTokens tokens, int i) {
    refuse(isInWindow(tokens, i), "NULLS FIRST or LAST in a window", tokens, i);
    refuse(
        !tokens.isAt(i + 1, "first") && !tokens.isAt(i + 1, "last"),
        "no order of nulls",
        tokens,
        i);
  }

  private static boolean isInWindow(SqlTokens tokens, int i) {
    int opening = tokens.opening(i);
    return opening > 0 && tokens.isAt(opening - 1, "over");
  }

  /** A window in an order needs a frame, unless it ranks. */
  private static void checkWindow(SqlTokens tokens, int i) {
    refuse(!tokens.isAt(i + 1, "("), "a named window", tokens, i);
    int end = tokens.closing(i + 1);
    boolean ordered = false;
    boolean framed = false;
    for (int j = i + 2; j < end; j++) {
      boolean own = tokens.opening(j) == i + 1;
      ordered |= own && tokens.isAt(j, "order", "by");
      framed |= own && tokens.isAt(j, "rows", "between", "unbounded", "preceding", "and");
    }
    String function = tokens.at(tokens.opening(i - 1) - 1).text();
    boolean ranks = RANKS.contains(function);
    refuse(ranks && framed, function + " has no frame", tokens, i);
    refuse(!ranks && ordered && !framed, "an order without a frame of rows", tokens, i);
  }

  /** What is multiplied or divided is cast at once, but for a number of intervals. */
  private static void checkArithmetic(SqlTokens tokens, int i) {
    Token before = tokens.at(i - 1);
    boolean columns =
        tokens.at(i).is("*")
            && (before.is("select") || before.is(",") || before.is(".") || before.is("("));
    if (columns) {
      refuse(before.is("(") && !tokens.isAt(i - 2, "count"), "a bare *", tokens, i);
      return;
    }
    if (tokens.isAt(i, "*", "interval")) {
      return;
    }
    int opening = tokens.opening(i);
    boolean cast = tokens.isAt(opening - 1, "cast");
    boolean bracketed =
        tokens.isAt(opening - 2, "cast", "(")
            && tokens.isAt(tokens.closing(Math.max(0, opening)) + 1, "as");
    refuse(!cast && !bracketed, "a product or quotient that is not cast", tokens, i);
  }

  /** Words that mean something which must not be sent, where other words may be names. */
  private static final class Denied {

    static final Set<String> WORDS =
        Set.of(
            "array",
            "current_date",
            "current_timestamp",
            "exclude",
            "fetch",
            "filter",
            "for",
            "groups",
            "ilike",
            "lateral",
            "localtime",
            "materialized",
            "offset",
            "qualify",
            "range",
            "recursive",
            "returning",
            "similar",
            "sysdate",
            "tablesample",
            "text",
            "top",
            "values",
            "window",
            "within");

    private Denied() {}
  }
}
