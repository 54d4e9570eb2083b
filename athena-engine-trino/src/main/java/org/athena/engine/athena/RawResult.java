package org.athena.engine.athena;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** The rows of a result as the service writes them: each value as text, null for a null. */
interface RawResult extends AutoCloseable {

  /** The next row, or null after the last. */
  @Nullable List<@Nullable String> next();

  @Override
  void close();
}
