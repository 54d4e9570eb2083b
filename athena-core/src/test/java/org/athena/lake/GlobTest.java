package org.athena.lake;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GlobTest {

  @ParameterizedTest
  @CsvSource({
    "raw/log/**/*.csv, raw/log/a.csv, true",
    "raw/log/**/*.csv, raw/log/day=1/hour=2/a.csv, true",
    "raw/log/**/*.csv, raw/log/a.csv.gz, false",
    "raw/*.csv, raw/day=1/a.csv, false",
    "raw/part-?.csv, raw/part-1.csv, true",
    "raw/part-?.csv, raw/part-12.csv, false",
    "raw/a.csv, raw/aXcsv, false",
  })
  void matchesAsAnEngineDoes(String pattern, String key, boolean matches) {
    assertEquals(matches, new Glob(pattern).regex().matcher(key).matches());
  }

  @ParameterizedTest
  @CsvSource({
    "raw/log/**/*.csv, raw/log/",
    "raw/part-?.csv, raw/",
    "raw/log.csv, raw/log.csv",
    "*.csv, ''",
  })
  void looksOnlyBelowItsFolders(String pattern, String prefix) {
    assertEquals(prefix, new Glob(pattern).prefix());
  }
}
