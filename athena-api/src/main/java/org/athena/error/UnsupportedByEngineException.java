package org.athena.error;

/**
 * The engine lacks what the question needs: choose another engine or question; nothing was sent.
 */
public final class UnsupportedByEngineException extends AthenaException {

  private static final long serialVersionUID = 1L;

  /** With a message that says what was wrong, where, and what to do. */
  public UnsupportedByEngineException(String message) {
    super(message, null);
  }
}
