package org.athena.error;

/** The engine cannot be opened or reached: mend the settings, or try again later. */
public final class EngineUnavailableException extends AthenaException {

  private static final long serialVersionUID = 1L;

  /** With a message that says what was wrong, where, and what to do. */
  public EngineUnavailableException(String message) {
    super(message, null);
  }

  /** The same with what caused it. */
  public EngineUnavailableException(String message, Throwable cause) {
    super(message, cause);
  }
}
