package org.athena.engine.trino;

import org.athena.model.Column;
import org.athena.model.Dataset;
import org.athena.spi.CsvHeader;

/**
 * The lines of CSV files of one header as the select of a view.
 *
 * <p>Each line is taken for itself, so that an open quote spoils only its own line; in turn a
 * quoted field cannot have a line feed. Most lines have no quote, and are split, which costs less.
 */
final class CsvLines {

  private final Dataset dataset;
  private final CsvHeader header;

  CsvLines(Dataset dataset, CsvHeader header) {
    this.dataset = dataset;
    this.header = header;
  }

  /** The select over a from clause that has {@code line} and the partition columns. */
  String select(String lines) {
    ViewColumns view = new ViewColumns(dataset);
    view.rowProblem("athena_malformed");
    for (Column<?> column : dataset.columns()) {
      int i = header.names().indexOf(column.name());
      if (i >= 0) {
        view.addText(
            column,
            "CASE WHEN athena_malformed IS NULL THEN nullif(athena_fields[%d], '') END"
                .formatted(i + 1));
      } else if (dataset.layout().partitions().contains(column)) {
        view.addText(column, Sql.name(column.name()));
      } else {
        view.addText(column, "CAST(NULL AS varchar)");
      }
    }
    return """
    %s
    FROM (SELECT %s
      FROM (SELECT *, %s AS athena_malformed
        FROM (SELECT *, %s AS athena_fields
          FROM %s
          WHERE trim(line) <> '')))\
    """
        .formatted(view.select(), view.texts(), malformed(), fields(), lines);
  }

  private String fields() {
    String delimiter = Sql.text(String.valueOf(header.delimiter()));
    String separator = header.delimiter() == '|' ? "\\|" : String.valueOf(header.delimiter());
    String field = "(\"(?:[^\"]|\"\")*\"|[^\"" + header.delimiter() + "]*)" + separator;
    String closed = "(line || " + delimiter + ")";
    return """
    CASE WHEN strpos(line, '"') = 0 THEN split(line, %s)
        WHEN regexp_like(%s, %s) THEN transform(regexp_extract_all(%s, %s, 1),
          f -> CASE WHEN starts_with(f, '"')
            THEN replace(substr(f, 2, length(f) - 2), '""', '"') ELSE f END) END\
    """
        .formatted(delimiter, closed, Sql.text("^(?:" + field + ")+\\z"), closed, Sql.text(field));
  }

  private String malformed() {
    int width = header.names().size();
    return """
    CASE WHEN from_utf8(to_utf8(line)) <> line THEN 'line is malformed: invalid encoding'
        WHEN athena_fields IS NULL THEN 'line is malformed'
        WHEN cardinality(athena_fields) < %d THEN 'line is malformed: missing columns'
        WHEN cardinality(athena_fields) > %d THEN 'line is malformed: too many columns' END\
    """
        .formatted(width, width);
  }
}
