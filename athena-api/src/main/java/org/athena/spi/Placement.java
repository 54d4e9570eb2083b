package org.athena.spi;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.athena.model.Column;
import org.jspecify.annotations.Nullable;

/**
 * By which of its columns a published table is mostly asked: a hint for engines that can lay rows
 * out by them.
 *
 * @param key the columns that identify a row; may be empty
 * @param time when it happened; or null
 */
public record Placement(List<Column<?>> key, @Nullable Column<?> time) {

  /** Keeps its own copy. */
  public Placement {
    key = List.copyOf(key);
  }

  /** Nothing is known. */
  public static Placement none() {
    return new Placement(List.of(), null);
  }

  /** The column by which rows are put together, if there is a key. */
  public Optional<Column<?>> first() {
    return key.stream().<Column<?>>map(column -> column).findFirst();
  }

  /** The columns by which rows are put in order: the first of the key, then the time. */
  public List<Column<?>> order() {
    List<Column<?>> order = new ArrayList<>();
    first().ifPresent(order::add);
    if (time != null && !order.contains(time)) {
      order.add(time);
    }
    return order;
  }
}
