package org.athena.run;

import java.util.List;
import org.athena.model.Column;
import org.athena.model.Dataset;
import org.athena.model.Relation;
import org.athena.spi.Placement;
import org.jspecify.annotations.Nullable;

/** Finds the key and event time of the data sets that a relation reads among its own columns. */
final class Placing {

  private Placing() {}

  /** Of the first data set of which the relation kept the key or the event time. */
  static Placement of(Relation relation, List<Dataset> reads) {
    for (Dataset dataset : reads) {
      List<Column<?>> key =
          relation.columns().containsAll(dataset.key()) ? dataset.key() : List.of();
      Column<?> time = kept(relation, dataset.eventTime());
      if (!key.isEmpty() || time != null) {
        return new Placement(key, time);
      }
    }
    return Placement.none();
  }

  private static @Nullable Column<?> kept(Relation relation, @Nullable Column<?> column) {
    return column != null && relation.has(column) ? column : null;
  }
}
