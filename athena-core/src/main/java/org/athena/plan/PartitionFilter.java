package org.athena.plan;

import java.util.ArrayList;
import java.util.List;
import org.athena.model.Column;
import org.athena.model.Dataset;
import org.athena.model.Expr;
import org.athena.model.Predicate;
import org.athena.model.Type;
import org.jspecify.annotations.Nullable;

/**
 * The part of a filter that the folders of a data set decide: its conjuncts that compare nothing
 * but partition columns and constants.
 */
final class PartitionFilter {

  private final Dataset dataset;

  private PartitionFilter(Dataset dataset) {
    this.dataset = dataset;
  }

  /** That part of a filter of a data set; null where it has none. */
  static @Nullable Predicate of(Dataset dataset, @Nullable Predicate filter) {
    if (filter == null || dataset.layout().partitions().isEmpty()) {
      return null;
    }
    PartitionFilter decides = new PartitionFilter(dataset);
    return conjuncts(filter).stream()
        .filter(decides::isDecided)
        .reduce(Predicate::and)
        .orElse(null);
  }

  private static List<Predicate> conjuncts(Predicate filter) {
    if (!(filter instanceof Predicate.And and)) {
      return List.of(filter);
    }
    List<Predicate> all = new ArrayList<>(conjuncts(and.left()));
    all.addAll(conjuncts(and.right()));
    return all;
  }

  private boolean isDecided(Predicate condition) {
    return switch (condition) {
      case Predicate.And and -> isDecided(and.left()) && isDecided(and.right());
      case Predicate.Or or -> isDecided(or.left()) && isDecided(or.right());
      case Predicate.Not not -> isDecided(not.condition());
      case Predicate.IsNull isNull -> isDecided(isNull.value());
      case Predicate.Comparison c -> isDecided(c.left()) && isDecided(c.right());
      case Predicate.In in ->
          isDecided(in.value()) && in.values().stream().allMatch(this::isDecided);
      case Predicate.TextMatch match -> false;
      case Predicate.IsTrue isTrue -> false;
    };
  }

  private boolean isDecided(Expr<?> value) {
    boolean named =
        value instanceof Expr.Literal<?>
            || value instanceof Column<?> column && dataset.layout().partitions().contains(column);
    return named && isReadInPaths(value.type());
  }

  private static boolean isReadInPaths(Type<?> type) {
    return switch (type.kind()) {
      case STRING, INTEGER, DATE -> true;
      default -> false;
    };
  }
}
