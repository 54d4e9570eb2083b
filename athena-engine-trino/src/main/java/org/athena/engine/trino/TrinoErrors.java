package org.athena.engine.trino;

import org.athena.error.EngineFailedException.Kind;

/**
 * Trino's error numbers by kind. The numbers are of the server's standard errors; those of
 * connectors have the connector's number times 2^16 in front.
 *
 * @source https://trino.io/docs/current/develop/client-protocol.html, and StandardErrorCode in
 *     Trino's SPI
 */
final class TrinoErrors {

  private static final int INTERNAL = 0x1_0000;
  private static final int INSUFFICIENT_RESOURCES = 0x2_0000;
  private static final int EXTERNAL = 0x100_0000;

  private TrinoErrors() {}

  static Kind kind(int code, String message) {
    return switch (code) {
      case 4, 23, 31, 38 -> Kind.NOT_ALLOWED;
      case 5, 6, 29, 43, 44, 45, 46, 47, 48, 134 -> Kind.NOT_FOUND;
      case 7, 8, 9, 16, 19, 28, 114, 115, 116 -> Kind.BAD_VALUE;
      case 12, 17, 49, 50, 51 -> Kind.CONFLICT;
      // Without a number are the driver's own errors, and those of no kind at all.
      case 0 -> message.startsWith("Query failed") ? Kind.BAD_VALUE : Kind.OTHER;
      default -> byRange(code, message);
    };
  }

  private static Kind byRange(int code, String message) {
    if (code < INTERNAL) {
      return Kind.INVALID_STATEMENT;
    }
    if (code < INSUFFICIENT_RESOURCES) {
      return Kind.OTHER;
    }
    if (code < EXTERNAL) {
      return Kind.OUT_OF_RESOURCES;
    }
    return message.contains("Failed to commit") ? Kind.CONFLICT : Kind.STORAGE;
  }

  /** Whether the server lost the query, or never began it, by no fault of the query. */
  static boolean isPassing(int code) {
    return switch (code) {
      // Too many requests failed, page transport error and time-out, no nodes, remote task error,
      // shutting down, starting up, remote host gone; the last: the queue is full.
      case 65537, 65539, 65540, 65541, 65542, 65545, 65548, 65558, 131074 -> true;
      default -> false;
    };
  }
}
