package org.athena;

import org.athena.model.Dataset;
import org.athena.model.Relation;
import org.athena.run.Runner;
import org.athena.spi.Execution;
import org.athena.spi.RefreshRule;
import org.athena.spi.Writing;

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
   * that a reader sees the old rows or the new. An engine that can lay rows out does so by the key
   * and event time of the data set that is read, where the relation has them.
   *
   * @param name the name; a dot parts schema and table, and the schema is made if it is not there
   * @return the table as a data set, for further questions
   */
  public Dataset asTable(String name) {
    return publish(name, false);
  }

  /**
   * As a materialized view: computed now, kept, and brought up to date by {@link Athena#refresh}.
   * An existing view or table of the name is replaced. The order of an answer is left out; one of
   * which only the first rows are wanted cannot be kept so.
   *
   * @param name the name; a dot parts schema and view, and the schema is made if it is not there
   * @return the view as a data set, for further questions
   * @throws org.athena.error.UnsupportedByEngineException when the engine has no materialized
   *     views, or none of such a query
   */
  public Dataset asMaterializedView(String name) {
    Name target = Name.of(name);
    Dataset published = Dataset.of(name, relation.columns());
    runner.materialize(relation, target.schema(), target.table(), Execution.unlimited());
    return published;
  }

  /**
   * How the engine would bring a materialized view of it up to date, as the engine's documentation
   * has it; nothing is sent.
   *
   * @throws org.athena.error.UnsupportedByEngineException when the engine has no materialized
   *     views, or none of such a query
   */
  public RefreshRule refreshRule() {
    return runner.refreshRule(relation);
  }

  /**
   * As files, by statements of the engine's own; they are one transaction where the engine has
   * such, and one alone is run outside of any.
   *
   * @param writing makes the statements of the query, whose values are written into it
   * @throws org.athena.error.InvalidQuestionException when it writes a column that is not here
   */
  public void asFiles(Writing writing) {
    runner.write(relation, writing, Execution.unlimited());
  }

  private Dataset publish(String name, boolean view) {
    Name target = Name.of(name);
    Dataset published = Dataset.of(name, relation.columns());
    runner.replace(relation, target.schema(), target.table(), view, Execution.unlimited());
    return published;
  }

  /** A name in its two parts; the schema may be empty. */
  record Name(String schema, String table) {

    static Name of(String name) {
      int dot = name.indexOf('.');
      return new Name(dot < 0 ? "" : name.substring(0, dot), name.substring(dot + 1));
    }
  }
}
