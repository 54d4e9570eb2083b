package org.athena.plan;

import java.util.List;
import org.athena.model.Column;
import org.athena.model.Dataset;
import org.jooq.Select;

/**
 * How a relation is asked of an engine.
 *
 * @param query the query tree
 * @param columns the columns of its rows, in order
 * @param reads the data sets that it reads
 * @param guards checks of the data, to be run before
 * @param notes the lowerings chosen and why
 */
public record Plan(
    Select<?> query,
    List<Column<?>> columns,
    List<Read> reads,
    List<Guard> guards,
    List<String> notes) {

  /** Keeps its own copies. */
  public Plan {
    columns = List.copyOf(columns);
    reads = List.copyOf(reads);
    guards = List.copyOf(guards);
    notes = List.copyOf(notes);
  }

  /** The same rows in no order, unless only the first of them are wanted. */
  public Plan unordered() {
    return query.$limit() == null && query.$offset() == null
        ? new Plan(query.$orderBy(List.of()), columns, reads, guards, notes)
        : this;
  }

  /** The data sets that it reads, each once. */
  public List<Dataset> datasets() {
    return reads.stream().map(Read::dataset).distinct().toList();
  }
}
