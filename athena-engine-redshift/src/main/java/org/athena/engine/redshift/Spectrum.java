package org.athena.engine.redshift;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.athena.model.Column;
import org.athena.model.Dataset;
import org.athena.model.Type;

/**
 * The statements that show files in S3 as tables and views.
 *
 * <p>Their shape is checked against the guide's synopses; their effect is not verified on a live
 * cluster. None of them can be part of a transaction.
 *
 * @source https://docs.aws.amazon.com/redshift/latest/dg/r_CREATE_EXTERNAL_SCHEMA.html,
 *     r_CREATE_EXTERNAL_TABLE.html, r_ALTER_TABLE.html and r_CREATE_VIEW.html there
 */
final class Spectrum {

  /** The most partitions that a statement may add. */
  static final int MOST_PARTITIONS = 100;

  /** The most bytes of a text. */
  private static final int MOST_BYTES = 65_535;

  private Spectrum() {}

  /**
   * A schema that stands for a database of the data catalog, which is made if it is not there.
   *
   * @param role the name of the role that may read catalog and files, or {@code default}
   */
  static String schema(String schema, String database, String role) {
    return "CREATE EXTERNAL SCHEMA IF NOT EXISTS %s FROM DATA CATALOG DATABASE %s %s CREATE EXTERNAL DATABASE IF NOT EXISTS"
        .formatted(Sql.name(schema), Sql.text(database), new IamRole(role).clause());
  }

  /** A table over the Parquet files below a folder; partition columns stand apart from the rest. */
  static String table(String schema, String table, Dataset dataset, String folder) {
    List<Column<?>> partitions = dataset.layout().partitions();
    List<Column<?>> own =
        dataset.columns().stream().filter(column -> !partitions.contains(column)).toList();
    String parted = partitions.isEmpty() ? "" : " PARTITIONED BY (" + declared(partitions) + ")";
    return "CREATE EXTERNAL TABLE %s.%s (%s)%s STORED AS PARQUET LOCATION %s"
        .formatted(
            Sql.name(schema), Sql.name(table), declared(own), parted, Sql.text(folder + "/"));
  }

  private static String declared(List<Column<?>> columns) {
    return columns.stream()
        .map(column -> Sql.name(column.name()) + " " + type(column.type()))
        .collect(Collectors.joining(", "));
  }

  private static String type(Type<?> type) {
    return switch (type.kind()) {
      case STRING -> "varchar(" + MOST_BYTES + ")";
      case INTEGER -> "bigint";
      case DECIMAL -> "decimal(" + type.precision() + ", " + type.scale() + ")";
      case BOOLEAN -> "boolean";
      case DATE -> "date";
      case INSTANT, LOCAL_TIMESTAMP -> "timestamp";
    };
  }

  /**
   * Partitions added to a table, in as few statements as may be.
   *
   * @param folders the folder of each partition below that of the table, by its columns' values
   */
  static List<String> partitions(
      String schema, String table, String folder, List<Map<String, String>> folders) {
    List<String> statements = new ArrayList<>();
    for (int from = 0; from < folders.size(); from += MOST_PARTITIONS) {
      int to = Math.min(from + MOST_PARTITIONS, folders.size());
      statements.add(
          "ALTER TABLE %s.%s ADD IF NOT EXISTS %s"
              .formatted(
                  Sql.name(schema),
                  Sql.name(table),
                  folders.subList(from, to).stream()
                      .map(values -> partition(values, folder))
                      .collect(Collectors.joining(" "))));
    }
    return statements;
  }

  private static String partition(Map<String, String> values, String folder) {
    String pairs =
        values.entrySet().stream()
            .map(entry -> Sql.name(entry.getKey()) + "=" + Sql.text(entry.getValue()))
            .collect(Collectors.joining(", "));
    String path =
        values.entrySet().stream()
            .map(entry -> "/" + entry.getKey() + "=" + entry.getValue())
            .collect(Collectors.joining());
    return "PARTITION (" + pairs + ") LOCATION " + Sql.text(folder + path + "/");
  }

  /** The table under the name of its data set; it outlives the table, being bound late. */
  static String view(Dataset dataset, String schema, String table) {
    String columns =
        dataset.columns().stream()
            .map(column -> Sql.name(column.name()))
            .collect(Collectors.joining(", "));
    return "CREATE VIEW %s AS SELECT %s, cast(null as varchar(%d)) AS %s FROM %s.%s WITH NO SCHEMA BINDING"
        .formatted(
            Sql.table(dataset.qualifiedName()),
            columns,
            MOST_BYTES,
            Sql.name(Dataset.PROBLEM),
            Sql.name(schema),
            Sql.name(table));
  }
}
