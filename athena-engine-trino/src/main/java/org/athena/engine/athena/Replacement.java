package org.athena.engine.athena;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import software.amazon.awssdk.services.athena.AthenaClient;
import software.amazon.awssdk.services.athena.model.TableMetadata;

/**
 * Replaces tables and views in one step.
 *
 * <p>The rows of a table lie in an Iceberg table of their own, a version; the name that was asked
 * for is a view of it, which is replaced when the version is complete. The version before stays for
 * those who still read it; older ones go with their files, also those that a writer left who did
 * not come to the end. A table of Hive would take no microseconds, and leave its files behind.
 */
final class Replacement {

  private static final String VERSION = "__v";
  private static final int KEPT = 1;

  private final AthenaConfig config;
  private final AthenaClient client;

  Replacement(AthenaConfig config, AthenaClient client) {
    this.config = config;
    this.client = client;
  }

  /** The statements that replace a table or view, to be run one after the other. */
  List<String> statements(String schema, String name, boolean view, String query) {
    String database = (schema.isEmpty() ? config.database() : schema).toLowerCase(Locale.ROOT);
    String table = name.toLowerCase(Locale.ROOT);
    List<String> statements = new ArrayList<>();
    if (!schema.isEmpty()) {
      statements.add("CREATE DATABASE IF NOT EXISTS " + Names.inDefinition(database));
    }
    String rows = query;
    if (!view) {
      String version = table + VERSION + now();
      statements.add(
          TableAs.iceberg(
              database, version, "%s/%s/%s/".formatted(config.tables(), database, version), query));
      rows = "SELECT * FROM " + Names.inQuery(database, version);
    }
    statements.add("CREATE OR REPLACE VIEW " + Names.inQuery(database, table) + " AS " + rows);
    return statements;
  }

  /** The statements that take away what nobody reads any more, once the view is replaced. */
  List<String> sweep(String schema, String name) {
    String database = (schema.isEmpty() ? config.database() : schema).toLowerCase(Locale.ROOT);
    String start = name.toLowerCase(Locale.ROOT) + VERSION;
    return client
        .listTableMetadataPaginator(r ->
            r.catalogName(config.catalog()).databaseName(database).expression(start + "[0-9a-f]*"))
        .stream()
        .flatMap(page -> page.tableMetadataList().stream())
        .map(TableMetadata::name)
        .filter(table -> table.startsWith(start))
        .filter(table -> table.substring(start.length()).matches("[0-9a-f]{16}"))
        .sorted(Comparator.reverseOrder())
        .skip(KEPT + 1L)
        .map(table -> "DROP TABLE IF EXISTS " + Names.inDefinition(database, table))
        .toList();
  }

  /** Later versions have later names. */
  private static String now() {
    return "%012x%s"
        .formatted(System.currentTimeMillis(), UUID.randomUUID().toString().substring(0, 4))
        .toLowerCase(Locale.ROOT);
  }
}
