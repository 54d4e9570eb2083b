package org.athena.engine.trino;

/** Names and texts quoted for Trino. */
final class Sql {

  private Sql() {}

  /** A text as a literal. */
  static String text(String value) {
    return "'" + value.replace("'", "''") + "'";
  }

  /** A name as an identifier. */
  static String name(String name) {
    return '"' + name.replace("\"", "\"\"") + '"';
  }
}
