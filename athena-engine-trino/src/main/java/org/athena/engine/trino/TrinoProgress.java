package org.athena.engine.trino;

import java.lang.reflect.Method;
import java.util.OptionalDouble;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.athena.jdbc.JdbcProfile.Reading;
import org.jspecify.annotations.Nullable;

/**
 * What the driver's monitor told last of a statement.
 *
 * <p>The driver is not compiled against: it is on the class path of the running program only.
 */
final class TrinoProgress {

  private TrinoProgress() {}

  /** Has a statement that is not yet executed tell how far it is. */
  static Supplier<@Nullable Reading> of(Object driverStatement) {
    AtomicReference<@Nullable Object> last = new AtomicReference<>();
    Consumer<Object> monitor = last::set;
    try {
      Method set = driverStatement.getClass().getMethod("setProgressMonitor", Consumer.class);
      set.invoke(driverStatement, monitor);
    } catch (ReflectiveOperationException e) {
      return () -> null;
    }
    return () -> reading(last.get());
  }

  /** The part that is done is not known before the statement has left the queue. */
  private static @Nullable Reading reading(@Nullable Object stats) {
    if (stats == null) {
      return null;
    }
    try {
      OptionalDouble percent = (OptionalDouble) value(stats, "getProgressPercentage");
      return new Reading(
          percent.orElse(0) / 100,
          (Long) value(stats, "getProcessedRows"),
          (Long) value(stats, "getProcessedBytes"),
          (String) value(stats, "getQueryId"));
    } catch (ReflectiveOperationException e) {
      return null;
    }
  }

  private static Object value(Object stats, String accessor) throws ReflectiveOperationException {
    return stats.getClass().getMethod(accessor).invoke(stats);
  }
}
