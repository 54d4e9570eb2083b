package org.athena.engine.trino;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.athena.error.InvalidQuestionException;
import org.athena.jdbc.JdbcProfile.Session;
import org.athena.model.Column;
import org.athena.model.Dataset;
import org.athena.model.Lake;
import org.athena.spi.CsvHeader;
import org.jspecify.annotations.Nullable;

/**
 * Shows files as views over external Hive tables, and makes a view anew when its files have
 * changed.
 *
 * <p>Text files become tables of lines: every line is a row, whatever is in it, and the view takes
 * it apart. The tables are named after what they are, so those that are there can be used again.
 */
final class TrinoFiles {

  private final TrinoConfig config;
  private final @Nullable LakeFiles lake;
  private final Map<TrinoTable, Mounted> mounted = new HashMap<>();

  /** What a view was made from. */
  private record Mounted(Dataset dataset, List<LakeFile> files) {}

  TrinoFiles(TrinoConfig config, Lake lake) {
    this.config = config;
    this.lake = config.lake() == null ? null : LakeFiles.of(lake, config.lake());
  }

  synchronized void mount(Dataset dataset, Session session) {
    if (lake == null) {
      throw new InvalidQuestionException(
          "Cannot show the files of %s on trino: it is not known under which URL the server sees the lake. Open it with the option lake, for instance lake=s3://bucket/folder."
              .formatted(dataset.name()));
    }
    List<LakeFile> files = lake.of(dataset);
    Mounted now = new Mounted(dataset, files);
    TrinoTable view = TrinoTable.of(config, dataset.qualifiedName());
    if (now.equals(mounted.get(view))) {
      return;
    }
    Set<String> tables = new HashSet<>();
    ExternalTables external = new ExternalTables(config, lake, view, session, tables);
    String select =
        switch (dataset.layout().format()) {
          case CSV -> csv(dataset, files, lake, external);
          case JSON_LINES -> new JsonLines(dataset).select(external.lines(dataset, files, 0));
          case PARQUET -> new ParquetFiles(dataset).select(external, files);
        };
    session.execute("CREATE SCHEMA IF NOT EXISTS " + view.schemaSql());
    session.execute("CREATE OR REPLACE VIEW " + view.sql() + " AS " + select);
    external.dropOthers();
    mounted.put(view, now);
  }

  private static String csv(
      Dataset dataset, List<LakeFile> files, LakeFiles lake, ExternalTables external) {
    Map<CsvHeader, List<LakeFile>> byHeader = new LinkedHashMap<>();
    for (LakeFile file : files) {
      byHeader.computeIfAbsent(lake.header(file), header -> new ArrayList<>()).add(file);
    }
    requireColumns(dataset, byHeader.keySet());
    List<String> parts = new ArrayList<>();
    byHeader.forEach((header, group) ->
        parts.add(new CsvLines(dataset, header).select(external.lines(dataset, group, 1))));
    return String.join("\nUNION ALL\n", parts);
  }

  private static void requireColumns(Dataset dataset, Set<CsvHeader> headers) {
    Set<String> present = new LinkedHashSet<>();
    headers.forEach(header -> present.addAll(header.names()));
    for (Column<?> column : dataset.columns()) {
      if (!present.contains(column.name()) && !dataset.layout().partitions().contains(column)) {
        throw new ViewColumns(dataset).missing(column, List.copyOf(present));
      }
    }
  }
}
