package org.athena.engine.redshift;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The words of a query, without what stands in quotes or comments. */
final class QueryText {

  private static final Pattern QUOTED =
      Pattern.compile(
          "'(?:[^']|'')*+'|\"(?:[^\"]|\"\")*+\"|--[^\\n]*+|/\\*.*?\\*/", Pattern.DOTALL);
  private static final Pattern MARKS = Pattern.compile("[()]|\\border\\s+by\\b");
  private static final Pattern OWN_ORDER = Pattern.compile(".*\\b(over|within\\s+group)\\s*$");
  private static final Pattern UNION_ALL = Pattern.compile("\\bunion\\s+all\\b");

  private final String words;

  QueryText(String sql) {
    words = QUOTED.matcher(sql).replaceAll(" q ").toLowerCase(Locale.ROOT).strip();
  }

  boolean has(Pattern pattern) {
    return pattern.matcher(words).find();
  }

  boolean hasUnionAll() {
    return has(UNION_ALL);
  }

  /** Whether rows are put in order, which they also are within windows and lists. */
  boolean isOrdered() {
    Deque<Boolean> open = new ArrayDeque<>();
    Matcher marks = MARKS.matcher(words);
    while (marks.find()) {
      switch (marks.group()) {
        case "(" -> open.push(opensOwnOrder(marks.start()));
        case ")" -> open.poll();
        default -> {
          if (!Boolean.TRUE.equals(open.peek())) {
            return true;
          }
        }
      }
    }
    return false;
  }

  private boolean opensOwnOrder(int bracket) {
    int from = Math.max(0, bracket - 30);
    return OWN_ORDER.matcher(words.substring(from, bracket).replace('\n', ' ')).matches();
  }
}
