package org.athena.engine.athena;

import java.util.List;
import java.util.Map;

/** What runs the statements that an {@link Endpoint} takes. */
interface Backend {

  /** Starts a statement. */
  Work start(String sql, String database);

  /** The tables and views of a database. */
  default List<String> tables(String database) {
    return List.of();
  }

  /** A statement on its way. */
  interface Work {

    /** Where it stands now, as the service would describe it. */
    Status status();

    /** Ends it. */
    void stop();

    /** The names of the columns, once it has succeeded. */
    List<String> columns();

    /** The next row, each value as text; null after the last. */
    List<String> next();
  }

  /**
   * Where a statement stands.
   *
   * @param state the service's word for it
   * @param reason why; null for no reason
   * @param retryable whether the service says that it may be tried again
   * @param statistics the service's figures by name
   */
  record Status(String state, String reason, boolean retryable, Map<String, Object> statistics) {

    static Status of(String state) {
      return new Status(state, null, false, Map.of());
    }

    boolean hasEnded() {
      return !state.equals("QUEUED") && !state.equals("RUNNING");
    }
  }
}
