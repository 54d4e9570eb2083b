package org.athena.error;

/** The data contradict what was declared of them: mend the data or the declaration. */
public final class BadDataException extends AthenaException {

  private static final long serialVersionUID = 1L;

  /** With a message that says what was wrong, where, and what to do. */
  public BadDataException(String message) {
    super(message, null);
  }

  /** The same with what caused it. */
  public BadDataException(String message, Throwable cause) {
    super(message, cause);
  }
}
