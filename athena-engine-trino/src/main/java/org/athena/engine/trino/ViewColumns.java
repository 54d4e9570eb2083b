package org.athena.engine.trino;

import java.util.ArrayList;
import java.util.List;
import org.athena.error.BadDataException;
import org.athena.model.Column;
import org.athena.model.Dataset;

/** The select list of a data set's view: its columns, and what could not be read. */
final class ViewColumns {

  private final Dataset dataset;
  private final List<String> values = new ArrayList<>();
  private final List<String> problems = new ArrayList<>();
  private final List<String> texts = new ArrayList<>();

  ViewColumns(Dataset dataset) {
    this.dataset = dataset;
  }

  /** Adds a problem of the row as a whole; it hides those of columns. */
  void rowProblem(String expression) {
    problems.add(0, expression);
  }

  /** Adds a column that is read from an expression that has text; see {@link #texts}. */
  void addText(Column<?> column, String source) {
    String text = "athena_text_" + texts.size();
    texts.add(TextReading.trimmed(column, source) + " AS " + text);
    add(column, TextReading.of(column, text, dataset.stampZone()));
  }

  /**
   * The select list of the table below: all that it has, and the texts that columns are read from.
   * A name for each keeps the statement short, and the engine from computing them several times.
   */
  String texts() {
    return texts.isEmpty() ? "*" : "*, " + String.join(",\n    ", texts);
  }

  /** Adds a column that is read from an expression of a file's type. */
  void addTyped(Column<?> column, String source, ParquetType type) {
    add(column, TypedReading.of(column, source, type, dataset.stampZone()));
  }

  private void add(Column<?> column, TextReading reading) {
    values.add(reading.value() + " AS " + Sql.name(column.name()));
    if (reading.problem() != null) {
      problems.add(reading.problem());
    }
  }

  String select() {
    String problem =
        problems.isEmpty()
            ? "CAST(NULL AS varchar)"
            : "coalesce(" + String.join(",\n    ", problems) + ", CAST(NULL AS varchar))";
    return "SELECT "
        + String.join(",\n  ", values)
        + ",\n  "
        + problem
        + " AS "
        + Sql.name(Dataset.PROBLEM);
  }

  BadDataException missing(Column<?> column, List<String> present) {
    return new BadDataException(
        "Cannot read data set %s: its files have no column '%s'; they have %s. Declare the columns as the files name them."
            .formatted(dataset.name(), column.name(), present));
  }
}
