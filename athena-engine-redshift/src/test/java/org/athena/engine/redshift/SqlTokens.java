package org.athena.engine.redshift;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The words of a statement, each quoted name, literal, number or sign being one.
 *
 * @param list the words in order, those without quotes in lower case
 */
record SqlTokens(List<Token> list) {

  /** What a word is. */
  enum Kind {
    WORD,
    NAME,
    LITERAL,
    NUMBER,
    BIND,
    SIGN
  }

  /** A word and what it is. */
  record Token(Kind kind, String text) {

    boolean is(String wanted) {
      return text.equals(wanted) && (kind == Kind.WORD || kind == Kind.SIGN);
    }
  }

  private static final Pattern TOKEN =
      Pattern.compile(
          "\\s+|(?<name>\"(?:[^\"]|\"\")+\")|(?<literal>'(?:[^']|'')*')"
              + "|(?<number>\\d+(?:\\.\\d+)?)|(?<word>[A-Za-z_]\\w*)|(?<bind>\\?)"
              + "|(?<sign>\\|\\||<>|<=|>=|[()*/+\\-=<>,.~])");

  /** Reads a statement; fails on anything that it does not know. */
  static SqlTokens of(String sql) {
    List<Token> tokens = new ArrayList<>();
    Matcher matcher = TOKEN.matcher(sql);
    int end = 0;
    while (matcher.find() && matcher.start() == end) {
      end = matcher.end();
      for (Kind kind : Kind.values()) {
        String text = matcher.group(kind.name().toLowerCase(Locale.ROOT));
        if (text != null) {
          tokens.add(new Token(kind, kind == Kind.WORD ? text.toLowerCase(Locale.ROOT) : text));
        }
      }
    }
    if (end != sql.length()) {
      throw new AssertionError(
          "No word of SQL: " + sql.substring(end, Math.min(end + 20, sql.length())));
    }
    return new SqlTokens(tokens);
  }

  Token at(int index) {
    return index >= 0 && index < list.size() ? list.get(index) : new Token(Kind.SIGN, "");
  }

  int size() {
    return list.size();
  }

  /** Whether words stand at a place. */
  boolean isAt(int index, String... words) {
    for (int i = 0; i < words.length; i++) {
      if (!at(index + i).is(words[i])) {
        return false;
      }
    }
    return true;
  }

  /** The place of the bracket that opens the brackets around a place; -1 outside of all. */
  int opening(int index) {
    int depth = 0;
    for (int i = index - 1; i >= 0; i--) {
      depth += at(i).is(")") ? 1 : at(i).is("(") ? -1 : 0;
      if (depth < 0) {
        return i;
      }
    }
    return -1;
  }

  /** The place of the bracket that closes one. */
  int closing(int opening) {
    int depth = 0;
    for (int i = opening; i < size(); i++) {
      depth += at(i).is("(") ? 1 : at(i).is(")") ? -1 : 0;
      if (depth == 0) {
        return i;
      }
    }
    throw new AssertionError("A bracket is not closed.");
  }

  /** The text near a place, for messages. */
  String near(int index) {
    StringBuilder text = new StringBuilder();
    for (int i = Math.max(0, index - 6); i < Math.min(size(), index + 7); i++) {
      text.append(at(i).text()).append(' ');
    }
    return text.toString().strip();
  }

  /** The words, in which a folder in S3 is S, another literal L, a name N and a number #. */
  String shape() {
    return list().stream().map(SqlTokens::word).collect(Collectors.joining(" "));
  }

  private static String word(Token token) {
    return switch (token.kind()) {
      case LITERAL -> token.text().matches("'s3://[^']+/'") ? "S" : "L";
      case NAME -> "N";
      case NUMBER -> "#";
      default -> token.text();
    };
  }
}
