package org.athena.run;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.athena.error.AthenaException;
import org.athena.error.ResultTooLargeException;
import org.athena.lake.Staging;
import org.athena.model.Column;
import org.athena.model.Dataset;
import org.athena.model.Lake;
import org.athena.model.Relation;
import org.athena.model.Row;
import org.athena.plan.Guard;
import org.athena.plan.Plan;
import org.athena.plan.Planner;
import org.athena.spi.Capability;
import org.athena.spi.Engine;
import org.athena.spi.EngineProfile;
import org.athena.spi.Execution;
import org.athena.spi.MaterializedViews;
import org.athena.spi.Placement;
import org.athena.spi.RefreshRule;
import org.athena.spi.Rows;
import org.athena.spi.SqlStatement;
import org.athena.spi.Writing;
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
    this.staging =
        lake == null || lake.origin() == null || engine.readsStores()
            ? null
            : new Staging(lake, lake.origin());
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
    plan.datasets().stream().filter(Dataset::isFiles).forEach(engine::mount);
    for (Guard guard : plan.guards()) {
      SqlStatement statement = renderer.render(guard.query());
      try (Rows rows = send(relation, statement, plan, guard.columns(), execution)) {
        guard.check().accept(all(rows, relation.name()));
      }
    }
  }

  /**
   * Reads a cursor to its end.
   *
   * @param rows the cursor
   * @param relation the name of the relation
   * @throws ResultTooLargeException when the heap cannot hold its rows
   */
  public static List<Row> all(Rows rows, String relation) {
    List<Row> list = new ArrayList<>();
    try {
      for (Row row = rows.next(); row != null; row = rows.next()) {
        list.add(row);
      }
      return list;
    } catch (OutOfMemoryError e) {
      int held = list.size();
      list.clear();
      throw new ResultTooLargeException(
          "Cannot hold the rows of %s: after %,d of them the heap of %,d MB is full. Read them by stream(), let the engine reduce or publish them, or start Java with a larger -Xmx."
              .formatted(relation, held, Runtime.getRuntime().maxMemory() >> 20),
          e);
    }
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
    publish(
        relation,
        plan,
        query -> {
          if (view) {
            engine.replace(schema, name, true, query, execution);
          } else {
            Placement placement = Placing.of(relation, plan.datasets());
            engine.replaceTable(schema, name, query, placement, execution);
          }
        },
        execution);
  }

  /** How a materialized view of a relation would be refreshed; nothing is sent. */
  public RefreshRule refreshRule(Relation relation) {
    Plan plan = planner.plan(relation).unordered();
    return materializedViews("keep " + relation.name() + " as a materialized view")
        .rule(renderer.renderInlined(plan.query()), plan.datasets());
  }

  /**
   * Replaces a table or view by a materialized view of a relation.
   *
   * @param relation the relation, whose order is left out
   * @param schema the schema; empty for the default one
   * @param name the name
   * @param execution the conditions
   */
  public void materialize(Relation relation, String schema, String name, Execution execution) {
    MaterializedViews views =
        materializedViews("keep " + relation.name() + " as a materialized view");
    Plan plan = planner.plan(relation).unordered();
    views.rule(renderer.renderInlined(plan.query()), plan.datasets());
    Placement placement = Placing.of(relation, plan.datasets());
    publish(
        relation,
        plan,
        query -> views.replace(schema, name, query, placement, execution),
        execution);
  }

  /** Brings a materialized view up to date. */
  public void refresh(Dataset view, String schema, String name, Execution execution) {
    SqlStatement refresh = materializedViews("refresh " + view.name()).refresh(schema, name);
    telling(view.name(), refresh, List.of(), () -> engine.run(List.of(refresh), execution));
  }

  private MaterializedViews materializedViews(String what) {
    profile.require(
        Capability.MATERIALIZED_VIEWS,
        what,
        "Publish it as a table, and publish it again when its sources have changed.");
    return engine.materializedViews();
  }

  /**
   * Runs the statements that write a relation's rows.
   *
   * @param relation the relation
   * @param writing makes the statements of the relation's query
   * @param execution the conditions
   */
  public void write(Relation relation, Writing writing, Execution execution) {
    writing.columns().forEach(column -> relation.require(column, "write"));
    Plan plan = planner.plan(relation);
    publish(relation, plan, query -> engine.run(writing.statements(query), execution), execution);
  }

  private void publish(
      Relation relation, Plan plan, Consumer<SqlStatement> publishing, Execution execution) {
    try (Staged staged = Staged.of(staging, plan, execution)) {
      prepare(relation, plan, execution);
      SqlStatement query = renderer.renderInlined(plan.query());
      telling(relation.name(), query, plan.notes(), () -> publishing.accept(query));
    }
  }

  private void telling(String name, SqlStatement sent, List<String> notes, Runnable work) {
    Telling telling = new Telling(name, sent, notes, this::tell);
    try {
      work.run();
      telling.done(0);
    } catch (AthenaException e) {
      telling.failed(e);
      throw e;
    }
  }
}
