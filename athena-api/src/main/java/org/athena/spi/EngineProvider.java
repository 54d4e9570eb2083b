package org.athena.spi;

import org.athena.model.Lake;

/** Opens engines of one kind; found by {@link java.util.ServiceLoader}. */
public interface EngineProvider {

  /** The engine's name: the scheme of the URLs that it opens. */
  String name();

  /**
   * What an engine with these settings is and offers, told without reaching it.
   *
   * @throws IllegalArgumentException as from {@link #open}
   */
  EngineProfile profile(EngineSettings settings);

  /**
   * Opens an engine.
   *
   * @param settings where it is and how it is to behave
   * @param lake the files that it may read
   * @throws IllegalArgumentException when a setting is wrong; the message lists all that are
   * @throws org.athena.error.EngineUnavailableException when it cannot be reached
   */
  Engine open(EngineSettings settings, Lake lake);
}
