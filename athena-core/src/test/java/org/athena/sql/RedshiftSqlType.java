package org.athena.sql;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The types that Redshift gives the outputs of a query that was written for it, from the text alone
 * and by the rules of {@link RedshiftDecimal}; an operation that may have more digits than there
 * are, or may lose some, is refused.
 */
final class RedshiftSqlType {

  /** Truth values and texts; numbers are the others. */
  private static final RedshiftDecimal OTHER = new RedshiftDecimal(0, 0);

  private static final Pattern TOKEN =
      Pattern.compile("'(?:[^']|'')*'|\"(?:[^\"]|\"\")*\"|\\w+(?:\\.\\d+)?|<>|<=|>=|\\S");

  private final List<String> tokens = new ArrayList<>();
  private final Map<String, RedshiftDecimal> columns;
  private int at;

  private RedshiftSqlType(String sql, Map<String, RedshiftDecimal> columns) {
    Matcher token = TOKEN.matcher(sql);
    while (token.find()) {
      tokens.add(token.group());
    }
    this.columns = columns;
  }

  /**
   * The types of a query's outputs.
   *
   * @param sql a query over one relation
   * @param columns the types of the relation's columns
   * @throws AssertionError where a number may not fit or may be cut
   */
  static List<RedshiftDecimal> of(String sql, Map<String, RedshiftDecimal> columns) {
    RedshiftSqlType typing = new RedshiftSqlType(sql, columns);
    typing.expect("select");
    List<RedshiftDecimal> types = new ArrayList<>();
    do {
      types.add(typing.any());
      typing.expect("as");
      typing.at++;
    } while (typing.next(","));
    typing.expect("from");
    return types;
  }

  private String peek() {
    return tokens.get(at);
  }

  private boolean next(String token) {
    boolean is = peek().equals(token);
    at += is ? 1 : 0;
    return is;
  }

  private void expect(String token) {
    if (!next(token)) {
      throw wrong("'" + token + "' expected");
    }
  }

  private AssertionError wrong(String what) {
    int from = Math.max(0, at - 30);
    return new AssertionError(
        what + ": " + String.join(" ", tokens.subList(from, Math.min(tokens.size(), at + 10))));
  }

  /** A value, with AND and OR between the truth values that it may be of. */
  private RedshiftDecimal any() {
    RedshiftDecimal type = compared();
    while (next("and") || next("or")) {
      compared();
    }
    return type;
  }

  private RedshiftDecimal compared() {
    if (next("not")) {
      return compared();
    }
    RedshiftDecimal type = sum();
    if (next("is")) {
      next("not");
      expect("null");
      return OTHER;
    }
    if (Stream.of("=", "<>", "<", ">", "<=", ">=").anyMatch(this::next)) {
      sum();
      return OTHER;
    }
    return type;
  }

  private RedshiftDecimal sum() {
    int start = at;
    RedshiftDecimal type = product();
    while (peek().equals("+") || peek().equals("-")) {
      String left = text(start, at);
      boolean minus = next("-") || !next("+");
      int second = at;
      RedshiftDecimal sum = type.plus(product());
      if (minus && isRest(left, text(second, at))) {
        continue;
      }
      type = exact(sum);
    }
    return type;
  }

  /** A number without its remainder, or a divisor without it, is not larger than before. */
  private static boolean isRest(String left, String right) {
    return right.startsWith("mod ( " + left + " , ")
        || left.startsWith("abs ( ")
            && right.startsWith("abs ( mod ( ")
            && right.endsWith(" , " + left.substring("abs ( ".length()) + " )");
  }

  private RedshiftDecimal product() {
    int start = at;
    RedshiftDecimal type = factor();
    while (peek().equals("*") || peek().equals("/")) {
      String left = text(start, at);
      if (next("*")) {
        type = exact(type.times(factor()));
      } else {
        at++;
        int second = at;
        type = type.over(factor());
        if (!left.endsWith(" , " + text(second, at) + " ) )") || !left.contains(" - mod ( ")) {
          throw wrong("a quotient that may be cut");
        }
      }
    }
    return type;
  }

  private RedshiftDecimal exact(RedshiftDecimal type) {
    if (!type.isExact()) {
      throw wrong(type + " is not exact");
    }
    return type;
  }

  private String text(int from, int to) {
    return String.join(" ", tokens.subList(from, to));
  }

  private RedshiftDecimal factor() {
    String token = tokens.get(at++);
    return switch (token) {
      case "(" -> closed(any());
      case "cast" -> cast();
      case "case" -> cases();
      case "coalesce" -> chosen();
      case "nullif", "mod" -> first();
      case "abs" -> called();
      case "sum" -> called().total();
      case "-" -> factor();
      case "null", "?", "true", "false" -> OTHER;
      default -> leaf(token);
    };
  }

  private RedshiftDecimal leaf(String token) {
    if (token.startsWith("'")) {
      return OTHER;
    }
    if (token.matches("\\d+")) {
      return new RedshiftDecimal(token.length(), 0);
    }
    expect(".");
    RedshiftDecimal type = columns.get(tokens.get(at++).replace("\"", ""));
    if (type == null) {
      throw wrong("not a column");
    }
    return type;
  }

  private RedshiftDecimal closed(RedshiftDecimal type) {
    expect(")");
    return type;
  }

  private RedshiftDecimal called() {
    expect("(");
    return closed(any());
  }

  /** A function whose outcome is of the type of its first argument. */
  private RedshiftDecimal first() {
    expect("(");
    RedshiftDecimal type = any();
    expect(",");
    any();
    return closed(type);
  }

  private RedshiftDecimal chosen() {
    expect("(");
    RedshiftDecimal type = any();
    while (next(",")) {
      type = union(type, any());
    }
    return closed(type);
  }

  /** A function of choice gives at most 19 digits. */
  private RedshiftDecimal union(RedshiftDecimal one, RedshiftDecimal other) {
    RedshiftDecimal widest = widest(one, other);
    if (!one.or(other).equals(widest)) {
      throw wrong("a choice that loses digits");
    }
    return widest;
  }

  private static RedshiftDecimal widest(RedshiftDecimal one, RedshiftDecimal other) {
    if (one.equals(OTHER)) {
      return other;
    }
    if (other.equals(OTHER)) {
      return one;
    }
    int after = Math.max(one.scale(), other.scale());
    int before = Math.max(one.precision() - one.scale(), other.precision() - other.scale());
    return new RedshiftDecimal(before + after, after);
  }

  private RedshiftDecimal cases() {
    RedshiftDecimal type = OTHER;
    while (next("when")) {
      any();
      expect("then");
      type = exact(widest(type, any()));
    }
    if (next("else")) {
      type = exact(widest(type, any()));
    }
    expect("end");
    return type;
  }

  private RedshiftDecimal cast() {
    expect("(");
    any();
    expect("as");
    String name = tokens.get(at++);
    if (name.equals("bigint") || name.equals("integer")) {
      return closed(RedshiftDecimal.BIGINT);
    }
    if (!name.equals("decimal")) {
      throw wrong("cast to " + name);
    }
    expect("(");
    int precision = Integer.parseInt(tokens.get(at++));
    int scale = next(",") ? Integer.parseInt(tokens.get(at++)) : 0;
    expect(")");
    return closed(exact(new RedshiftDecimal(precision, scale)));
  }
}
