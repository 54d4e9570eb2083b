package org.athena.kit;

import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.athena.model.Column;
import org.athena.model.Dataset;
import org.athena.query.Question;
import org.athena.spi.Capability;

/**
 * A question with the rows that every engine answers, worked out by hand.
 *
 * @param name its name, which is also that of the folder of its golden SQL
 * @param question the question over tables
 * @param needs what an engine must have to be asked
 * @param rows the rows, each with its values as text and bars between them, sorted
 */
record Scenario(
    String name, Function<Tables, Question<?>> question, Set<Capability> needs, List<String> rows) {

  /** Keeps its own copies. */
  Scenario {
    needs = Set.copyOf(needs);
    rows = rows.stream().sorted().toList();
  }

  /** Where the tables of scenarios come from. */
  interface Tables {

    /** A table as a data set. */
    Dataset of(Table table);

    /** A file of lines, the first with the names of columns, as a data set. */
    Dataset csv(String name, List<String> lines, Column<?>... columns);
  }

  @Override
  public String toString() {
    return name;
  }
}
