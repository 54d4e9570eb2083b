package org.athena.query;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.athena.error.InvalidQuestionException;
import org.athena.model.Column;
import org.athena.model.Relation;

/**
 * The rows of several relations with the same columns in the same order; equal rows are all kept.
 *
 * @param parts the relations, at least one
 */
public record Union(List<Relation> parts) implements Query {

  /** Checks that the columns are the same. */
  public Union {
    parts = List.copyOf(parts);
    if (parts.isEmpty()) {
      throw new IllegalArgumentException("Cannot unite: no relation is given. Give at least one.");
    }
    List<Column<?>> columns = parts.get(0).columns();
    for (Relation part : parts) {
      if (!part.columns().equals(columns)) {
        throw new InvalidQuestionException(
            "Cannot unite %s with %s: the columns are %s and %s. Select the same columns in the same order."
                .formatted(parts.get(0).name(), part.name(), columns, part.columns()));
      }
    }
  }

  static Union of(Relation first, Relation... others) {
    List<Relation> all = new ArrayList<>(List.of(first));
    all.addAll(List.of(others));
    return new Union(all);
  }

  @Override
  public String name() {
    return parts.stream().map(Relation::name).collect(Collectors.joining(" and "));
  }

  @Override
  public List<Column<?>> columns() {
    return parts.get(0).columns();
  }
}
