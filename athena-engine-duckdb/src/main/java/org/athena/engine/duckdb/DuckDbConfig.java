package org.athena.engine.duckdb;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import org.athena.model.Lake;
import org.athena.spi.EngineSettings;
import org.jspecify.annotations.Nullable;

/**
 * How DuckDB is to behave.
 *
 * @param file the database file; null for one in memory
 * @param memoryLimit the most memory for queries, as in {@code 2GB}; null for DuckDB's own limit
 * @param threads how many threads a query may use; null for one for each core
 * @param tempDirectory where queries spill that do not fit
 * @param connections how many statements run at once
 */
record DuckDbConfig(
    @Nullable String file,
    @Nullable String memoryLimit,
    @Nullable Integer threads,
    Path tempDirectory,
    int connections) {

  private static final Set<String> OPTIONS =
      Set.of("memory_limit", "threads", "temp_directory", "connections");
  private static final int DEFAULT_CONNECTIONS = 4;

  static DuckDbConfig of(EngineSettings settings) {
    List<String> wrong = new ArrayList<>();
    Map<String, String> options = settings.options();
    Set<String> unknown = new TreeSet<>(options.keySet());
    unknown.removeAll(OPTIONS);
    unknown.forEach(name -> wrong.add("option '" + name + "' is not known"));
    String memory = options.get("memory_limit");
    if (memory != null && !memory.matches("\\d+(\\.\\d+)? ?(KB|MB|GB|TB|KiB|MiB|GiB|TiB)")) {
      wrong.add("memory_limit '" + memory + "' is not a size such as 2GB");
    }
    Integer threads = count(options, "threads", wrong);
    Integer connections = count(options, "connections", wrong);
    if (!wrong.isEmpty()) {
      throw new IllegalArgumentException(
          "Cannot open duckdb: %s. The options are %s."
              .formatted(String.join("; ", wrong), new TreeSet<>(OPTIONS)));
    }
    String temp = options.get("temp_directory");
    return new DuckDbConfig(
        settings.target().isEmpty() ? null : settings.target(),
        memory,
        threads,
        temp == null ? ownTemp() : Path.of(temp).toAbsolutePath(),
        connections == null ? DEFAULT_CONNECTIONS : connections);
  }

  private static @Nullable Integer count(
      Map<String, String> options, String name, List<String> wrong) {
    String text = options.get(name);
    if (text == null) {
      return null;
    }
    if (!text.matches("[1-9]\\d{0,3}")) {
      wrong.add(name + " '" + text + "' is not a count from 1 to 9999");
      return null;
    }
    return Integer.valueOf(text);
  }

  private static Path ownTemp() {
    return Path.of(System.getProperty("java.io.tmpdir"), "athena-duckdb-" + UUID.randomUUID())
        .toAbsolutePath();
  }

  /** Times are in UTC, the plan of as-of joins is the fast one, and nothing is loaded by itself. */
  List<String> instanceStatements() {
    List<String> statements =
        new ArrayList<>(
            List.of(
                "SET GLOBAL TimeZone = 'UTC'",
                "SET GLOBAL asof_loop_join_threshold = 0",
                "SET GLOBAL preserve_insertion_order = false",
                "SET GLOBAL autoinstall_known_extensions = false",
                "SET GLOBAL autoload_known_extensions = false",
                "SET GLOBAL temp_directory = " + Sql.text(tempDirectory.toString())));
    if (memoryLimit != null) {
      statements.add("SET GLOBAL memory_limit = " + Sql.text(memoryLimit));
    }
    if (threads != null) {
      statements.add("SET GLOBAL threads = " + threads);
    }
    return statements;
  }

  /** Progress can only be switched on for each connection, and only before the lock. */
  List<String> sessionStatements() {
    return List.of("SET enable_progress_bar = true", "SET enable_progress_bar_print = false");
  }

  /** From here on only the lake's folders can be reached, and no setting can be changed. */
  List<String> sealStatements(Lake lake) {
    String folders =
        lake.folders().stream()
            .map(folder -> Sql.text(folder + "/"))
            .collect(Collectors.joining(", ", "[", "]"));
    return List.of(
        "SET GLOBAL allowed_directories = " + folders,
        "SET GLOBAL enable_external_access = false",
        "SET GLOBAL lock_configuration = true");
  }
}
