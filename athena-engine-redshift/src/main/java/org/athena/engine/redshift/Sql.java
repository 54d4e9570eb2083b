package org.athena.engine.redshift;

/** Names and texts quoted for Redshift. */
final class Sql {

  private Sql() {}

  /** A text as a literal; a backslash, which may be an escape, is written by its number. */
  static String text(String value) {
    return "'" + value.replace("'", "''").replace("\\", "' || chr(92) || '") + "'";
  }

  /** A table by a name with or without a schema, which then is the default one. */
  static String table(String qualifiedName) {
    int dot = qualifiedName.indexOf('.');
    String schema = dot < 0 ? "" : qualifiedName.substring(0, dot);
    return table(schema, qualifiedName.substring(dot + 1));
  }

  /** A table of a schema, which is the default one when it is empty. */
  static String table(String schema, String table) {
    return name(schema.isEmpty() ? "public" : schema) + "." + name(table);
  }

  /** A name as an identifier. */
  static String name(String name) {
    return '"' + name.replace("\"", "\"\"") + '"';
  }
}
