package org.athena.engine.duckdb;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.athena.jdbc.JdbcProfile.Session;
import org.athena.model.Column;
import org.athena.model.Dataset;
import org.athena.model.Layout;

/**
 * CSV and JSON-lines files as the select of a view.
 *
 * <p>Every line becomes a row: lines that are no record of the format have null columns and a
 * reason. Values are read as text and then as the declared types.
 */
final class TextFiles {

  private static final String LINE = "athena_line";

  private final Dataset dataset;
  private final List<String> files;
  private final Session session;

  TextFiles(Dataset dataset, List<String> files, Session session) {
    this.dataset = dataset;
    this.files = files;
    this.session = session;
  }

  String select() {
    return dataset.layout().format() == Layout.Format.CSV ? csv() : jsonLines();
  }

  private String csv() {
    Map<CsvHeader, List<String>> byHeader = new LinkedHashMap<>();
    for (String file : files) {
      byHeader.computeIfAbsent(CsvHeader.of(file), h -> new ArrayList<>()).add(file);
    }
    requireColumns(byHeader.keySet());
    List<String> parts = new ArrayList<>();
    int number = 0;
    for (Map.Entry<CsvHeader, List<String>> group : byHeader.entrySet()) {
      parts.addAll(csv(group.getKey(), group.getValue(), number++));
    }
    return String.join("\nUNION ALL\n", parts);
  }

  private void requireColumns(Set<CsvHeader> headers) {
    Set<String> present = new LinkedHashSet<>();
    headers.forEach(header -> present.addAll(header.names()));
    for (Column<?> column : dataset.columns()) {
      if (!present.contains(column.name()) && !dataset.layout().partitions().contains(column)) {
        throw new ViewColumns(dataset).missing(column, List.copyOf(present));
      }
    }
  }

  /** Files of one header: the good lines, and the malformed ones where there are any. */
  private List<String> csv(CsvHeader header, List<String> group, int number) {
    String read = header.readCsv(list(group));
    List<String> kinds = reject(read, number);
    if (kinds.contains("UNQUOTED VALUE")) {
      return byLine(csvByLine(header, group), group, 1, number);
    }
    String good =
        values(header.columnsAsRead()) + " FROM " + read.formatted("ignore_errors = true");
    return kinds.isEmpty() ? List.of(good) : List.of(good, rejected(number));
  }

  /** Reads every column of every line once; what cannot be read is kept by its reason. */
  private List<String> reject(String read, int number) {
    session.texts(
        "SELECT count(COLUMNS(*)) FROM "
            + read.formatted(
                "store_rejects = true, rejects_table = 'athena_errors', rejects_scan = 'athena_scans', rejects_limit = 0"));
    List<String> kinds =
        session.texts("SELECT DISTINCT CAST(error_type AS varchar) FROM athena_errors").stream()
            .map(row -> row.get(0))
            .toList();
    session.execute(
        "CREATE OR REPLACE TABLE %s AS SELECT 'line is malformed: ' || lower(min(CAST(error_type AS varchar))) AS reason FROM athena_errors GROUP BY file_id, line"
            .formatted(rejectsTable(number)));
    session.execute("DROP TABLE athena_errors; DROP TABLE athena_scans");
    return kinds;
  }

  private String rejected(int number) {
    ViewColumns nothing = new ViewColumns(dataset);
    dataset.columns().forEach(c -> nothing.add(c, "CAST(NULL AS varchar)", "VARCHAR"));
    nothing.rowProblem("reason");
    return nothing.select() + " FROM " + rejectsTable(number);
  }

  /** Lines taken for themselves, and those that are no text. */
  private List<String> byLine(String select, List<String> group, int skipped, int number) {
    boolean allText = reject(lines(group, skipped), number).isEmpty();
    return allText ? List.of(select) : List.of(select, rejected(number));
  }

  private String rejectsTable(int number) {
    return Sql.name("athena_rejects_" + dataset.qualifiedName() + "_" + number);
  }

  /** An open quote swallows the rest of a file, so each line is then taken for itself. */
  private String csvByLine(CsvHeader header, List<String> group) {
    ViewColumns view = new ViewColumns(dataset);
    view.rowProblem("CASE WHEN athena_fields IS NULL THEN 'line is malformed' END");
    for (Column<?> column : dataset.columns()) {
      int i = header.names().indexOf(column.name());
      view.add(column, i < 0 ? partition(column) : CsvHeader.field("athena_fields", i), "VARCHAR");
    }
    return "%s FROM (SELECT filename, %s AS athena_fields FROM %s WHERE trim(%s) <> '')"
        .formatted(
            view.select(),
            header.fieldsOrNull(LINE),
            lines(group, 1).formatted("ignore_errors = true"),
            LINE);
  }

  private String values(Map<String, String> sources) {
    ViewColumns view = new ViewColumns(dataset);
    for (Column<?> column : dataset.columns()) {
      String source = sources.get(column.name());
      view.add(column, source == null ? partition(column) : source, "VARCHAR");
    }
    return view.select();
  }

  /** The value in the hive folder of the file; null for a column that this group lacks. */
  private String partition(Column<?> column) {
    if (!dataset.layout().partitions().contains(column)) {
      return "CAST(NULL AS varchar)";
    }
    return "nullif(url_decode(regexp_extract(filename, %s, 1)), '__HIVE_DEFAULT_PARTITION__')"
        .formatted(Sql.text("/" + java.util.regex.Pattern.quote(column.name()) + "=([^/]*)/"));
  }

  /** Each line is parsed once for all columns. */
  private String jsonLines() {
    List<Column<?>> fields =
        dataset.columns().stream()
            .filter(column -> !dataset.layout().partitions().contains(column))
            .toList();
    ViewColumns view = new ViewColumns(dataset);
    view.rowProblem("CASE WHEN athena_fields IS NULL THEN 'line is no JSON object' END");
    for (Column<?> column : dataset.columns()) {
      int i = fields.indexOf(column);
      view.add(column, i < 0 ? partition(column) : "athena_fields[" + (i + 1) + "]", "VARCHAR");
    }
    String paths =
        fields.stream()
            .map(column -> "$.\"" + column.name().replace("\"", "\\\"") + "\"")
            .map(Sql::text)
            .collect(Collectors.joining(", ", "[", "]"));
    String select =
        "%s FROM (SELECT filename, CASE WHEN json_valid(%s) AND json_type(%s) = 'OBJECT' THEN json_extract_string(%s, %s) END AS athena_fields FROM %s WHERE trim(%s) <> '')"
            .formatted(
                view.select(),
                LINE,
                LINE,
                LINE,
                paths,
                lines(files, 0).formatted("ignore_errors = true"),
                LINE);
    return String.join("\nUNION ALL\n", byLine(select, files, 0, 0));
  }

  /** The table function over lines, with room ({@code %s}) for one more option. */
  private static String lines(List<String> group, int skipped) {
    return "read_csv(%s, auto_detect = false, header = false, skip = %d, delim = E'\\x01', quote = '', escape = '', filename = true, columns = {'%s': 'VARCHAR'}, "
            .formatted(list(group), skipped, LINE)
            .replace("%", "%%")
        + "%s)";
  }

  private static String list(List<String> group) {
    return group.stream().map(Sql::text).collect(Collectors.joining(", ", "[", "]"));
  }
}
