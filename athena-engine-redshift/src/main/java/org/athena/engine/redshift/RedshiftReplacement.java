package org.athena.engine.redshift;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.athena.jdbc.JdbcProfile.Replacement;
import org.athena.jdbc.JdbcProfile.Session;

/**
 * A table, view or materialized view replaced in one transaction.
 *
 * <p>A table that keeps its columns is emptied and filled, so that views over it, rights and keys
 * stay; rows are deleted, since TRUNCATE would commit. Another is made beside it and takes its
 * name, laid out by key and time. Views are bound late: they outlive the tables that they read. A
 * materialized view cannot be renamed, so it is dropped and made again.
 */
final class RedshiftReplacement {

  private static final String COLUMNS =
      "SELECT a.attname, format_type(a.atttypid, a.atttypmod) FROM pg_attribute a"
          + " JOIN pg_class c ON c.oid = a.attrelid JOIN pg_namespace n ON n.oid = c.relnamespace"
          + " WHERE n.nspname = %s AND c.relname = %s AND a.attnum > 0 AND NOT a.attisdropped"
          + " ORDER BY a.attnum";

  /** What has the name already. */
  private enum Present {
    NOTHING(""),
    TABLE("TABLE"),
    VIEW("VIEW"),
    MATERIALIZED_VIEW("MATERIALIZED VIEW");

    private final String words;

    Present(String words) {
      this.words = words;
    }
  }

  private final String schema;
  private final Replacement wanted;
  private final Session session;

  private RedshiftReplacement(Replacement wanted, Session session) {
    this.schema = wanted.schema().isEmpty() ? "public" : wanted.schema();
    this.wanted = wanted;
    this.session = session;
  }

  static List<String> statements(Replacement wanted, Session session) {
    return new RedshiftReplacement(wanted, session).statements();
  }

  /** The statements for a materialized view. */
  static List<String> materialized(Replacement wanted, Session session) {
    return new RedshiftReplacement(wanted, session).materialized();
  }

  private List<String> statements() {
    List<String> statements = withSchema();
    Present present = present();
    if (wanted.view()) {
      dropPresent(present, statements);
      statements.add(
          "CREATE VIEW " + target() + " AS " + wanted.query() + "\nWITH NO SCHEMA BINDING");
    } else if (present == Present.TABLE && keepsColumns()) {
      statements.add("DELETE FROM " + target());
      statements.add("INSERT INTO " + target() + " " + wanted.query());
    } else {
      String beside = wanted.name() + "_" + UUID.randomUUID().toString().substring(0, 8);
      String table = Sql.table(schema, beside);
      String layout = TableLayout.clauses(wanted.placement());
      statements.add("CREATE TABLE " + table + layout + " AS " + wanted.query());
      dropPresent(present, statements);
      statements.add("ALTER TABLE " + table + " RENAME TO " + Sql.name(wanted.name()));
    }
    return statements;
  }

  private List<String> materialized() {
    List<String> statements = withSchema();
    dropPresent(present(), statements);
    String layout = TableLayout.ofView(wanted.placement(), wanted.query());
    statements.add("CREATE MATERIALIZED VIEW " + target() + layout + " AS " + wanted.query());
    return statements;
  }

  private List<String> withSchema() {
    List<String> statements = new ArrayList<>();
    if (!wanted.schema().isEmpty()) {
      statements.add("CREATE SCHEMA IF NOT EXISTS " + Sql.name(schema));
    }
    return statements;
  }

  private String target() {
    return Sql.table(schema, wanted.name());
  }

  /** A materialized view is told of first: elsewhere it is a view, or nothing. */
  private Present present() {
    if (!found("svv_mv_info", "schema_name", "name", "name").isEmpty()) {
      return Present.MATERIALIZED_VIEW;
    }
    List<List<String>> found =
        found("information_schema.tables", "table_schema", "table_name", "table_type");
    if (found.isEmpty()) {
      return Present.NOTHING;
    }
    return found.get(0).get(0).equals("VIEW") ? Present.VIEW : Present.TABLE;
  }

  private List<List<String>> found(String from, String schemas, String names, String told) {
    return session.texts(
        "SELECT %s FROM %s WHERE %s = %s AND %s = %s"
            .formatted(told, from, schemas, Sql.text(schema), names, Sql.text(wanted.name())));
  }

  private void dropPresent(Present present, List<String> statements) {
    if (present != Present.NOTHING) {
      statements.add("DROP " + present.words + " " + target());
    }
  }

  /** The engine is asked for the columns of the query by a table of it without rows. */
  private boolean keepsColumns() {
    String probe = "athena_" + UUID.randomUUID().toString().substring(0, 8);
    session.execute(
        "CREATE TEMPORARY TABLE %s AS SELECT * FROM (%s\n) AS q WHERE false"
            .formatted(Sql.name(probe), wanted.query()));
    try {
      String own =
          "(SELECT n2.nspname FROM pg_namespace n2 JOIN pg_class c2 ON c2.relnamespace = n2.oid WHERE c2.relname = %s)"
              .formatted(Sql.text(probe));
      List<List<String>> found = session.texts(COLUMNS.formatted(own, Sql.text(probe)));
      return found.equals(
          session.texts(COLUMNS.formatted(Sql.text(schema), Sql.text(wanted.name()))));
    } finally {
      session.execute("DROP TABLE " + Sql.name(probe));
    }
  }
}
