package org.athena.engine.athena;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.athena.error.EngineFailedException.Kind;

/**
 * Kinds of failure by the name with which the service starts its reason: the engine's own error
 * names for queries, names of exceptions for definitions.
 *
 * @source StandardErrorCode, HiveErrorCode and IcebergErrorCode of Trino
 */
final class ErrorKinds {

  private static final Pattern NAME =
      Pattern.compile("^(?:FAILED: )?(?:Error: )?([A-Z][A-Z0-9_]{3,}|\\w*Exception)\\b");

  private ErrorKinds() {}

  static Kind of(String reason) {
    Matcher start = NAME.matcher(reason);
    Kind named = start.find() ? named(start.group(1)) : Kind.OTHER;
    return named == Kind.OTHER ? byWords(reason) : named;
  }

  private static Kind named(String name) {
    return switch (name) {
      case "TABLE_NOT_FOUND",
          "COLUMN_NOT_FOUND",
          "SCHEMA_NOT_FOUND",
          "CATALOG_NOT_FOUND",
          "FUNCTION_NOT_FOUND",
          "NOT_FOUND",
          "EntityNotFoundException" ->
          Kind.NOT_FOUND;
      case "SYNTAX_ERROR",
          "TYPE_MISMATCH",
          "AMBIGUOUS_NAME",
          "NOT_SUPPORTED",
          "FUNCTION_NOT_AGGREGATE",
          "FUNCTION_NOT_WINDOW",
          "EXPRESSION_NOT_AGGREGATE",
          "EXPRESSION_NOT_IN_DISTINCT",
          "EXPRESSION_NOT_SCALAR",
          "MISMATCHED_COLUMN_ALIASES",
          "DUPLICATE_COLUMN_NAME",
          "INVALID_VIEW",
          "VIEW_IS_STALE",
          "MISSING_GROUP_BY",
          "INVALID_WINDOW_FRAME",
          "INVALID_TABLE_PROPERTY",
          "ParseException",
          "SemanticException" ->
          Kind.INVALID_STATEMENT;
      case "DIVISION_BY_ZERO",
          "INVALID_CAST_ARGUMENT",
          "INVALID_FUNCTION_ARGUMENT",
          "INVALID_LITERAL",
          "NUMERIC_VALUE_OUT_OF_RANGE",
          "SUBQUERY_MULTIPLE_ROWS",
          "HIVE_BAD_DATA",
          "HIVE_INVALID_PARTITION_VALUE",
          "HIVE_PARTITION_SCHEMA_MISMATCH",
          "ICEBERG_BAD_DATA" ->
          Kind.BAD_VALUE;
      case "PERMISSION_DENIED", "ACCESS_DENIED", "AccessDeniedException" -> Kind.NOT_ALLOWED;
      case "TABLE_ALREADY_EXISTS",
          "SCHEMA_ALREADY_EXISTS",
          "ALREADY_EXISTS",
          "TRANSACTION_CONFLICT",
          "HIVE_CONCURRENT_MODIFICATION_DETECTED",
          "HIVE_PATH_ALREADY_EXISTS",
          "ICEBERG_COMMIT_ERROR",
          "AlreadyExistsException" ->
          Kind.CONFLICT;
      case "CLUSTER_OUT_OF_MEMORY", "HIVE_TOO_MANY_OPEN_PARTITIONS" -> Kind.OUT_OF_RESOURCES;
      default -> byStart(name);
    };
  }

  private static Kind byStart(String name) {
    if (name.startsWith("EXCEEDED_")) {
      return Kind.OUT_OF_RESOURCES;
    }
    boolean files = name.startsWith("HIVE_") || name.startsWith("ICEBERG_");
    return files && !name.contains("METASTORE") ? Kind.STORAGE : Kind.OTHER;
  }

  private static Kind byWords(String reason) {
    if (reason.contains("Query exhausted resources") || reason.startsWith("Query timeout")) {
      return Kind.OUT_OF_RESOURCES;
    }
    if (reason.contains("Insufficient permissions") || reason.contains("Access Denied")) {
      return Kind.NOT_ALLOWED;
    }
    return reason.contains("not found") || reason.contains("does not exist")
        ? Kind.NOT_FOUND
        : Kind.OTHER;
  }
}
