package org.athena.error;

/** The engine's rows are not what the plan promised: a defect, please report it. */
public final class UnexpectedShapeException extends AthenaException {

  private static final long serialVersionUID = 1L;

  /** With a message that says what was wrong, where, and what to do. */
  public UnexpectedShapeException(String message) {
    super(message, null);
  }

  /** The same with what caused it. */
  public UnexpectedShapeException(String message, Throwable cause) {
    super(message, cause);
  }
}
