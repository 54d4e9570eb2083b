package org.athena.error;

/** The parts of a question are valid alone but not together: change the question. */
public final class InvalidQuestionException extends AthenaException {

  private static final long serialVersionUID = 1L;

  /** With a message that says what was wrong, where, and what to do. */
  public InvalidQuestionException(String message) {
    super(message, null);
  }
}
