package org.athena.lake;

import java.util.regex.Pattern;

/**
 * A pattern of keys: {@code *} stands for any part of a name, {@code ?} for one character of it,
 * and {@code **} followed by a slash for any number of folders, also none.
 *
 * @param pattern the pattern, with slashes between folders
 */
public record Glob(String pattern) {

  /** What every key that matches starts with: the folders before the first wildcard. */
  public String prefix() {
    int wildcard = 0;
    while (wildcard < pattern.length() && "*?[{".indexOf(pattern.charAt(wildcard)) < 0) {
      wildcard++;
    }
    return wildcard == pattern.length()
        ? pattern
        : pattern.substring(0, pattern.lastIndexOf('/', wildcard) + 1);
  }

  /** The same as a regular expression. */
  public Pattern regex() {
    StringBuilder regex = new StringBuilder();
    for (int i = 0; i < pattern.length(); i++) {
      if (pattern.startsWith("**/", i)) {
        regex.append("(?:.*/)?");
        i += 2;
      } else if (pattern.charAt(i) == '*') {
        regex.append("[^/]*");
      } else if (pattern.charAt(i) == '?') {
        regex.append("[^/]");
      } else {
        regex.append(Pattern.quote(String.valueOf(pattern.charAt(i))));
      }
    }
    return Pattern.compile(regex.toString());
  }
}
