package org.athena.engine.athena;

import java.util.Locale;
import java.util.Set;
import org.athena.error.AthenaException;
import org.athena.error.EngineFailedException;
import org.athena.error.EngineFailedException.Kind;
import org.athena.error.EngineUnavailableException;
import org.athena.spi.SqlStatement;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.athena.model.QueryExecution;
import software.amazon.awssdk.services.athena.model.QueryExecutionState;
import software.amazon.awssdk.services.athena.model.TooManyRequestsException;

/** Tells the service's errors by kind; never with a value that was bound. */
final class ServiceErrors {

  static final String ENGINE = "athena";

  private static final Set<String> CREDENTIALS =
      Set.of(
          "ExpiredTokenException",
          "IncompleteSignature",
          "InvalidClientTokenId",
          "InvalidSignatureException",
          "MissingAuthenticationToken",
          "UnrecognizedClientException");
  private static final int SERVER_ERROR = 500;
  private static final int SHORTEST_SECRET = 4;

  private final AthenaConfig config;
  private final @Nullable Long cutoff;

  /**
   * Errors of one workgroup.
   *
   * @param cutoff the most bytes that a statement may scan there; null for no or an unknown limit
   */
  ServiceErrors(AthenaConfig config, @Nullable Long cutoff) {
    this.config = config;
    this.cutoff = cutoff;
  }

  /** Whether the service has too much to do, so that the request may be sent again later. */
  static boolean isThrottling(SdkException error) {
    return error instanceof TooManyRequestsException
        || (error instanceof AwsServiceException service && service.isThrottlingException());
  }

  /** What an error of a request is. */
  AthenaException of(SdkException error, SqlStatement statement) {
    if (isThrottling(error)) {
      return new EngineUnavailableException(
          "Cannot use engine athena: workgroup '%s' in %s takes no more requests now. Ask later, or less often at once."
              .formatted(config.workgroup(), config.region()),
          error);
    }
    if (!(error instanceof AwsServiceException service)) {
      return new EngineUnavailableException(
          "Cannot reach engine athena in %s: %s. Check region, network and credentials."
              .formatted(config.region(), error.getMessage()),
          error);
    }
    String code =
        service.awsErrorDetails() == null || service.awsErrorDetails().errorCode() == null
            ? "no code"
            : service.awsErrorDetails().errorCode();
    if (CREDENTIALS.contains(code) || service.statusCode() >= SERVER_ERROR) {
      return new EngineUnavailableException(
          "Cannot use engine athena in %s: %s. Check the credentials, or ask later."
              .formatted(config.region(), error.getMessage()),
          error);
    }
    return failed(kind(code, String.valueOf(error.getMessage())), code, statement, error);
  }

  private static Kind kind(String code, String message) {
    return switch (code) {
      case "AccessDeniedException", "AccessDenied" -> Kind.NOT_ALLOWED;
      case "ResourceNotFoundException" -> Kind.NOT_FOUND;
      case "NoSuchBucket", "NoSuchKey" -> Kind.STORAGE;
      case "InvalidRequestException" ->
          message.contains("is not found") ? Kind.NOT_FOUND : Kind.INVALID_STATEMENT;
      default -> Kind.OTHER;
    };
  }

  private EngineFailedException failed(
      Kind kind, String label, SqlStatement statement, Throwable cause) {
    String told = String.valueOf(cause.getMessage());
    String masked = masked(told, statement);
    return new EngineFailedException(
        kind,
        ENGINE,
        "Engine %s failed (%s, %s): %s".formatted(ENGINE, kind, label, masked),
        statement.text(),
        masked.equals(told) ? cause : new ServiceReason(masked));
  }

  /** What the end of a statement is that is no success. */
  AthenaException ended(QueryExecution execution, SqlStatement statement) {
    String reason =
        execution.status().stateChangeReason() == null
            ? "no reason given"
            : execution.status().stateChangeReason();
    ServiceReason cause = new ServiceReason(masked(reason, statement));
    String label = "query " + execution.queryExecutionId();
    if (execution.status().state() == QueryExecutionState.FAILED) {
      return failed(ErrorKinds.of(reason), label, statement, cause);
    }
    if (!isCutOff(reason)) {
      return new EngineFailedException(
          Kind.OTHER,
          ENGINE,
          "Engine %s failed (%s, %s): somebody else stopped it: %s"
              .formatted(ENGINE, Kind.OTHER, label, cause.getMessage()),
          statement.text(),
          cause);
    }
    return new EngineFailedException(
        Kind.NOT_ALLOWED,
        ENGINE,
        "Engine %s failed (%s, %s): it was stopped after %s bytes, since workgroup '%s' lets a statement scan %s (%s). Ask for fewer partitions or columns, or have the limit raised."
            .formatted(
                ENGINE,
                Kind.NOT_ALLOWED,
                label,
                execution.statistics() == null
                    ? "unknown"
                    : execution.statistics().dataScannedInBytes(),
                config.workgroup(),
                cutoff == null ? "only so many" : cutoff + " bytes at the most",
                cause.getMessage()),
        statement.text(),
        cause);
  }

  private static boolean isCutOff(String reason) {
    return reason.toLowerCase(Locale.ROOT).contains("bytes scanned limit");
  }

  /** The engine's messages quote the statement, in which the values are literals. */
  private static String masked(String message, SqlStatement statement) {
    String masked = message;
    for (SqlStatement.Bind bind : statement.binds()) {
      if (bind.value() instanceof Boolean) {
        continue;
      }
      masked = masked.replace(Literals.of(bind.value()), "?");
      String bare = bind.value().toString();
      if (bare.length() >= SHORTEST_SECRET) {
        masked = masked.replace(bare, "?");
      }
    }
    return masked;
  }

  /** What the service said of the end of a statement. */
  private static final class ServiceReason extends RuntimeException {

    private static final long serialVersionUID = 1L;

    ServiceReason(String reason) {
      super(reason);
    }
  }
}
