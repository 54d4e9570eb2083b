package org.athena.spi;

import org.athena.model.Row;
import org.jspecify.annotations.Nullable;

/** A forward cursor over the rows of a statement; not for several threads at once. */
public interface Rows extends AutoCloseable {

  /** The next row, or null after the last. */
  @Nullable Row next();

  /** Gives the engine's resources back; closing twice does nothing. */
  @Override
  void close();
}
