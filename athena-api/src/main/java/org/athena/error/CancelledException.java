package org.athena.error;

/** The caller cancelled the work. */
public final class CancelledException extends AthenaException {

  private static final long serialVersionUID = 1L;

  /** With a message that says what was wrong, where, and what to do. */
  public CancelledException(String message) {
    super(message, null);
  }

  /** The same with what caused it. */
  public CancelledException(String message, Throwable cause) {
    super(message, cause);
  }
}
