package org.athena.engine.trino;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.athena.model.Column;
import org.athena.model.Dataset;

/**
 * Parquet files as the select of a view: files of the same columns together, a column that only
 * some files have is null elsewhere.
 */
final class ParquetFiles {

  private final Dataset dataset;

  ParquetFiles(Dataset dataset) {
    this.dataset = dataset;
  }

  String select(ExternalTables external, List<LakeFile> files) {
    Map<Map<String, ParquetType>, List<LakeFile>> groups = new LinkedHashMap<>();
    Set<String> present = new LinkedHashSet<>();
    for (LakeFile file : files) {
      Map<String, ParquetType> all = ParquetFooter.columns(external.lake(), file);
      present.addAll(all.keySet());
      groups.computeIfAbsent(declared(all), columns -> new ArrayList<>()).add(file);
    }
    for (Column<?> column : dataset.columns()) {
      if (!present.contains(lower(column)) && !isPartition(column)) {
        throw new ViewColumns(dataset).missing(column, List.copyOf(present));
      }
    }
    List<String> parts = new ArrayList<>();
    groups.forEach((columns, group) -> parts.add(select(columns, group, external)));
    return String.join("\nUNION ALL\n", parts);
  }

  /** Only columns that the data set declares: a difference in others does not matter. */
  private Map<String, ParquetType> declared(Map<String, ParquetType> all) {
    Map<String, ParquetType> columns = new LinkedHashMap<>();
    for (Column<?> column : dataset.columns()) {
      ParquetType type = all.get(lower(column));
      if (type != null && !isPartition(column)) {
        columns.put(lower(column), type);
      }
    }
    return columns;
  }

  private String select(
      Map<String, ParquetType> columns, List<LakeFile> group, ExternalTables external) {
    ViewColumns view = new ViewColumns(dataset);
    for (Column<?> column : dataset.columns()) {
      if (isPartition(column)) {
        view.addText(column, Sql.name(column.name()));
      } else if (columns.containsKey(lower(column))) {
        ParquetType type = Objects.requireNonNull(columns.get(lower(column)));
        view.addTyped(column, Sql.name(column.name()), type);
      } else {
        view.addText(column, "CAST(NULL AS varchar)");
      }
    }
    List<String> declared = new ArrayList<>();
    columns.forEach((name, type) -> declared.add(Sql.name(name) + " " + type.sql()));
    return "%s FROM (SELECT %s FROM %s)"
        .formatted(
            view.select(),
            view.texts(),
            external.over(dataset, group, declared, "format = 'PARQUET'"));
  }

  private boolean isPartition(Column<?> column) {
    return dataset.layout().partitions().contains(column);
  }

  private static String lower(Column<?> column) {
    return column.name().toLowerCase(Locale.ROOT);
  }
}
