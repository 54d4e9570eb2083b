package org.athena.engine.redshift;

import java.util.Locale;
import java.util.Set;
import org.athena.error.EngineFailedException.Kind;

/**
 * Errors by SQLSTATE, as PostgreSQL has them and Redshift has kept them, and by words where
 * Redshift tells its own errors under a state of no meaning.
 *
 * @source https://www.postgresql.org/docs/current/errcodes-appendix.html, and Serializable
 *     isolation and Spectrum in the Amazon Redshift Database Developer Guide
 */
final class RedshiftErrors {

  private static final Set<String> NOT_FOUND =
      Set.of("42P01", "42703", "3F000", "42883", "3D000", "42704");
  private static final Set<String> LOST =
      Set.of("08000", "08001", "08003", "08004", "08006", "57P01", "57P02", "57P03");

  /** The states under which Redshift tells most of its own errors. */
  private static final String INTERNAL = "XX";

  /** Stopped by the engine itself: over its time, or by a rule of its queue. */
  private static final String STOPPED = "57014";

  private RedshiftErrors() {}

  static Kind kind(String state, String message) {
    if (state.startsWith(INTERNAL)) {
      return byWords(message.toLowerCase(Locale.ROOT));
    }
    if (state.equals(STOPPED)) {
      return Kind.OUT_OF_RESOURCES;
    }
    return NOT_FOUND.contains(state) ? Kind.NOT_FOUND : byClass(state);
  }

  private static Kind byWords(String words) {
    if (words.contains("serializable isolation violation")) {
      return Kind.CONFLICT;
    }
    if (words.contains("overflow") || words.contains("out of range")) {
      return Kind.BAD_VALUE;
    }
    if (words.contains("access denied") || words.contains("not authorized")) {
      return Kind.NOT_ALLOWED;
    }
    return words.contains("spectrum") || words.contains("s3") ? Kind.STORAGE : Kind.OTHER;
  }

  private static Kind byClass(String state) {
    if (state.equals("42501") || state.startsWith("28")) {
      return Kind.NOT_ALLOWED;
    }
    return switch (state.length() < 2 ? "" : state.substring(0, 2)) {
      case "22", "23" -> Kind.BAD_VALUE;
      case "40", "55" -> Kind.CONFLICT;
      case "42", "0A" -> Kind.INVALID_STATEMENT;
      case "53", "54" -> Kind.OUT_OF_RESOURCES;
      case "58" -> Kind.STORAGE;
      default -> Kind.OTHER;
    };
  }

  /** Whether the connection was lost, or the statement never begun: reading again is safe. */
  static boolean isPassing(String state) {
    return LOST.contains(state);
  }
}
