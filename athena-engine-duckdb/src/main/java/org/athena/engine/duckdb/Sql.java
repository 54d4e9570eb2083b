package org.athena.engine.duckdb;

/** Names and texts quoted for DuckDB. */
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

  /** A name of parts with dots between them. */
  static String qualified(String name) {
    int dot = name.indexOf('.');
    return dot < 0
        ? name(name)
        : name(name.substring(0, dot)) + "." + name(name.substring(dot + 1));
  }
}
