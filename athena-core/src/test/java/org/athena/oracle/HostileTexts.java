package org.athena.oracle;

import java.util.List;

/** Texts that break what quotes, escapes, folds, pads, splits or sorts them carelessly. */
final class HostileTexts {

  /** No text ends in a blank, which some engines do not compare, or has a character zero. */
  static final List<String> ALL =
      List.of(
          "",
          "'",
          "''",
          "O'Hara",
          "\"",
          "\\",
          "\\'",
          "\\n",
          "100%",
          "_",
          ";",
          "a;b--c",
          "/*x*/",
          "?",
          ":p",
          "{0}",
          "$1",
          "a,b|c",
          "a\tb",
          "a\nb",
          "null",
          "NULL",
          "Gold",
          "gold",
          "GOLD",
          "\u0130\u0131",
          "Stra\u00dfe",
          "STRASSE",
          "\u00e9",
          "e\u0301",
          "\u65e5\u672c",
          "\uff5e",
          "\ue000",
          "\ud83d\ude00");

  private HostileTexts() {}
}
