package org.athena.error;

/** The work took longer than the caller allows. */
public final class TimedOutException extends AthenaException {

  private static final long serialVersionUID = 1L;

  /** With a message that says what was wrong, where, and what to do. */
  public TimedOutException(String message) {
    super(message, null);
  }

  /** The same with what caused it. */
  public TimedOutException(String message, Throwable cause) {
    super(message, cause);
  }
}
