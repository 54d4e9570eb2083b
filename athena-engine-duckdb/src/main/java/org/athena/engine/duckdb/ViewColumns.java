package org.athena.engine.duckdb;

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

  ViewColumns(Dataset dataset) {
    this.dataset = dataset;
  }

  /** Adds a problem of the row as a whole; it hides those of columns. */
  void rowProblem(String expression) {
    problems.add(0, expression);
  }

  /** Adds a column that is read from an expression of the file's type. */
  void add(Column<?> column, String source, String actualType) {
    ColumnReading reading = ColumnReading.of(column, source, actualType, dataset.stampZone());
    values.add(reading.value() + " AS " + Sql.name(column.name()));
    if (reading.problem() != null) {
      problems.add(reading.problem());
    }
  }

  String select() {
    String problem =
        problems.isEmpty()
            ? "CAST(NULL AS varchar)"
            : "coalesce(" + String.join(", ", problems) + ", NULL)";
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
