package org.athena.run;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.athena.error.AthenaException;
import org.athena.lake.Staging;
import org.athena.model.Column;
import org.athena.model.Dataset;
import org.athena.model.Lake;
import org.athena.model.Relation;
import org.athena.model.Row;
import org.athena.plan.Guard;
import org.athena.plan.Plan;
import org.athena.plan.Planner;
import org.athena.plan.Read;
import org.athena.spi.Capability;
import org.athena.spi.Engine;
import org.athena.spi.EngineProfile;
import org.athena.spi.Execution;
import org.athena.spi.Rows;
import org.athena.spi.SqlStatement;
import org.athena.sql.SqlRenderer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Plans relations, runs their guards and statements on one engine, and tells the listeners. */
public final class Runner {

  private static final Logger LOG = LoggerFactory.getLogger(Runner.class);

  private final Engine engine;
  private final @Nullable Staging staging;
  private final EngineProfile profile;
  private final Planner planner;
  private final SqlRenderer renderer;
  private final List<Consumer<Ran>> listeners = new CopyOnWriteArrayList<>();

  /**
   * A runner for an open engine.
   *
   * @param lake the files that it reads; null where the engine alone knows
   */
  public Runner(Engine engine, @Nullable Lake lake) {
    this.engine = engine;
    this.staging = lake == null || lake.origin() == null ? null : new Staging(lake, lake.origin());
    // A view is read without this library, which then brings no files for it.
    this.profile = staging == null ? engine.profile() : engine.profile().without(Capability.VIEWS);
    this.planner = new Planner(profile);
    this.renderer = new SqlRenderer(profile);
  }

  /** What the engine is, over the lake that it reads. */
  public EngineProfile profile() {
    return profile;
  }

  /** Adds one who is told of every statement. */
  public void listen(Consumer<Ran> listener) {
    listeners.add(listener);
  }

  /** How a relation would be asked; nothing is sent. */
  public Planned plan(Relation relation) {
    Plan plan = planner.plan(relation);
    List<SqlStatement> guards =
        plan.guards().stream().map(guard -> renderer.render(guard.query())).toList();
    return new Planned(guards, renderer.render(plan.query()), plan.notes());
  }

  /** The rows of a relation, after its guards have passed. */
  public Rows rows(Relation relation, Execution execution) {
    execution.cancellation().check();
    Plan plan = planner.plan(relation);
    Staged staged = Staged.of(staging, plan, execution);
    try {
      prepare(relation, plan, execution);
      SqlStatement statement = renderer.render(plan.query());
      return staged.until(send(relation, statement, plan, plan.columns(), execution));
    } catch (RuntimeException e) {
      staged.close();
      throw e;
    }
  }

  private void prepare(Relation relation, Plan plan, Execution execution) {
    plan.reads().stream()
        .map(Read::dataset)
        .distinct()
        .filter(Dataset::isFiles)
        .forEach(engine::mount);
    for (Guard guard : plan.guards()) {
      SqlStatement statement = renderer.render(guard.query());
      try (Rows rows = send(relation, statement, plan, guard.columns(), execution)) {
        guard.check().accept(all(rows));
      }
    }
  }

  /** Reads a cursor to its end. */
  public static List<Row> all(Rows rows) {
    List<Row> list = new ArrayList<>();
    for (Row row = rows.next(); row != null; row = rows.next()) {
      list.add(row);
    }
    return list;
  }

  private Rows send(
      Relation relation,
      SqlStatement statement,
      Plan plan,
      List<Column<?>> columns,
      Execution execution) {
    Telling telling = new Telling(relation.name(), statement, plan.notes(), this::tell);
    try {
      return telling.over(engine.query(statement, columns, execution));
    } catch (AthenaException e) {
      telling.failed(e);
      throw e;
    }
  }

  private void tell(Ran ran) {
    if (ran.error() == null) {
      LOG.debug("{}: {} rows in {} ms", ran.relation(), ran.rows(), ran.millis());
    } else {
      LOG.debug("{}: failed after {} ms", ran.relation(), ran.millis(), ran.error());
    }
    listeners.forEach(listener -> listener.accept(ran));
  }

  /**
   * Replaces a view or table by a relation's rows in one step.
   *
   * @param relation the relation
   * @param schema the schema; empty for the default one
   * @param name the name
   * @param view whether a view is wanted rather than a table
   * @param execution the conditions
   */
  public void replace(
      Relation relation, String schema, String name, boolean view, Execution execution) {
    profile.require(
        view ? Capability.VIEWS : Capability.TABLES,
        "publish " + relation.name(),
        "Publish it in another form, or choose another engine.");
    Plan plan = planner.plan(relation);
    try (Staged staged = Staged.of(staging, plan, execution)) {
      replace(relation, plan, schema, name, view, execution);
    }
  }

  private void replace(
      Relation relation, Plan plan, String schema, String name, boolean view, Execution execution) {
    prepare(relation, plan, execution);
    SqlStatement query = renderer.renderInlined(plan.query());
    Telling telling = new Telling(relation.name(), query, plan.notes(), this::tell);
    try {
      engine.replace(schema, name, view, query, execution);
      telling.done(0);
    } catch (AthenaException e) {
      telling.failed(e);
      throw e;
    }
  }
}
