package org.athena.engine.trino;

import org.athena.model.Column;
import org.athena.model.Dataset;

/** Lines of JSON objects as the select of a view; each line is parsed once for all columns. */
final class JsonLines {

  private final Dataset dataset;

  JsonLines(Dataset dataset) {
    this.dataset = dataset;
  }

  /** The select over a from clause that has {@code line} and the partition columns. */
  String select(String lines) {
    ViewColumns view = new ViewColumns(dataset);
    view.rowProblem(
        """
        CASE WHEN from_utf8(to_utf8(line)) <> line THEN 'line is malformed: invalid encoding'
            WHEN athena_fields IS NULL THEN 'line is no JSON object' END\
        """);
    for (Column<?> column : dataset.columns()) {
      if (dataset.layout().partitions().contains(column)) {
        view.addText(column, Sql.name(column.name()));
      } else {
        view.addText(column, text("element_at(athena_fields, " + Sql.text(column.name()) + ")"));
      }
    }
    return """
    %s
    FROM (SELECT %s
      FROM (SELECT *, CASE WHEN from_utf8(to_utf8(line)) = line
          THEN TRY_CAST(TRY(json_parse(line)) AS map(varchar, json)) END AS athena_fields
        FROM %s
        WHERE trim(line) <> ''))\
    """
        .formatted(view.select(), view.texts(), lines);
  }

  /** Objects and lists are the text that they are; a JSON null is a null. */
  private static String text(String json) {
    return "coalesce(json_extract_scalar(%1$s, '$'), nullif(json_format(%1$s), 'null'))"
        .formatted(json);
  }
}
