package org.athena.kit;

import static org.athena.query.Query.from;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.athena.Athena;
import org.athena.StatementEvent;
import org.athena.error.UnsupportedByEngineException;
import org.athena.model.Column;
import org.athena.model.Dataset;
import org.athena.model.Expressions;
import org.athena.model.Lake;
import org.athena.model.On;
import org.athena.model.Relation;
import org.athena.model.Row;
import org.athena.query.Query;
import org.athena.query.Select;
import org.athena.spi.Capability;
import org.athena.spi.EngineProfile;

/**
 * The engine that is being proven, opened once for all topics of a class, and the tables that they
 * share.
 */
final class Subject implements AutoCloseable {

  /** The column of {@link #numbers}. */
  static final Column<Long> N = Column.integer("n");

  private static final Column<Long> CASE = Column.integer("case_number");
  private static final Column<Long> DIGIT = Column.integer("digit");
  private static final long BASE = 200;

  private final Path folder;
  private final Function<Lake, Athena> opening;
  private final BiFunction<Athena, Table, Dataset> loading;
  private final Athena athena;
  private final Map<String, Table> tables = new HashMap<>();
  private final Map<String, Dataset> datasets = new HashMap<>();
  private final int seeds;
  private final AtomicLong statements = new AtomicLong();
  private final List<StatementEvent> heard = new CopyOnWriteArrayList<>();

  Subject(
      Path folder,
      Function<Lake, Athena> opening,
      BiFunction<Athena, Table, Dataset> loading,
      int seeds) {
    this.folder = folder;
    this.opening = opening;
    this.loading = loading;
    this.seeds = seeds;
    this.athena = open();
    athena.listening(event -> {
      statements.incrementAndGet();
      heard.add(event);
    });
  }

  /** The engine, shared: never to be closed by a test. */
  Athena athena() {
    return athena;
  }

  /** The engine opened once more, for tests of opening and closing. */
  Athena open() {
    return opening.apply(Lake.at(folder));
  }

  EngineProfile profile() {
    return athena.engine();
  }

  /** How many random logs are stacked in one table. */
  int seeds() {
    return seeds;
  }

  long statements() {
    return statements.get();
  }

  /** The statements that ended while some work was done. */
  List<StatementEvent> during(Runnable work) {
    heard.clear();
    work.run();
    return List.copyOf(heard);
  }

  /** Writes a file of lines below the lake's folder. */
  void write(String file, String... lines) {
    try {
      Path path = folder.resolve(file);
      Files.createDirectories(path.getParent());
      Files.writeString(path, String.join("\n", lines) + "\n");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The table as a data set of the engine, put there when it is first asked for. */
  Dataset table(Table table) {
    Table same = tables.putIfAbsent(table.name(), table);
    assertTrue(same == null || same.equals(table), () -> "two tables of the name " + table.name());
    return datasets.computeIfAbsent(table.name(), name -> loading.apply(athena, table));
  }

  /**
   * The answer to what needs capabilities: given where the engine has them all. Elsewhere nothing,
   * after a proof that the refusal names one that is missing, and that nothing is sent before.
   */
  <A> Optional<A> ask(Function<Athena, A> question, Capability... needs) {
    List<Capability> missing = Arrays.stream(needs).filter(c -> !profile().can(c)).toList();
    if (missing.isEmpty()) {
      return Optional.of(question.apply(athena));
    }
    assertRefused(profile(), question, missing);
    return Optional.empty();
  }

  /** Whether the engine lacks one of these, in which case what needs it was properly refused. */
  boolean refuses(Function<Athena, ?> question, Capability... needs) {
    List<Capability> missing = Arrays.stream(needs).filter(c -> !profile().can(c)).toList();
    if (!missing.isEmpty()) {
      assertRefused(profile(), question, missing);
    }
    return !missing.isEmpty();
  }

  static void assertRefused(
      EngineProfile profile, Function<Athena, ?> question, List<Capability> missing) {
    try (Athena nothingIsSent = Athena.over(new Untouchable(profile))) {
      UnsupportedByEngineException e =
          assertThrows(UnsupportedByEngineException.class, () -> question.apply(nothingIsSent));
      assertTrue(
          missing.stream()
              .anyMatch(
                  c -> e.getMessage().contains("on %s: it lacks %s".formatted(profile.name(), c))),
          () -> "one of " + missing + " is to be named: " + e.getMessage());
    }
  }

  /** The rows of each of several queries with the same columns, asked in one statement. */
  List<List<List<Object>>> each(Query... queries) {
    List<Relation> parts = new ArrayList<>();
    Map<Long, List<List<Object>>> rows = new TreeMap<>();
    for (Query query : queries) {
      long number = parts.size();
      rows.put(number, new ArrayList<>());
      List<org.athena.model.Output<?>> outputs = new ArrayList<>(query.columns());
      outputs.add(Expressions.literal(number).as(CASE.name()));
      parts.add(from(query).select(outputs.toArray(org.athena.model.Output<?>[]::new)));
    }
    Query all = from(parts.get(0)).union(parts.subList(1, parts.size()).toArray(Relation[]::new));
    for (Row row : athena.fetch(all)) {
      List<Object> values = row.values();
      rows.get(row.require(CASE)).add(values.subList(0, values.size() - 1));
    }
    return List.copyOf(rows.values());
  }

  /** The values of a column that each of several queries yields, sorted; in one statement. */
  <T extends Comparable<T>> List<List<T>> valuesOfEach(Column<T> column, Query... queries) {
    Query[] selected =
        Arrays.stream(queries).map(query -> from(query).select(column)).toArray(Query[]::new);
    return each(selected).stream()
        .map(rows ->
            rows.stream().map(r -> column.type().javaType().cast(r.get(0))).sorted().toList())
        .toList();
  }

  /** Makes sure that each of several queries yields just these values of a column. */
  <T extends Comparable<T>> void assertEach(Column<T> column, Map<Query, List<T>> wanted) {
    List<Query> queries = List.copyOf(wanted.keySet());
    assertEquals(
        queries.stream().map(wanted::get).toList(),
        valuesOfEach(column, queries.toArray(Query[]::new)));
  }

  /**
   * A relation of so many rows, whose column {@link #N} counts from 0: digits, each with each. The
   * base is high because some engines are slow to plan queries within queries.
   */
  Select numbers(long rows) {
    Table digits = Table.of("digits", DIGIT);
    for (long digit = 0; digit < BASE; digit++) {
      digits = digits.row(digit);
    }
    Dataset loaded = table(digits);
    Query all = from(loaded).select(DIGIT.as("n"), Expressions.literal(0L).as("zero"));
    Column<Long> zero = Column.integer("zero");
    for (long unit = BASE; unit < rows; unit *= BASE) {
      Query next =
          from(loaded)
              .where(DIGIT.lt(rows / unit + 1))
              .select(DIGIT.as("next_digit"), Expressions.literal(0L).as("next_zero"));
      all =
          all.join(next, On.on(zero, Column.integer("next_zero")))
              .select(
                  Expressions.add(
                          N,
                          Expressions.multiply(
                              Column.integer("next_digit"), Expressions.literal(unit)))
                      .as("n"),
                  zero);
    }
    return all.where(N.lt(rows)).select(N);
  }

  @Override
  public void close() {
    athena.close();
  }
}
