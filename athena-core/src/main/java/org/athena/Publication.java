package org.athena;

import java.util.List;
import org.athena.model.Column;
import org.athena.model.Dataset;
import org.athena.model.Relation;
import org.athena.run.Runner;
import org.athena.spi.Execution;

/** A relation about to be published under a name in the engine. */
public final class Publication {

  private final Runner runner;
  private final Relation relation;

  Publication(Runner runner, Relation relation) {
    this.runner = runner;
    this.relation = relation;
  }

  /**
   * As a view: computed anew whenever it is read. An existing view or table of the name is replaced
   * in one step.
   *
   * @param name the name; a dot parts schema and view, and the schema is made if it is not there
   * @return the view as a data set, for further questions
   */
  public Dataset asView(String name) {
    return publish(name, true);
  }

  /**
   * As a table: computed now. An existing view or table of the name is replaced in one step, so
   * that a reader sees the old rows or the new.
   *
   * @param name the name; a dot parts schema and table, and the schema is made if it is not there
   * @return the table as a data set, for further questions
   */
  public Dataset asTable(String name) {
    return publish(name, false);
  }

  private Dataset publish(String name, boolean view) {
    List<Column<?>> columns = relation.columns();
    Dataset published = Dataset.of(name, columns);
    int dot = name.indexOf('.');
    String schema = dot < 0 ? "" : name.substring(0, dot);
    runner.replace(relation, schema, name.substring(dot + 1), view, Execution.unlimited());
    return published;
  }
}
