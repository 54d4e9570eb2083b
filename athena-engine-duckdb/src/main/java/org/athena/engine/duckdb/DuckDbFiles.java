package org.athena.engine.duckdb;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.athena.error.BadDataException;
import org.athena.error.InvalidQuestionException;
import org.athena.jdbc.JdbcProfile.Session;
import org.athena.model.Dataset;
import org.athena.model.Lake;

/** Shows files as views, and makes a view anew when its files have changed. */
final class DuckDbFiles {

  private final Lake lake;
  private final Map<String, Mounted> mounted = new HashMap<>();

  /** What a view was made from. */
  private record Mounted(Dataset dataset, List<String> files) {}

  DuckDbFiles(Lake lake) {
    this.lake = lake;
  }

  synchronized void mount(Dataset dataset, Session session) {
    String pattern = lake.resolve(dataset.filePattern().orElseThrow());
    requireReachable(dataset, pattern);
    List<String> files =
        session.texts("SELECT file FROM glob(" + Sql.text(pattern) + ") ORDER BY 1").stream()
            .map(row -> row.get(0))
            .toList();
    if (files.isEmpty()) {
      throw new BadDataException(
          "Cannot read data set %s: no file matches %s. Check the location, the zone's folder and the layout's format."
              .formatted(dataset.name(), pattern));
    }
    Mounted now = new Mounted(dataset, files.stream().map(DuckDbFiles::stamped).toList());
    String name = dataset.qualifiedName();
    if (now.equals(mounted.get(name))) {
      return;
    }
    String view =
        switch (dataset.layout().format()) {
          case PARQUET -> new ParquetFiles(dataset, pattern, session).select();
          case CSV, JSON_LINES -> new TextFiles(dataset, files, session).select();
        };
    if (name.contains(".")) {
      session.execute(
          "CREATE SCHEMA IF NOT EXISTS " + Sql.name(name.substring(0, name.indexOf('.'))));
    }
    session.execute("CREATE OR REPLACE VIEW " + Sql.qualified(name) + " AS " + view);
    mounted.put(name, now);
  }

  /** A file by name, size and time, so that a file written anew is noticed. */
  private static String stamped(String file) {
    try {
      Path path = Path.of(file);
      return file + "|" + Files.size(path) + "|" + Files.getLastModifiedTime(path).toMillis();
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot look at file " + file, e);
    }
  }

  private void requireReachable(Dataset dataset, String pattern) {
    Path path = Path.of(pattern).normalize();
    List<Path> folders = new ArrayList<>(lake.folders());
    if (folders.stream().noneMatch(path::startsWith)) {
      throw new InvalidQuestionException(
          "Cannot read data set %s: %s is outside of the lake's folders %s. Open the lake with reading(folder)."
              .formatted(dataset.name(), pattern, folders));
    }
  }
}
