package org.athena.examples.cli;

/** A mistake in an option or a file that the caller can mend; ends the run with status 2. */
final class Mistake extends RuntimeException {

  private static final long serialVersionUID = 1L;

  Mistake(String message) {
    super(message);
  }

  Mistake(String message, Throwable cause) {
    super(message, cause);
  }

  /** A mistake in the value of an option. */
  static Mistake in(String option, String what) {
    return new Mistake("Option " + option + ": " + what);
  }
}
