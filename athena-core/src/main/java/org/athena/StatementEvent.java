package org.athena;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A statement that has ended.
 *
 * @param relation the name of what was asked
 * @param sql the text that was sent, without bound values
 * @param lowering the lowerings chosen and why
 * @param rows how many rows were read
 * @param millis the time from sending to the last row read
 * @param error what it ended with; null for a good end
 */
public record StatementEvent(
    String relation,
    String sql,
    List<String> lowering,
    long rows,
    long millis,
    @Nullable Throwable error) {

  /** Keeps its own copy. */
  public StatementEvent {
    lowering = List.copyOf(lowering);
  }
}
