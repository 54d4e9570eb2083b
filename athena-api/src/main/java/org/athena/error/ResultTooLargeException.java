package org.athena.error;

/** The caller wants to hold more rows at once than there is memory for. */
public final class ResultTooLargeException extends AthenaException {

  private static final long serialVersionUID = 1L;

  /** With a message that says what was wrong, where, and what to do. */
  public ResultTooLargeException(String message, Throwable cause) {
    super(message, cause);
  }
}
