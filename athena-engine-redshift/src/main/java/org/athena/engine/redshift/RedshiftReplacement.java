package org.athena.engine.redshift;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.athena.jdbc.JdbcProfile.Replacement;
import org.athena.jdbc.JdbcProfile.Session;

/**
 * A table or view replaced in one transaction.
 *
 * <p>A table that keeps its columns is emptied and filled, so that views over it, rights and keys
 * stay; rows are deleted, since TRUNCATE would commit. Another is made beside it and takes its
 * name. Views are bound late: they outlive the tables that they read.
 */
final class RedshiftReplacement {

  private static final String COLUMNS =
      "SELECT a.attname, format_type(a.atttypid, a.atttypmod) FROM pg_attribute a"
          + " JOIN pg_class c ON c.oid = a.attrelid JOIN pg_namespace n ON n.oid = c.relnamespace"
          + " WHERE n.nspname = %s AND c.relname = %s AND a.attnum > 0 AND NOT a.attisdropped"
          + " ORDER BY a.attnum";

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

  private List<String> statements() {
    List<String> statements = new ArrayList<>();
    if (!wanted.schema().isEmpty()) {
      statements.add("CREATE SCHEMA IF NOT EXISTS " + Sql.name(schema));
    }
    String present = present();
    if (wanted.view()) {
      dropPresent(present, statements);
      statements.add(
          "CREATE VIEW " + target() + " AS " + wanted.query() + "\nWITH NO SCHEMA BINDING");
    } else if (present.equals("BASE TABLE") && keepsColumns()) {
      statements.add("DELETE FROM " + target());
      statements.add("INSERT INTO " + target() + " " + wanted.query());
    } else {
      String beside = wanted.name() + "_" + UUID.randomUUID().toString().substring(0, 8);
      String table = Sql.name(schema) + "." + Sql.name(beside);
      statements.add("CREATE TABLE " + table + " AS " + wanted.query());
      dropPresent(present, statements);
      statements.add("ALTER TABLE " + table + " RENAME TO " + Sql.name(wanted.name()));
    }
    return statements;
  }

  private String target() {
    return Sql.name(schema) + "." + Sql.name(wanted.name());
  }

  private String present() {
    List<List<String>> found =
        session.texts(
            "SELECT table_type FROM information_schema.tables WHERE table_schema = %s AND table_name = %s"
                .formatted(Sql.text(schema), Sql.text(wanted.name())));
    return found.isEmpty() ? "" : found.get(0).get(0);
  }

  private void dropPresent(String present, List<String> statements) {
    if (!present.isEmpty()) {
      statements.add("DROP " + (present.equals("VIEW") ? "VIEW " : "TABLE ") + target());
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
