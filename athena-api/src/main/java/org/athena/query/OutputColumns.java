package org.athena.query;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.athena.error.InvalidQuestionException;
import org.athena.model.Column;
import org.athena.model.Output;
import org.athena.model.Relation;

/** The columns of an outcome, as a relation that names can be checked against. */
record OutputColumns(String name, List<Column<?>> columns) implements Relation {

  static List<Column<?>> of(List<? extends Output<?>> outputs) {
    List<Column<?>> columns = new ArrayList<>();
    for (Output<?> output : outputs) {
      columns.add(output.column());
    }
    return List.copyOf(columns);
  }

  static void requireDistinct(String verb, List<Column<?>> columns) {
    Set<String> seen = new HashSet<>();
    for (Column<?> column : columns) {
      if (!seen.add(column.name())) {
        throw new InvalidQuestionException(
            "Cannot %s two columns named '%s'. Give one of them another name with as(...)."
                .formatted(verb, column.name()));
      }
    }
  }
}
