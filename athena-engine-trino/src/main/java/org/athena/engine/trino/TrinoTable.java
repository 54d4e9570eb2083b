package org.athena.engine.trino;

import java.util.Locale;

/**
 * Where a table or view is; Trino has all names in lower case.
 *
 * @param catalog the catalog
 * @param schema the schema
 * @param name the table's name
 */
record TrinoTable(String catalog, String schema, String name) {

  TrinoTable {
    schema = schema.toLowerCase(Locale.ROOT);
    name = name.toLowerCase(Locale.ROOT);
  }

  /** The table of a name with or without a schema. */
  static TrinoTable of(TrinoConfig config, String qualifiedName) {
    int dot = qualifiedName.indexOf('.');
    return new TrinoTable(
        config.catalog(),
        dot < 0 ? config.schema() : qualifiedName.substring(0, dot),
        qualifiedName.substring(dot + 1));
  }

  /** Another one beside it. */
  TrinoTable named(String other) {
    return new TrinoTable(catalog, schema, other);
  }

  String sql() {
    return schemaSql() + "." + Sql.name(name);
  }

  String schemaSql() {
    return Sql.name(catalog) + "." + Sql.name(schema);
  }

  /** The statement that lists the tables and views of the schema whose names start like this. */
  String listStartingWith(String start) {
    String pattern = start.replace("!", "!!").replace("_", "!_").replace("%", "!%") + "%";
    return "SHOW TABLES FROM " + schemaSql() + " LIKE " + Sql.text(pattern) + " ESCAPE '!'";
  }
}
