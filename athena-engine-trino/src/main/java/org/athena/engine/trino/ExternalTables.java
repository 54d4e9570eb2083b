package org.athena.engine.trino;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.athena.jdbc.JdbcProfile.Session;
import org.athena.model.Column;
import org.athena.model.Dataset;

/**
 * External Hive tables under the view of a data set: one for each folder, or one over all folders
 * of partitions. Partition columns are text there.
 */
final class ExternalTables {

  /** No text has this: lines are never taken apart by the engine, and none is a null. */
  private static final String LINES =
      "format = 'TEXTFILE', textfile_field_separator = U&'\\0001', null_format = U&'\\0001\\0002'";

  private final TrinoConfig config;
  private final LakeFiles lake;
  private final TrinoTable view;
  private final Session session;
  private final Set<String> used;

  ExternalTables(
      TrinoConfig config, LakeFiles lake, TrinoTable view, Session session, Set<String> used) {
    this.config = config;
    this.lake = lake;
    this.view = view;
    this.session = session;
    this.used = used;
  }

  LakeFiles lake() {
    return lake;
  }

  /** A from clause over the lines of text files; see {@link #over}. */
  String lines(Dataset dataset, List<LakeFile> files, int skipped) {
    String skip = skipped == 0 ? "" : ", skip_header_line_count = " + skipped;
    return over(dataset, files, List.of("line varchar"), LINES + skip);
  }

  /**
   * A from clause over files: their columns, then the partition columns as text.
   *
   * @param columns the columns of the files, as they are declared in a table
   * @param properties the table's properties besides location and partitions
   */
  String over(Dataset dataset, List<LakeFile> files, List<String> columns, String properties) {
    List<Column<?>> partitions = dataset.layout().partitions();
    Map<Path, List<LakeFile>> folders =
        files.stream()
            .collect(
                Collectors.groupingBy(
                    file -> base(file.folder(), partitions.size()),
                    LinkedHashMap::new,
                    Collectors.toList()));
    List<String> selects = new ArrayList<>();
    folders.forEach((folder, inside) ->
        selects.add(
            "SELECT * FROM "
                + table(folder, partitions, columns, properties).sql()
                + only(folder, inside, !partitions.isEmpty())));
    return "(" + String.join("\nUNION ALL\n", selects) + ")";
  }

  private static Path base(Path folder, int levels) {
    Path base = folder;
    for (int i = 0; i < levels && base.getParent() != null; i++) {
      base = base.getParent();
    }
    return base;
  }

  private TrinoTable table(
      Path folder, List<Column<?>> partitions, List<String> columns, String properties) {
    List<String> all = new ArrayList<>(columns);
    partitions.forEach(column -> all.add(Sql.name(column.name()) + " varchar"));
    String partitioned =
        partitions.stream()
            .map(column -> Sql.text(column.name().toLowerCase(java.util.Locale.ROOT)))
            .collect(Collectors.joining(", ", ", partitioned_by = ARRAY[", "]"));
    String definition =
        "(%s) WITH (external_location = %s, %s%s)"
            .formatted(
                String.join(", ", all),
                Sql.text(lake.url(folder)),
                properties,
                partitions.isEmpty() ? "" : partitioned);
    String name = prefix() + hash(definition);
    TrinoTable table = new TrinoTable(config.files(), view.schema(), name);
    used.add(name);
    session.execute("CREATE SCHEMA IF NOT EXISTS " + table.schemaSql());
    session.execute("CREATE TABLE IF NOT EXISTS " + table.sql() + " " + definition);
    if (!partitions.isEmpty()) {
      session.execute(
          "CALL %s.system.sync_partition_metadata(%s, %s, 'FULL', false)"
              .formatted(
                  Sql.name(config.files()), Sql.text(table.schema()), Sql.text(table.name())));
    }
    return table;
  }

  /** Other files of the same folder are not part of the data set. */
  private String only(Path folder, List<LakeFile> files, boolean below) {
    if (lake.isAll(folder, files, below)) {
      return "";
    }
    return files.stream()
        .map(file -> Sql.text(lake.url(file.path())))
        .collect(Collectors.joining(", ", " WHERE \"$path\" IN (", ")"));
  }

  private String prefix() {
    return view.name() + "__files_";
  }

  private static String hash(String definition) {
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256").digest(definition.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(digest, 0, 6);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Drops what an earlier view of the name was over; the files stay. */
  void dropOthers() {
    TrinoTable files = new TrinoTable(config.files(), view.schema(), view.name());
    for (List<String> row : session.texts(files.listStartingWith(prefix()))) {
      String name = row.get(0);
      if (!used.contains(name) && name.substring(prefix().length()).matches("[0-9a-f]{12}")) {
        session.execute("DROP TABLE IF EXISTS " + files.named(name).sql());
      }
    }
  }
}
