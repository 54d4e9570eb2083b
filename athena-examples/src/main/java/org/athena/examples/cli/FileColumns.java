package org.athena.examples.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.athena.Athena;
import org.athena.error.EngineFailedException;
import org.athena.model.Column;
import org.athena.model.NativeQuery;

/** The names of the columns that files have. */
final class FileColumns {

  private static final String DUCKDB = "duckdb";
  private static final Column<String> NAME = Column.string("name");

  private final Athena athena;
  private final LogFile file;

  private FileColumns(Athena athena, LogFile file) {
    this.athena = athena;
    this.file = file;
  }

  static List<String> of(Athena athena, LogFile file) {
    if (!athena.engine().name().equals(DUCKDB)) {
      throw new Mistake(
          "Cannot read file %s with engine %s: files are read by engine duckdb."
              .formatted(file.shown(), athena.engine().name()));
    }
    FileColumns columns = new FileColumns(athena, file);
    List<String> files =
        columns.names("SELECT file AS name FROM glob(%s) ORDER BY 1", file.pattern());
    if (files.isEmpty()) {
      throw new Mistake("Cannot read %s: no file matches.".formatted(file.shown()));
    }
    return switch (file.layout().format()) {
      case CSV -> csv(files);
      case PARQUET ->
          columns.names(
              "SELECT column_name AS name FROM (DESCRIBE SELECT * FROM read_parquet(%s, union_by_name = true))",
              file.pattern());
      case JSON_LINES ->
          columns.names(
              """
              SELECT DISTINCT unnest(CASE WHEN json_valid(line) AND json_type(line) = 'OBJECT' THEN json_keys(line) END) AS name
              FROM read_csv(%s, auto_detect = false, header = false, delim = E'\\x01', quote = '', escape = '', ignore_errors = true, columns = {'line': 'VARCHAR'})
              ORDER BY 1\
              """,
              file.pattern());
    };
  }

  private List<String> names(String query, String pattern) {
    String text = query.formatted("'" + pattern.replace("'", "''") + "'");
    try {
      return athena.rows(NativeQuery.of("columns of " + file.shown(), DUCKDB, text, NAME)).stream()
          .map(row -> row.require(NAME))
          .toList();
    } catch (EngineFailedException e) {
      throw new Mistake("Cannot read %s: %s".formatted(file.shown(), Failures.line(e)), e);
    }
  }

  private static List<String> csv(List<String> files) {
    Set<String> names = new LinkedHashSet<>();
    for (String file : files) {
      List<String> first = TextFile.lines(Path.of(file), 1);
      if (first.isEmpty() || first.get(0).isBlank()) {
        throw new Mistake(
            "Cannot read file %s: it has no header line with the names of its columns."
                .formatted(file));
      }
      String header = first.get(0);
      names.addAll(distinct(CsvLine.fields(header, CsvLine.delimiterOf(header))));
    }
    return List.copyOf(names);
  }

  /** The names as the engine calls them: one that occurs again gets a number behind it. */
  private static List<String> distinct(List<String> fields) {
    Set<String> seen = new HashSet<>();
    List<String> names = new ArrayList<>();
    for (String field : fields) {
      String name = field.isEmpty() ? "column" + names.size() : field;
      String numbered = name;
      for (int n = 1; !seen.add(numbered.toLowerCase(Locale.ROOT)); n++) {
        numbered = name + "_" + n;
      }
      names.add(numbered);
    }
    return names;
  }
}
