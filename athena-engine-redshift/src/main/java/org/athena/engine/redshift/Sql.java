package org.athena.engine.redshift;

/** Names and texts quoted for Redshift. */
final class Sql {

  private Sql() {}

  /** A text as a literal; a backslash, which may be an escape, is written by its number. */
  static String text(String value) {
    return "'" + value.replace("'", "''").replace("\\", "' || chr(92) || '") + "'";
  }

  /** A name as an identifier. */
  static String name(String name) {
    return '"' + name.replace("\"", "\"\"") + '"';
  }
}
