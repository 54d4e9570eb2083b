package org.athena.query;

import java.util.ArrayList;
import java.util.List;
import org.athena.error.InvalidQuestionException;
import org.athena.model.Column;
import org.athena.model.Dataset;

/**
 * The rows of a data set of files that cannot be read: questions about the data set do not see
 * them.
 *
 * @shape one row for each, with the reason, and the data set's columns, null where they could not
 *     be read
 * @param dataset the data set
 */
public record Unreadable(Dataset dataset) implements Query {

  /** Why the row cannot be read; the same words for the same kind of fault. */
  public static final Column<String> REASON = Column.string("reason");

  /** Checks that the data set is files. */
  public Unreadable {
    if (!dataset.isFiles()) {
      throw new InvalidQuestionException(
          "Cannot ask for unreadable rows of %s: it is a table of the engine, not files."
              .formatted(dataset.name()));
    }
    OutputColumns.requireDistinct("yield", columns(dataset));
  }

  /** The rows of a data set that cannot be read. */
  public static Unreadable of(Dataset dataset) {
    return new Unreadable(dataset);
  }

  @Override
  public String name() {
    return "unreadable rows of " + dataset.name();
  }

  @Override
  public List<Column<?>> columns() {
    return columns(dataset);
  }

  private static List<Column<?>> columns(Dataset dataset) {
    List<Column<?>> columns = new ArrayList<>(List.of(REASON));
    columns.addAll(dataset.columns());
    return List.copyOf(columns);
  }
}
