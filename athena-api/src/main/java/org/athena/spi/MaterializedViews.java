package org.athena.spi;

import java.util.List;
import org.athena.model.Dataset;

/**
 * What an engine can do with materialized views: views whose rows are kept, and brought up to date
 * when that is asked for.
 */
public interface MaterializedViews {

  /**
   * How a view of a query would be refreshed; nothing is sent.
   *
   * @param query the query, without bound values
   * @param reads the data sets that it reads
   * @throws org.athena.error.UnsupportedByEngineException when the engine makes no such view
   */
  RefreshRule rule(SqlStatement query, List<Dataset> reads);

  /**
   * Makes a view, in place of the table or view that has its name.
   *
   * @param schema the schema, made if it is not there; empty for the default one
   * @param name the view's name
   * @param query the query, without bound values
   * @param placement by which columns it is mostly asked
   * @param execution the conditions
   */
  void replace(
      String schema, String name, SqlStatement query, Placement placement, Execution execution);

  /**
   * The statement that brings a view up to date, to be run alone.
   *
   * @param schema the schema; empty for the default one
   * @param name the view's name
   */
  SqlStatement refresh(String schema, String name);
}
