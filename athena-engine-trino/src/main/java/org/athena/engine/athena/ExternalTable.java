package org.athena.engine.athena;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.athena.model.Column;
import org.athena.model.Dataset;
import org.athena.model.Layout;
import org.athena.model.Type;
import org.athena.spi.S3Folder;
import org.athena.spi.SqlStatement;

/**
 * A table of Hive over files that are there, with the columns, format and partitions of a data set;
 * the statements are for {@code Engine.run}.
 *
 * <p>A timestamp of such a table has milliseconds; take {@link IcebergTable} where that is too few.
 */
public final class ExternalTable {

  /** The most partitions that one statement or request takes. */
  static final int MOST_PARTITIONS = 100;

  private final Dataset dataset;
  private final String location;
  private final List<Projection> projections;

  private ExternalTable(Dataset dataset, String location, List<Projection> projections) {
    this.dataset = dataset;
    this.location = location;
    this.projections = List.copyOf(projections);
  }

  /**
   * A table of the data set's qualified name.
   *
   * @param location the folder of its files, an S3 URL
   * @throws IllegalArgumentException when the folder is none, or a CSV file has a column that is no
   *     text: Hive reads nothing else of it
   */
  public static ExternalTable of(Dataset dataset, String location) {
    boolean csv = dataset.layout().format() == Layout.Format.CSV;
    for (Column<?> column : dataset.columns()) {
      boolean partition = dataset.layout().partitions().contains(column);
      if (csv && !partition && column.type().kind() != Type.Kind.STRING) {
        throw new IllegalArgumentException(
            "Cannot make a table of CSV files with column %s: all of them are text. Declare text, and cast it in a question."
                .formatted(column));
      }
    }
    return new ExternalTable(dataset, S3Folder.checked(location, "a table's folder"), List.of());
  }

  /**
   * The same with rules instead of registered partitions, one for each partition column.
   *
   * @throws IllegalArgumentException when the columns are others
   */
  public ExternalTable projecting(Projection... rules) {
    List<Column<?>> ruled = new ArrayList<>();
    List.of(rules).forEach(rule -> ruled.add(rule.column()));
    if (!ruled.equals(partitions())) {
      throw new IllegalArgumentException(
          "Cannot project the partitions of %s: it has %s, the rules are for %s. Give one rule for each, in this order."
              .formatted(dataset.qualifiedName(), partitions(), ruled));
    }
    return new ExternalTable(dataset, location, List.of(rules));
  }

  TableName table() {
    return TableName.of(dataset.qualifiedName());
  }

  String location() {
    return location;
  }

  HiveFormat format() {
    return HiveFormat.of(dataset.layout().format());
  }

  List<Column<?>> partitions() {
    return dataset.layout().partitions();
  }

  /** The columns that the files have. */
  List<Column<?>> columns() {
    return dataset.columns().stream()
        .filter(column -> !partitions().contains(column))
        .<Column<?>>map(column -> column)
        .toList();
  }

  Map<String, String> properties() {
    Map<String, String> properties = new LinkedHashMap<>(format().properties());
    properties.putAll(Projection.properties(projections));
    return properties;
  }

  /** The statement that makes the table if it is not there. */
  public SqlStatement create() {
    String partitioned =
        partitions().isEmpty() ? "" : " PARTITIONED BY (" + declared(partitions()) + ")";
    return SqlStatement.of(
        "CREATE EXTERNAL TABLE IF NOT EXISTS %s (%s)%s %s LOCATION %s%s"
            .formatted(
                table().inDefinition(),
                declared(columns()),
                partitioned,
                format().clause(),
                Names.textInDefinition(location),
                propertiesClause(properties())));
  }

  static String declared(List<Column<?>> columns) {
    return columns.stream()
        .map(column -> Names.inDefinition(column.name()) + " " + HiveType.of(column.type()))
        .collect(Collectors.joining(", "));
  }

  static String propertiesClause(Map<String, String> properties) {
    return properties.isEmpty()
        ? ""
        : properties.entrySet().stream()
            .map(property ->
                Names.textInDefinition(property.getKey())
                    + " = "
                    + Names.textInDefinition(property.getValue()))
            .collect(Collectors.joining(", ", " TBLPROPERTIES (", ")"));
  }

  /** The statements that register partitions which are not yet registered. */
  public List<SqlStatement> addPartitions(List<Partition> partitions) {
    List<SqlStatement> statements = new ArrayList<>();
    for (List<Partition> some : chunks(partitions, MOST_PARTITIONS)) {
      statements.add(
          SqlStatement.of(
              some.stream()
                  .map(this::clause)
                  .collect(
                      Collectors.joining(
                          " ",
                          "ALTER TABLE " + table().inDefinition() + " ADD IF NOT EXISTS ",
                          ""))));
    }
    return statements;
  }

  private String clause(Partition partition) {
    List<String> values = valuesOf(partition);
    List<String> parts = new ArrayList<>();
    for (int i = 0; i < values.size(); i++) {
      Column<?> column = partitions().get(i);
      String value = Names.textInDefinition(values.get(i));
      boolean whole = column.type().kind() == Type.Kind.INTEGER;
      parts.add(Names.inDefinition(column.name()) + " = " + (whole ? values.get(i) : value));
    }
    return "PARTITION ("
        + String.join(", ", parts)
        + ")"
        + (partition.location() == null
            ? ""
            : " LOCATION " + Names.textInDefinition(partition.location()));
  }

  /** The values of a partition as the catalog writes them. */
  List<String> valuesOf(Partition partition) {
    if (partition.values().size() != partitions().size()) {
      throw new IllegalArgumentException(
          "Cannot add a partition to %s: it has %d values for %s."
              .formatted(dataset.qualifiedName(), partition.values().size(), partitions()));
    }
    List<String> values = new ArrayList<>();
    for (int i = 0; i < partitions().size(); i++) {
      values.add(value(partitions().get(i), partition.values().get(i)));
    }
    return values;
  }

  private static String value(Column<?> column, Object value) {
    boolean fits = value instanceof String || value instanceof Long || value instanceof LocalDate;
    if (!fits || !column.type().javaType().isInstance(value)) {
      throw new IllegalArgumentException(
          "Cannot add a partition: a %s is given for column %s. Give text, a whole number or a day, as the column is declared."
              .formatted(value.getClass().getSimpleName(), column));
    }
    return value.toString();
  }

  static <T> List<List<T>> chunks(List<T> all, int most) {
    List<List<T>> chunks = new ArrayList<>();
    for (int from = 0; from < all.size(); from += most) {
      chunks.add(all.subList(from, Math.min(from + most, all.size())));
    }
    return chunks;
  }

  /**
   * The statement that looks for partitions in the table's folder; it takes the longer the more
   * there are.
   */
  public SqlStatement repair() {
    return SqlStatement.of("MSCK REPAIR TABLE " + table().inDefinition());
  }

  /** The statement that drops the table; its files stay. */
  public SqlStatement drop() {
    return SqlStatement.of("DROP TABLE IF EXISTS " + table().inDefinition());
  }
}
