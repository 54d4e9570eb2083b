package org.athena.spi;

import java.util.List;
import org.athena.model.Column;

/** How the rows of a query are written by statements of an engine's own. */
public interface Writing {

  /** The columns that the query must have; none by default. */
  default List<Column<?>> columns() {
    return List.of();
  }

  /**
   * The statements that write the rows.
   *
   * @param query the query, without bound values
   */
  List<SqlStatement> statements(SqlStatement query);
}
