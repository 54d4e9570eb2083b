package org.athena.engine.redshift;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.athena.error.EngineFailedException.Kind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Errors by state and, where that says nothing, by words. */
final class RedshiftErrorsTest {

  @ParameterizedTest
  @CsvSource({
    "42P01, relation does not exist, NOT_FOUND",
    "42601, syntax error, INVALID_STATEMENT",
    "0A000, not supported, INVALID_STATEMENT",
    "22012, division by zero, BAD_VALUE",
    "42501, permission denied, NOT_ALLOWED",
    "28000, no such user, NOT_ALLOWED",
    "40001, could not serialize, CONFLICT",
    "53200, out of memory, OUT_OF_RESOURCES",
    "57014, ended by a limit, OUT_OF_RESOURCES",
    "XX000, 1023 detail: Serializable isolation violation on table, CONFLICT",
    "XX000, Numeric data overflow, BAD_VALUE",
    "XX000, Spectrum Scan Error: Access denied, NOT_ALLOWED",
    "XX000, Spectrum Scan Error: File is not Parquet, STORAGE",
    "XX000, Assert, OTHER",
    "'', no state, OTHER"
  })
  void kindsAreThoseOfStateAndWords(String state, String message, Kind kind) {
    assertEquals(kind, RedshiftErrors.kind(state, message));
  }

  @Test
  void onlyLostConnectionsPass() {
    assertEquals(true, RedshiftErrors.isPassing("08006"));
    assertEquals(false, RedshiftErrors.isPassing("57014"));
    assertEquals(false, RedshiftErrors.isPassing("40001"));
  }
}
