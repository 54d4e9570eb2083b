package org.athena.engine.athena;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Where a table is; the catalog has all names in lower case.
 *
 * @param database the database; null for that of the engine
 * @param name the table's name
 */
record TableName(@Nullable String database, String name) {

  TableName {
    database = database == null ? null : database.toLowerCase(Locale.ROOT);
    name = name.toLowerCase(Locale.ROOT);
  }

  /** The table of a name with or without a database. */
  static TableName of(String qualifiedName) {
    int dot = qualifiedName.indexOf('.');
    return new TableName(
        dot < 0 ? null : qualifiedName.substring(0, dot), qualifiedName.substring(dot + 1));
  }

  String inQuery() {
    return database == null ? Names.inQuery(name) : Names.inQuery(database, name);
  }

  String inDefinition() {
    return database == null ? Names.inDefinition(name) : Names.inDefinition(database, name);
  }

  /** Without quotes where the name needs none, for statements that are said to take none. */
  String bare() {
    String plain = database == null ? name : database + "." + name;
    return plain.matches("[a-z_][a-z0-9_]*(\\.[a-z_][a-z0-9_]*)?") ? plain : inQuery();
  }
}
