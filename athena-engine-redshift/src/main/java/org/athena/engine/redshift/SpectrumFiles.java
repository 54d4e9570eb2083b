package org.athena.engine.redshift;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.athena.error.BadDataException;
import org.athena.error.UnsupportedByEngineException;
import org.athena.jdbc.JdbcProfile.Session;
import org.athena.model.Column;
import org.athena.model.Dataset;
import org.athena.model.Lake;
import org.athena.model.Layout;

/**
 * Data sets of Parquet files as external tables below views of their names: made once, and given
 * the partitions that are new whenever a question reads them.
 *
 * @param lake the lake as this machine sees it, where partitions are found
 * @param root its root as the cluster sees it, a folder in S3
 * @param schema the external schema
 * @param database the database of the data catalog behind it
 * @param role the role that may read both
 */
record SpectrumFiles(Lake lake, String root, String schema, String database, String role) {

  void mount(Dataset dataset, Session session) {
    if (dataset.layout().format() != Layout.Format.PARQUET) {
      throw new UnsupportedByEngineException(
          "Cannot show the %s files of %s on redshift: Spectrum reads texts without telling which fields cannot be read. Convert them to Parquet."
              .formatted(dataset.layout().format().extension(), dataset.name()));
    }
    String table = ExternalTable.nameOf(dataset);
    if (isMissing(session, "svv_external_tables", "schemaname", schema, "tablename", table)) {
      session.execute(Spectrum.schema(schema, database, role));
      session.execute(Spectrum.table(schema, table, dataset, folderOf(dataset)));
    }
    addPartitions(dataset, table, session);
    String[] name = dataset.qualifiedName().split("\\.");
    String own = name.length == 1 ? "public" : name[0];
    String view = name[name.length - 1];
    if (isMissing(session, "information_schema.tables", "table_schema", own, "table_name", view)) {
      session.execute("CREATE SCHEMA IF NOT EXISTS " + Sql.name(own));
      session.execute(Spectrum.view(dataset, schema, table));
    }
  }

  private static boolean isMissing(
      Session session, String from, String first, String one, String second, String two) {
    return session
        .texts(
            "SELECT 1 FROM %s WHERE %s = %s AND %s = %s"
                .formatted(from, first, Sql.text(one), second, Sql.text(two)))
        .isEmpty();
  }

  /** The part of a data set's pattern that has no wildcard. */
  private static String fixedPart(Dataset dataset) {
    return dataset
        .filePattern()
        .orElseThrow()
        .replaceFirst("/[^/]*[*?\\[].*$", "")
        .replaceFirst("/[^/]*\\.[^/]*$", "");
  }

  private String folderOf(Dataset dataset) {
    return root + "/" + fixedPart(dataset);
  }

  private void addPartitions(Dataset dataset, String table, Session session) {
    List<Column<?>> columns = dataset.layout().partitions();
    if (columns.isEmpty()) {
      return;
    }
    Set<String> known = new HashSet<>();
    session
        .texts(
            "SELECT location FROM svv_external_partitions WHERE schemaname = %s AND tablename = %s"
                .formatted(Sql.text(schema), Sql.text(table)))
        .forEach(row -> known.add(row.get(0).replaceFirst("/$", "")));
    String folder = folderOf(dataset);
    Path seen = Path.of(lake.resolve(fixedPart(dataset)));
    if (!Files.isDirectory(seen)) {
      throw new BadDataException(
          "Cannot find the partitions of %s: there is no folder %s. Give the lake's root as this machine sees it."
              .formatted(dataset.name(), seen));
    }
    List<Map<String, String>> found = found(seen, columns.size());
    requireColumns(dataset, found, seen);
    List<Map<String, String>> added =
        found.stream().filter(values -> !known.contains(folder + path(values))).toList();
    Spectrum.partitions(schema, table, folder, added).forEach(session::execute);
  }

  /** Without this a table whose folders are called otherwise would be an empty one. */
  private static void requireColumns(
      Dataset dataset, List<Map<String, String>> found, Path folder) {
    List<String> names = dataset.layout().partitions().stream().map(Column::name).toList();
    boolean others = found.stream().anyMatch(values -> !List.copyOf(values.keySet()).equals(names));
    if (others || (found.isEmpty() && hasFiles(folder))) {
      throw new BadDataException(
          "Cannot find the partitions of %s: not all files in %s lie in folders of %s, such as %s=value. Declare the columns that the folders name, outermost first."
              .formatted(dataset.name(), folder, names, names.get(0)));
    }
  }

  private static boolean hasFiles(Path folder) {
    try (Stream<Path> files =
        Files.find(folder, Integer.MAX_VALUE, (path, at) -> at.isRegularFile())) {
      return files.findAny().isPresent();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String path(Map<String, String> values) {
    StringBuilder path = new StringBuilder();
    values.forEach((name, value) -> path.append('/').append(name).append('=').append(value));
    return path.toString();
  }

  /** The values of the folders {@code name=value/...} of a depth, in the order of their names. */
  private static List<Map<String, String>> found(Path folder, int depth) {
    List<Map<String, String>> all = new ArrayList<>();
    try (Stream<Path> paths = Files.find(folder, depth, (path, at) -> at.isDirectory())) {
      for (Path path : paths.sorted().toList()) {
        Path below = folder.relativize(path);
        Map<String, String> values = new LinkedHashMap<>();
        for (Path step : below) {
          String[] pair = step.toString().split("=", 2);
          if (pair.length == 2) {
            values.put(pair[0], pair[1]);
          }
        }
        if (values.size() == depth) {
          all.add(values);
        }
      }
      return all;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
