package org.athena.engine.duckdb;

import java.lang.reflect.InvocationTargetException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.athena.error.EngineFailedException.Kind;
import org.athena.jdbc.JdbcProfile;
import org.athena.jdbc.JdbcProfile.Reading;
import org.athena.model.Dataset;
import org.athena.model.Lake;
import org.jspecify.annotations.Nullable;

/** What only DuckDB does: errors told by their first words, progress, files, replacement. */
final class DuckDbBehaviour implements JdbcProfile.Behaviour {

  private final DuckDbFiles files;

  DuckDbBehaviour(Lake lake) {
    this.files = new DuckDbFiles(lake);
  }

  /** Errors of the engine have neither state nor code. */
  @Override
  public Kind kindOf(JdbcProfile.DriverError error) {
    String message = error.message();
    if (message.startsWith("Catalog Error")) {
      return Kind.NOT_FOUND;
    } else if (message.startsWith("Binder Error") || message.startsWith("Parser Error")) {
      return Kind.INVALID_STATEMENT;
    } else if (message.startsWith("Conversion Error")
        || message.startsWith("Out of Range Error")
        || message.startsWith("Constraint Error")
        || message.startsWith("Invalid Input Error")) {
      return Kind.BAD_VALUE;
    } else if (message.startsWith("Out of Memory Error")) {
      return Kind.OUT_OF_RESOURCES;
    } else if (message.startsWith("IO Error") || message.startsWith("HTTP Error")) {
      return Kind.STORAGE;
    } else if (message.startsWith("Permission Error")) {
      return Kind.NOT_ALLOWED;
    } else if (message.startsWith("TransactionContext Error")) {
      return Kind.CONFLICT;
    }
    return Kind.OTHER;
  }

  @Override
  public void mount(Dataset dataset, JdbcProfile.Session session) {
    files.mount(dataset, session);
  }

  /** The driver is not compiled against: it is on the class path of the running program only. */
  @Override
  public Supplier<@Nullable Reading> watch(Object driverStatement) {
    return () -> progress(driverStatement);
  }

  private static @Nullable Reading progress(Object driverStatement) {
    try {
      Object progress =
          driverStatement.getClass().getMethod("getQueryProgress").invoke(driverStatement);
      Object percent = progress.getClass().getMethod("getPercentage").invoke(progress);
      return percent instanceof Number number && number.doubleValue() >= 0
          ? new Reading(number.doubleValue() / 100, -1, -1, null)
          : null;
    } catch (NoSuchMethodException | IllegalAccessException | InvocationTargetException e) {
      return null;
    }
  }

  /** DuckDB replaces a table by a table or a view by a view itself, but not one by the other. */
  @Override
  public List<String> replace(JdbcProfile.Replacement wanted, JdbcProfile.Session session) {
    String schema = wanted.schema().isEmpty() ? "main" : wanted.schema();
    String target = Sql.name(schema) + "." + Sql.name(wanted.name());
    List<List<String>> present =
        session.texts(
            "SELECT table_type FROM information_schema.tables WHERE table_catalog = current_database()"
                + " AND table_schema = %s AND table_name = %s"
                    .formatted(Sql.text(schema), Sql.text(wanted.name())));
    List<String> statements = new ArrayList<>();
    statements.add("CREATE SCHEMA IF NOT EXISTS " + Sql.name(schema));
    String kind = wanted.view() ? "VIEW" : "TABLE";
    for (List<String> row : present) {
      String other = row.get(0).equals("VIEW") ? "VIEW" : "TABLE";
      if (!other.equals(kind)) {
        statements.add("DROP " + other + " " + target);
      }
    }
    statements.add("CREATE OR REPLACE " + kind + " " + target + " AS " + wanted.query());
    return statements;
  }
}
