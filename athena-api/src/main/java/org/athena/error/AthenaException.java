package org.athena.error;

import org.jspecify.annotations.Nullable;

/** The root of what Athena throws; the type tells who must act. */
public abstract sealed class AthenaException extends RuntimeException
    permits InvalidQuestionException,
        UnsupportedByEngineException,
        BadDataException,
        EngineFailedException,
        EngineUnavailableException,
        CancelledException,
        TimedOutException,
        ResultTooLargeException,
        UnexpectedShapeException {

  private static final long serialVersionUID = 1L;

  AthenaException(String message, @Nullable Throwable cause) {
    super(message, cause);
  }
}
