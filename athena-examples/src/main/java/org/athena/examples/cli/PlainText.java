package org.athena.examples.cli;

/** Text for a terminal: what the data hold cannot steer it. */
final class PlainText {

  private PlainText() {}

  /** The text with control characters but the line feed shown as question marks. */
  static String of(String text) {
    return text.replaceAll("[\\p{Cc}&&[^\\n]]", "?");
  }

  /** The text on one line. */
  static String line(String text) {
    return of(text.strip().replaceAll("\\s*\\R\\s*", " ").replace('\t', ' '));
  }
}
