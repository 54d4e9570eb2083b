package org.athena.model;

import java.util.List;
import java.util.Map;

/**
 * A relation defined by a hand-written query for each engine: the way out for what the vocabulary
 * cannot say.
 *
 * <p>The text is sent as it is, as a sub-query; keep values that users typed out of it.
 *
 * @param name the name for messages
 * @param columns the columns that every text yields, in this order
 * @param texts the query by the engine's name, for instance {@code duckdb}
 */
public record NativeQuery(String name, List<Column<?>> columns, Map<String, String> texts)
    implements Relation {

  /** Keeps its own copies; needs one text. */
  public NativeQuery {
    columns = List.copyOf(columns);
    texts = Map.copyOf(texts);
    if (texts.isEmpty()) {
      throw new IllegalArgumentException(
          "Cannot make query %s: it has no text. Give one for each engine.".formatted(name));
    }
  }

  /** A query with the columns that it yields; add a text for each engine. */
  public static NativeQuery of(String name, String engine, String text, Column<?>... columns) {
    return new NativeQuery(name, List.of(columns), Map.of(engine, text));
  }

  /** The same with a text for one more engine. */
  public NativeQuery on(String engine, String text) {
    var more = new java.util.HashMap<>(texts);
    more.put(engine, text);
    return new NativeQuery(name, columns, more);
  }
}
