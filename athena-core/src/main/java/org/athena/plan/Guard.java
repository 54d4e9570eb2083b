package org.athena.plan;

import java.util.List;
import java.util.function.Consumer;
import org.athena.model.Column;
import org.athena.model.Row;
import org.jooq.Select;

/**
 * A check of the data that a plan relies on: a small query, and who throws if its rows are bad.
 *
 * @param query the query tree
 * @param columns the columns of its rows
 * @param check throws an exception with a clear message when the rows show a fault
 */
public record Guard(Select<?> query, List<Column<?>> columns, Consumer<List<Row>> check) {

  /** Keeps its own copy. */
  public Guard {
    columns = List.copyOf(columns);
  }
}
