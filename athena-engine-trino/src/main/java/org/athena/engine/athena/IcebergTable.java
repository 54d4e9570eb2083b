package org.athena.engine.athena;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.athena.model.Column;
import org.athena.model.Dataset;
import org.athena.spi.S3Folder;
import org.athena.spi.SqlStatement;

/**
 * A table of Iceberg, with the columns of a data set: it keeps microseconds, and takes rows that
 * are changed or deleted; the statements are for {@code Engine.run}.
 */
public final class IcebergTable {

  private final Dataset dataset;
  private final String location;
  private final List<String> partitioning;

  private IcebergTable(Dataset dataset, String location, List<String> partitioning) {
    this.dataset = dataset;
    this.location = location;
    this.partitioning = List.copyOf(partitioning);
  }

  /**
   * A table of the data set's qualified name, partitioned by the columns of its layout.
   *
   * @param location the folder of its files, an S3 URL
   */
  public static IcebergTable of(Dataset dataset, String location) {
    List<String> columns = new ArrayList<>();
    dataset.layout().partitions().forEach(c -> columns.add(Names.inDefinition(c.name())));
    return new IcebergTable(dataset, S3Folder.checked(location, "a table's folder"), columns);
  }

  /** A unit of time by which rows are partitioned. */
  public enum Unit {
    /** Years. */
    YEAR,
    /** Months. */
    MONTH,
    /** Days. */
    DAY,
    /** Hours. */
    HOUR
  }

  /** The same, partitioned also by a unit of a column's time; no column of its own is needed. */
  public IcebergTable by(Unit unit, Column<?> column) {
    String name = unit.name().toLowerCase(java.util.Locale.ROOT);
    return with(name + "(" + Names.inDefinition(required(column)) + ")");
  }

  /** The same, partitioned also by the hash of a column, so many hashes in all. */
  public IcebergTable bucketed(int buckets, Column<?> column) {
    return with("bucket(%d, %s)".formatted(buckets, Names.inDefinition(required(column))));
  }

  private String required(Column<?> column) {
    dataset.require(column, "partition by");
    return column.name();
  }

  private IcebergTable with(String transform) {
    List<String> all = new ArrayList<>(partitioning);
    all.add(transform);
    return new IcebergTable(dataset, location, all);
  }

  private TableName table() {
    return TableName.of(dataset.qualifiedName());
  }

  /** The statement that makes the table if it is not there, without rows. */
  public SqlStatement create() {
    Map<String, String> properties = new LinkedHashMap<>();
    properties.put("table_type", "ICEBERG");
    properties.put("format", "parquet");
    String partitioned =
        partitioning.isEmpty() ? "" : " PARTITIONED BY (" + String.join(", ", partitioning) + ")";
    return SqlStatement.of(
        "CREATE TABLE IF NOT EXISTS %s (%s)%s LOCATION %s%s"
            .formatted(
                table().inDefinition(),
                ExternalTable.declared(dataset.columns()),
                partitioned,
                Names.textInDefinition(location),
                ExternalTable.propertiesClause(properties)));
  }

  /** The statement that writes many small files anew as few. */
  public SqlStatement optimize() {
    return SqlStatement.of("OPTIMIZE " + table().bare() + " REWRITE DATA USING BIN_PACK");
  }

  /** The statement that takes old snapshots away, and files that none has. */
  public SqlStatement vacuum() {
    return SqlStatement.of("VACUUM " + table().bare());
  }

  /** The statement that drops the table with its files. */
  public SqlStatement drop() {
    return SqlStatement.of("DROP TABLE IF EXISTS " + table().inDefinition());
  }
}
