package org.athena.engine.redshift;

import java.util.stream.Collectors;
import org.athena.model.Column;
import org.athena.spi.Placement;

/**
 * How the rows of a table are laid out: those of one first key together, in the order of that key
 * and the time, so that what is asked per key stays on its node and a time is found without reading
 * all. Where neither is known Redshift chooses for itself.
 *
 * @source https://docs.aws.amazon.com/redshift/latest/dg/r_CREATE_TABLE_AS.html
 */
final class TableLayout {

  private TableLayout() {}

  static String clauses(Placement placement) {
    return distribution(placement) + order(placement);
  }

  /** A sort key would rule out that a view over UNION ALL is refreshed by what changed. */
  static String ofView(Placement placement, String query) {
    return distribution(placement) + (new QueryText(query).hasUnionAll() ? "" : order(placement));
  }

  private static String distribution(Placement placement) {
    return placement.first().map(column -> " DISTKEY (" + Sql.name(column.name()) + ")").orElse("");
  }

  private static String order(Placement placement) {
    return placement.order().isEmpty()
        ? ""
        : placement.order().stream()
            .map(Column::name)
            .map(Sql::name)
            .collect(Collectors.joining(", ", " SORTKEY (", ")"));
  }
}
