package org.athena;

import java.nio.file.Path;
import java.util.List;
import java.util.ServiceLoader;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.athena.model.Dataset;
import org.athena.model.Lake;
import org.athena.model.Relation;
import org.athena.model.Row;
import org.athena.query.Question;
import org.athena.run.Runner;
import org.athena.spi.Engine;
import org.athena.spi.EngineProfile;
import org.athena.spi.EngineProvider;
import org.athena.spi.EngineSettings;
import org.athena.spi.Execution;
import org.athena.spi.Rows;
import org.jspecify.annotations.Nullable;

/**
 * An open engine that answers questions about a lake: the one place where a question touches data.
 * Safe for several threads; closing twice does nothing.
 *
 * <p>All methods throw subtypes of {@link org.athena.error.AthenaException}, of which the type says
 * who must act.
 */
public final class Athena implements AutoCloseable {

  private final Engine engine;
  private final Runner runner;

  private Athena(Engine engine, @Nullable Lake lake) {
    this.engine = engine;
    this.runner = new Runner(engine, lake);
  }

  /**
   * Opens the engine that a URL names.
   *
   * @param url the engine's name, a colon, and where it is, for instance {@code duckdb:} for one in
   *     memory or {@code duckdb:lake.db?memory_limit=2GB}
   * @param lake the files that it may read
   * @throws IllegalArgumentException when there is no such engine or a setting is wrong
   * @throws org.athena.error.EngineUnavailableException when it cannot be opened
   */
  public static Athena open(String url, Lake lake) {
    EngineSettings settings = EngineSettings.parse(url);
    return new Athena(provider(settings).open(settings, lake), lake);
  }

  /**
   * What the engine that a URL names is and can do, told without reaching it.
   *
   * @throws IllegalArgumentException as from {@link #open(String, Lake)}
   */
  public static EngineProfile profile(String url) {
    EngineSettings settings = EngineSettings.parse(url);
    return provider(settings).profile(settings);
  }

  private static EngineProvider provider(EngineSettings settings) {
    for (EngineProvider provider : ServiceLoader.load(EngineProvider.class)) {
      if (provider.name().equals(settings.scheme())) {
        return provider;
      }
    }
    List<String> names =
        ServiceLoader.load(EngineProvider.class).stream().map(p -> p.get().name()).toList();
    throw new IllegalArgumentException(
        "No engine named '%s'; on the class path are %s. Add the dependency athena-engine-%s."
            .formatted(settings.scheme(), names, settings.scheme()));
  }

  /** Opens the engine that a URL names over a lake in a folder. */
  public static Athena open(String url, Path lake) {
    return open(url, Lake.at(lake));
  }

  /** Answers questions with an engine that the caller made; closed with this. */
  public static Athena over(Engine engine) {
    return new Athena(engine, null);
  }

  /** What the engine is and can do. */
  public EngineProfile engine() {
    return runner.profile();
  }

  /** Tells a listener of every statement that ends from now on, on the thread that ran it. */
  public Athena listening(Consumer<StatementEvent> listener) {
    runner.listen(ran ->
        listener.accept(
            new StatementEvent(
                ran.relation(),
                ran.statement().text(),
                ran.notes(),
                ran.rows(),
                ran.millis(),
                ran.error())));
    return this;
  }

  /**
   * The typed answer to a question.
   *
   * @throws org.athena.error.ResultTooLargeException when the heap cannot hold its rows
   */
  public <A> A fetch(Question<A> question) {
    return fetch(question, RunOptions.none());
  }

  /** The typed answer to a question, under conditions. */
  public <A> A fetch(Question<A> question, RunOptions options) {
    try (Rows rows = runner.rows(question, options.execution())) {
      return question.answer(Runner.all(rows, question.name()));
    }
  }

  /**
   * All rows of a relation.
   *
   * @throws org.athena.error.ResultTooLargeException when the heap cannot hold them; {@link
   *     #stream} holds one at a time
   */
  public List<Row> rows(Relation relation) {
    return rows(relation, RunOptions.none());
  }

  /** All rows of a relation, under conditions. */
  public List<Row> rows(Relation relation, RunOptions options) {
    try (Rows rows = runner.rows(relation, options.execution())) {
      return Runner.all(rows, relation.name());
    }
  }

  /** All rows of a relation as records; see {@link Row#as}. */
  public <R extends Record> List<R> rows(Relation relation, Class<R> record) {
    return rows(relation).stream().map(row -> row.as(record)).toList();
  }

  /**
   * The rows of a relation one after the other, in bounded memory.
   *
   * @return to be closed, which gives the connection back; closed by itself after the last row
   */
  public Stream<Row> stream(Relation relation) {
    return stream(relation, RunOptions.none());
  }

  /** The rows of a relation one after the other, under conditions. */
  public Stream<Row> stream(Relation relation, RunOptions options) {
    return RowStream.of(runner.rows(relation, options.execution()));
  }

  /** How a relation would be asked: statements, lowerings and why; nothing is sent. */
  public Explanation explain(Relation relation) {
    return Explanation.of(runner.plan(relation));
  }

  /** The statement of a relation's rows, with a {@code ?} for each bound value; nothing is sent. */
  public String sql(Relation relation) {
    return runner.plan(relation).statement().text();
  }

  /** Starts to publish a relation under a name in the engine. */
  public Publication publish(Relation relation) {
    return new Publication(runner, relation);
  }

  /**
   * Brings a materialized view up to date.
   *
   * @param view the view, as {@link Publication#asMaterializedView} gave it
   * @throws org.athena.error.UnsupportedByEngineException when the engine has no such views
   */
  public void refresh(Dataset view) {
    Publication.Name name = Publication.Name.of(view.qualifiedName());
    runner.refresh(view, name.schema(), name.table(), Execution.unlimited());
  }

  /** The engine's name. */
  @Override
  public String toString() {
    return "Athena on " + engine.profile().name();
  }

  @Override
  public void close() {
    engine.close();
  }
}
