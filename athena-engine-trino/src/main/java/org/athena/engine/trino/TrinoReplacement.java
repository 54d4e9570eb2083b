package org.athena.engine.trino;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.athena.jdbc.JdbcProfile.Replacement;
import org.athena.jdbc.JdbcProfile.Session;

/**
 * Replaces tables and views in one step on every catalog that has views.
 *
 * <p>The rows of a table lie in a table of their own, a version; the name that was asked for is a
 * view of it, which is replaced when the version is complete. The version before stays for those
 * who still read it; older ones go, also those that a writer left who did not come to the end.
 */
final class TrinoReplacement {

  private static final String VERSION = "__v";
  private static final int KEPT = 1;

  private final TrinoConfig config;

  TrinoReplacement(TrinoConfig config) {
    this.config = config;
  }

  /**
   * The statements that replace a table or view.
   *
   * @param hive whether the catalog is one of the Hive connector: the format that it has by default
   *     takes the last second before 1970 for the first one after
   */
  List<String> statements(Replacement wanted, boolean hive, Session session) {
    TrinoTable target =
        new TrinoTable(
            config.catalog(),
            wanted.schema().isEmpty() ? config.schema() : wanted.schema(),
            wanted.name());
    session.execute("CREATE SCHEMA IF NOT EXISTS " + target.schemaSql());
    List<String> statements = new ArrayList<>();
    String rows = wanted.query();
    if (!wanted.view()) {
      String format = hive ? " WITH (format = 'PARQUET')" : "";
      TrinoTable version = target.named(target.name() + VERSION + now());
      statements.add("CREATE TABLE " + version.sql() + format + " AS " + wanted.query());
      rows = "SELECT * FROM " + version.sql();
    }
    statements.add("CREATE OR REPLACE VIEW " + target.sql() + " AS " + rows);
    versions(target, session).stream()
        .sorted(Comparator.reverseOrder())
        .skip(KEPT)
        .forEach(old -> statements.add("DROP TABLE IF EXISTS " + target.named(old).sql()));
    return statements;
  }

  /** Later versions have later names. */
  private static String now() {
    return "%012x%s"
        .formatted(System.currentTimeMillis(), UUID.randomUUID().toString().substring(0, 4))
        .toLowerCase(Locale.ROOT);
  }

  private static List<String> versions(TrinoTable target, Session session) {
    String start = target.name() + VERSION;
    return session.texts(target.listStartingWith(start)).stream()
        .map(row -> row.get(0))
        .filter(name -> name.substring(start.length()).matches("[0-9a-f]{16}"))
        .toList();
  }
}
