package org.athena.engine.athena;

/**
 * Names and texts quoted for the two languages that the service has: that of queries, and Hive's
 * for definitions.
 */
final class Names {

  private Names() {}

  /** A name in a query. */
  static String inQuery(String name) {
    return '"' + name.replace("\"", "\"\"") + '"';
  }

  /** A table in a query. */
  static String inQuery(String database, String table) {
    return inQuery(database) + "." + inQuery(table);
  }

  /** A name in a definition. */
  static String inDefinition(String name) {
    return '`' + name.replace("`", "``") + '`';
  }

  /** A table in a definition. */
  static String inDefinition(String database, String table) {
    return inDefinition(database) + "." + inDefinition(table);
  }

  /** A text in a definition, where a backslash has a meaning. */
  static String textInDefinition(String text) {
    return "'" + text.replace("\\", "\\\\").replace("'", "\\'") + "'";
  }
}
