package org.athena.engine.duckdb;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.athena.jdbc.JdbcProfile.Session;
import org.athena.model.Column;
import org.athena.model.Dataset;

/** Parquet files as the select of a view; columns that only some files have are null elsewhere. */
final class ParquetFiles {

  private final Dataset dataset;
  private final String table;
  private final Session session;

  ParquetFiles(Dataset dataset, String pattern, Session session) {
    this.dataset = dataset;
    this.session = session;
    boolean hive = !dataset.layout().partitions().isEmpty();
    this.table =
        "read_parquet(%s, union_by_name = true, hive_partitioning = %s)"
            .formatted(Sql.text(pattern), hive);
  }

  String select() {
    Map<String, String> types = new HashMap<>();
    List<List<String>> described = session.texts("DESCRIBE SELECT * FROM " + table);
    described.forEach(row -> types.put(row.get(0).toLowerCase(Locale.ROOT), row.get(1)));
    ViewColumns view = new ViewColumns(dataset);
    List<String> names = described.stream().map(row -> row.get(0)).toList();
    for (Column<?> column : dataset.columns()) {
      String type = types.get(column.name().toLowerCase(Locale.ROOT));
      if (type == null) {
        throw view.missing(column, names);
      }
      view.add(column, Sql.name(column.name()), type);
    }
    return view.select() + " FROM " + table;
  }
}
