package org.athena.jdbc;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.athena.error.EngineFailedException;
import org.athena.spi.EngineProfile;
import org.athena.spi.Placement;
import org.athena.spi.RefreshRule;
import org.jspecify.annotations.Nullable;

/**
 * What an engine over JDBC is and how it is reached; valid from birth.
 *
 * @param engine what the engine is
 * @param url the JDBC URL
 * @param properties the driver's properties
 * @param connections how many connections the pool holds, all opened at once
 * @param connectTimeout the most time to wait for a connection
 * @param instance statements run once, on the first connection
 * @param session statements run on every connection
 * @param seal statements run once, after all connections were made ready
 * @param behaviour what only this engine does
 */
public record JdbcProfile(
    EngineProfile engine,
    String url,
    Map<String, String> properties,
    int connections,
    Duration connectTimeout,
    List<String> instance,
    List<String> session,
    List<String> seal,
    Behaviour behaviour) {

  /** Keeps its own copies. */
  public JdbcProfile {
    properties = Map.copyOf(properties);
    instance = List.copyOf(instance);
    session = List.copyOf(session);
    seal = List.copyOf(seal);
  }

  /** What engines do differently. */
  public interface Behaviour {

    /** The kind of failure that an error is. */
    EngineFailedException.Kind kindOf(DriverError error);

    /** Shows files under the name of a data set; see {@link org.athena.spi.Engine#mount}. */
    void mount(org.athena.model.Dataset dataset, Session session);

    /**
     * Starts to watch a driver's statement before it is executed.
     *
     * @return asked while it runs; gives null where nothing is known yet
     */
    Supplier<@Nullable Reading> watch(Object driverStatement);

    /** The statements that replace a table or view; see {@link #isTransactional}. */
    List<String> replace(Replacement replacement, Session session);

    /** See {@link org.athena.spi.Engine#readsStores}. */
    default boolean readsStores() {
      return false;
    }

    /** What is done with materialized views; empty where there are none. */
    default Optional<Materialized> materialized() {
      return Optional.empty();
    }

    /** Looks at what was reached when the engine is opened; throws if it cannot be used. */
    default void greet(Session session) {}

    /** Whether several statements can be one transaction; else they run one after the other. */
    default boolean isTransactional() {
      return true;
    }

    /** The value that the driver is given for a bound one. */
    default Object bound(Object value) {
      return value;
    }

    /**
     * Whether closing a result reads all rows that are left: it is cancelled before, if some are.
     */
    default boolean readsOnWhenClosed() {
      return false;
    }

    /**
     * Whether the driver takes a lost connection for the end of a result: the connection is tried
     * after the last row.
     */
    default boolean mayEndEarly() {
      return false;
    }

    /**
     * Whether an error says that the engine did not work on the statement, or lost it by no fault
     * of the statement: a query is then sent again, as long as none of its rows was seen.
     */
    default boolean isPassing(DriverError error) {
      return false;
    }
  }

  /** Hides the values of properties: some are secrets. */
  @Override
  public String toString() {
    return "JdbcProfile[%s, %s, %s]".formatted(engine, url, properties.keySet());
  }

  /**
   * How far a statement has come.
   *
   * @param fraction the part that is done, 0 to 1
   * @param rows how many rows were read; -1 where that is not told
   * @param bytes how many bytes were read; -1 where that is not told
   * @param queryId the engine's name for the statement; null where it gives none
   */
  public record Reading(double fraction, long rows, long bytes, @Nullable String queryId) {}

  /**
   * A driver's error.
   *
   * @param message its message
   * @param sqlState its state; may be empty
   * @param code its number
   */
  public record DriverError(String message, String sqlState, int code) {}

  /**
   * A table or view to be replaced by the rows of a query.
   *
   * @param schema the schema; empty for the default one
   * @param name the table's name
   * @param view whether a view is wanted rather than a table
   * @param query the query, without bound values
   * @param placement by which columns a table is mostly asked
   */
  public record Replacement(
      String schema, String name, boolean view, String query, Placement placement) {}

  /** The statements of an engine that has materialized views. */
  public interface Materialized {

    /** How a view is refreshed; see {@link org.athena.spi.MaterializedViews#rule}. */
    RefreshRule rule(String query, List<org.athena.model.Dataset> reads);

    /** The statements that replace a table or view by a materialized view. */
    List<String> replace(Replacement replacement, Session session);

    /** The statement that refreshes a view; the schema is empty for the default one. */
    String refresh(String schema, String name);
  }

  /** One connection, lent for setting up. */
  public interface Session {

    /** Runs a statement. */
    void execute(String sql);

    /** Runs a query; each row has its values as text, null for a null. */
    List<List<String>> texts(String sql);
  }
}
