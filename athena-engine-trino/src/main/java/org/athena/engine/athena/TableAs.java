package org.athena.engine.athena;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.athena.model.Column;
import org.athena.model.Dataset;
import org.athena.model.Layout;
import org.athena.spi.S3Folder;
import org.athena.spi.SqlStatement;

/**
 * The rows of a query, written as files: as a table, or unloaded. Where there are partitions they
 * are written at most a hundred at once, which is all that the engine takes; the statements are for
 * {@code Engine.run}, one after the other.
 */
public final class TableAs {

  private final Dataset dataset;
  private final SqlStatement query;
  private final String location;

  private TableAs(Dataset dataset, SqlStatement query, String location) {
    this.dataset = dataset;
    this.query = query;
    this.location = location;
  }

  /**
   * The rows of a query.
   *
   * @param dataset name, columns and partition column of what is written; the query's columns have
   *     these names
   * @param query the query
   * @param location the folder of the files, an S3 URL; nothing must lie there
   * @throws IllegalArgumentException when the folder is none, or the data set has more than one
   *     partition column, or files that are not Parquet
   */
  public static TableAs of(Dataset dataset, SqlStatement query, String location) {
    if (dataset.layout().partitions().size() > 1) {
      throw new IllegalArgumentException(
          "Cannot write %s by %s: partitions are counted for one column. Partition by one."
              .formatted(dataset.qualifiedName(), dataset.layout().partitions()));
    }
    if (dataset.layout().format() != Layout.Format.PARQUET) {
      throw new IllegalArgumentException(
          "Cannot write %s as %s: only Parquet files are written. Leave the layout out."
              .formatted(dataset.qualifiedName(), dataset.layout().format()));
    }
    return new TableAs(dataset, query, S3Folder.checked(location, "a table's folder"));
  }

  /** A statement that makes a table of Iceberg from a query in its own text. */
  static String iceberg(String database, String table, String location, String query) {
    return "CREATE TABLE %s WITH (table_type = 'ICEBERG', is_external = false, format = 'PARQUET', location = %s) AS %s"
        .formatted(
            Names.inQuery(database, table),
            Literals.text(S3Folder.checked(location, "a table's folder")),
            query);
  }

  /**
   * The statements that make a table of Iceberg and fill it.
   *
   * @param partitions the values of the partition column that there are; empty without one
   */
  public List<SqlStatement> iceberg(List<?> partitions) {
    return table(
        "table_type = 'ICEBERG', is_external = false, format = 'PARQUET', location = "
            + Literals.text(location),
        "partitioning",
        partitions);
  }

  /**
   * The statements that make a table of Hive and fill it.
   *
   * @param partitions the values of the partition column that there are; empty without one
   * @throws IllegalArgumentException when a column is a timestamp: such a table has no microseconds
   */
  public List<SqlStatement> hive(List<?> partitions) {
    requireNoTime();
    return table(
        "format = 'PARQUET', write_compression = 'SNAPPY', external_location = "
            + Literals.text(location),
        "partitioned_by",
        partitions);
  }

  private List<SqlStatement> table(String properties, String property, List<?> partitions) {
    String table = TableName.of(dataset.qualifiedName()).inQuery();
    List<SqlStatement> statements = new ArrayList<>();
    for (String select : selects(partitions)) {
      statements.add(
          with(
              statements.isEmpty()
                  ? "CREATE TABLE %s WITH (%s%s) AS %s"
                      .formatted(table, properties, partitioned(property), select)
                  : "INSERT INTO " + table + " " + select));
    }
    return statements;
  }

  /**
   * The statements that unload the rows as Parquet files, those of each hundred partitions into a
   * folder of its own.
   *
   * @param partitions the values of the partition column that there are; empty without one
   * @throws IllegalArgumentException when a column is a timestamp: the files have no microseconds
   */
  public List<SqlStatement> unload(List<?> partitions) {
    requireNoTime();
    List<String> selects = selects(partitions);
    return IntStream.range(0, selects.size())
        .mapToObj(i -> {
          String folder = selects.size() == 1 ? location : "%spart-%04d/".formatted(location, i);
          return with(
              "UNLOAD (%s) TO %s WITH (format = 'PARQUET', compression = 'SNAPPY'%s)"
                  .formatted(selects.get(i), Literals.text(folder), partitioned("partitioned_by")));
        })
        .toList();
  }

  private SqlStatement with(String text) {
    return new SqlStatement(text, query.binds());
  }

  private void requireNoTime() {
    dataset.columns().stream()
        .filter(column -> HiveType.isTime(column.type()))
        .findFirst()
        .ifPresent(column -> {
          throw new IllegalArgumentException(
              "Cannot write column %s: files of Hive would lose its microseconds. Write a table of Iceberg, or cast it to text."
                  .formatted(column));
        });
  }

  private String partitioned(String property) {
    List<Column<?>> columns = dataset.layout().partitions();
    return columns.isEmpty()
        ? ""
        : ", %s = ARRAY[%s]".formatted(property, Literals.text(columns.get(0).name()));
  }

  /** The partition column comes last, as the engine wants it. */
  private List<String> selects(List<?> values) {
    List<Column<?>> partitions = dataset.layout().partitions();
    if (partitions.isEmpty() != values.isEmpty()) {
      throw new IllegalArgumentException(
          "Cannot write %s: %d partitions are given, its partition columns are %s."
              .formatted(dataset.qualifiedName(), values.size(), partitions));
    }
    List<Column<?>> columns = new ArrayList<>(dataset.columns());
    columns.removeAll(partitions);
    columns.addAll(partitions);
    String all =
        columns.stream()
            .map(column -> Names.inQuery(column.name()))
            .collect(Collectors.joining(", ", "SELECT ", " FROM (" + query.text() + "\n) AS q"));
    if (partitions.isEmpty()) {
      return List.of(all);
    }
    String column = Names.inQuery(partitions.get(0).name());
    return ExternalTable.chunks(values, ExternalTable.MOST_PARTITIONS).stream()
        .map(some ->
            some.stream()
                .map(Literals::of)
                .collect(Collectors.joining(", ", all + " WHERE " + column + " IN (", ")")))
        .toList();
  }
}
