package org.athena.examples.cli;

import java.util.List;
import java.util.Locale;
import org.athena.Athena;
import org.athena.error.EngineFailedException;
import org.athena.model.Column;
import org.athena.model.NativeQuery;

/** The names of the columns that a table of the engine has. */
final class TableColumns {

  private static final Column<String> NAME = Column.string("column_name");

  private TableColumns() {}

  /** The columns of a table, with or without its schema before a dot. */
  static List<String> of(Athena athena, String table) {
    if (!table.matches("[A-Za-z_][A-Za-z0-9_]*(\\.[A-Za-z_][A-Za-z0-9_]*)?")) {
      throw Mistake.in("--table", "'%s' is no table or schema.table.".formatted(table));
    }
    String engine = athena.engine().name();
    int dot = table.indexOf('.');
    String schema =
        dot < 0
            ? (engine.equals("duckdb") ? "current_schema()" : "current_schema")
            : "'" + table.substring(0, dot).toLowerCase(Locale.ROOT) + "'";
    String query =
        """
        select column_name from information_schema.columns
        where lower(table_schema) = %s and lower(table_name) = '%s' order by ordinal_position\
        """
            .formatted(schema, table.substring(dot + 1).toLowerCase(Locale.ROOT));
    List<String> names;
    try {
      names =
          athena.rows(NativeQuery.of("columns of " + table, engine, query, NAME)).stream()
              .map(row -> row.require(NAME))
              .toList();
    } catch (EngineFailedException e) {
      throw new Mistake("Cannot read table %s: %s".formatted(table, Failures.line(e)), e);
    }
    if (names.isEmpty()) {
      throw Mistake.in("--table", "engine %s has no table %s.".formatted(engine, table));
    }
    return names;
  }
}
