package org.athena.engine.athena;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A statement in its words, read one after the other. */
final class Tokens {

  private static final Pattern TOKEN =
      Pattern.compile(
          "\\s*(?:(?<name>`(?:[^`]|``)+`)|(?<quoted>\"(?:[^\"]|\"\")+\")"
              + "|(?<text>'(?:[^'\\\\]|''|\\\\.)*')|(?<word>[A-Za-z_]\\w*)|(?<number>-?\\d+)"
              + "|(?<sign>[\\[\\](),.=<>*;]))");

  /** What a word in a statement is. */
  record Token(String kind, String text) {}

  private final List<Token> tokens = new ArrayList<>();
  private int at;

  Tokens(String statement) {
    Matcher matcher = TOKEN.matcher(statement);
    int end = 0;
    while (end < statement.stripTrailing().length()) {
      if (!matcher.find(end) || matcher.start() != end) {
        throw new IllegalStateException("no token at: " + statement.substring(end));
      }
      for (String kind : List.of("name", "quoted", "text", "word", "number", "sign")) {
        if (matcher.group(kind) != null) {
          tokens.add(new Token(kind, matcher.group(kind)));
        }
      }
      end = matcher.end();
    }
  }

  IllegalStateException wrong(String wanted) {
    String found = at < tokens.size() ? tokens.get(at).text() : "the end";
    return new IllegalStateException(wanted + " expected, found " + found + " at " + at);
  }

  boolean is(String text) {
    return at < tokens.size() && tokens.get(at).text().equalsIgnoreCase(text);
  }

  /** Takes words if they all come next. */
  boolean takes(String words) {
    int start = at;
    for (String word : words.split(" ")) {
      if (!is(word)) {
        at = start;
        return false;
      }
      at++;
    }
    return true;
  }

  void expect(String words) {
    if (!takes(words)) {
      throw wrong(words);
    }
  }

  String expectKind(String... kinds) {
    if (at == tokens.size() || !Set.of(kinds).contains(tokens.get(at).kind())) {
      throw wrong(String.join(" or ", kinds));
    }
    return tokens.get(at++).text();
  }

  /** Reads a query: words with as many closing as opening parentheses, up to an outer one. */
  void query() {
    if (!is("SELECT") && !is("WITH")) {
      throw wrong("SELECT");
    }
    int depth = 0;
    while (at < tokens.size() && (depth > 0 || !is(")"))) {
      Token token = tokens.get(at++);
      if (token.kind().equals("name")) {
        throw new IllegalStateException("a query has no back-quotes: " + token.text());
      }
      depth += token.text().equals("(") ? 1 : token.text().equals(")") ? -1 : 0;
    }
    if (depth != 0) {
      throw wrong(")");
    }
  }

  void end() {
    if (at < tokens.size()) {
      throw wrong("the end");
    }
  }
}
