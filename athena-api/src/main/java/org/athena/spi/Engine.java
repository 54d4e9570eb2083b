package org.athena.spi;

import java.util.List;
import org.athena.error.UnsupportedByEngineException;
import org.athena.model.Column;
import org.athena.model.Dataset;

/**
 * An open engine: runs statements and shows files under names. Safe for several threads.
 *
 * <p>Every method throws a subtype of {@code org.athena.error.AthenaException}.
 */
public interface Engine extends AutoCloseable {

  /** What the engine is. */
  EngineProfile profile();

  /**
   * Shows a data set's files under its name, anew if the files changed in a way that matters.
   *
   * <p>Beside the data set's columns the relation has the column {@link Dataset#PROBLEM}: null for
   * a row that could be read, else what could not be read in it.
   */
  void mount(Dataset dataset);

  /**
   * Whether it reads the objects of a lake's store where they are; else those that a question needs
   * are brought into the lake's folder before it is asked.
   */
  default boolean readsStores() {
    return false;
  }

  /**
   * Sends a statement and reads its rows.
   *
   * @param statement the statement
   * @param columns the columns of its rows, in order
   * @param execution the conditions
   */
  Rows query(SqlStatement statement, List<Column<?>> columns, Execution execution);

  /**
   * Runs statements in one transaction: all take effect or none. One alone is run outside of a
   * transaction, as some must be.
   */
  void run(List<SqlStatement> statements, Execution execution);

  /**
   * Replaces a table or view by the rows of a query in one step: a reader sees the old or the new.
   *
   * @param schema the schema, made if it is not there; empty for the default one
   * @param name the table's name
   * @param view whether a view is wanted rather than a table
   * @param query the query, without bound values
   * @param execution the conditions
   */
  void replace(String schema, String name, boolean view, SqlStatement query, Execution execution);

  /**
   * Replaces a table by the rows of a query, laid out by its key and time where the engine can.
   *
   * @param schema the schema, made if it is not there; empty for the default one
   * @param name the table's name
   * @param query the query, without bound values
   * @param placement by which columns it is mostly asked
   * @param execution the conditions
   */
  default void replaceTable(
      String schema, String name, SqlStatement query, Placement placement, Execution execution) {
    replace(schema, name, false, query, execution);
  }

  /**
   * What it can do with materialized views.
   *
   * @throws UnsupportedByEngineException when it lacks {@link Capability#MATERIALIZED_VIEWS}
   */
  default MaterializedViews materializedViews() {
    throw new UnsupportedByEngineException(
        "%s has no materialized views.".formatted(profile().name()));
  }

  /** Gives all resources back; closing twice does nothing. */
  @Override
  void close();
}
