package org.athena.error;

import org.jspecify.annotations.Nullable;

/** The engine refused or failed a statement; says which kind of failure and shows the statement. */
public final class EngineFailedException extends AthenaException {

  private static final long serialVersionUID = 1L;

  /** What kind of failure it was. */
  public enum Kind {
    /** A table, view or column is not there. */
    NOT_FOUND,
    /** The statement is not valid for the engine. */
    INVALID_STATEMENT,
    /** A value cannot be read as the type asked for, or does not fit. */
    BAD_VALUE,
    /** Memory or disk ran out. */
    OUT_OF_RESOURCES,
    /** A file or object cannot be read or written. */
    STORAGE,
    /** The engine does not allow it. */
    NOT_ALLOWED,
    /** Another writer was faster. */
    CONFLICT,
    /** Anything else. */
    OTHER
  }

  private final Kind kind;
  private final String engine;
  private final @Nullable String statement;

  /**
   * A failure.
   *
   * @param kind the kind of failure
   * @param engine the engine's name
   * @param message what happened and what to do
   * @param statement the text that was sent, without bound values; or null
   * @param cause the driver's error
   */
  public EngineFailedException(
      Kind kind, String engine, String message, @Nullable String statement, Throwable cause) {
    super(message, cause);
    this.kind = kind;
    this.engine = engine;
    this.statement = statement;
  }

  /** The kind of failure. */
  public Kind kind() {
    return kind;
  }

  /** The engine's name. */
  public String engine() {
    return engine;
  }

  /** The text that was sent, without bound values, if one was. */
  public @Nullable String statement() {
    return statement;
  }
}
