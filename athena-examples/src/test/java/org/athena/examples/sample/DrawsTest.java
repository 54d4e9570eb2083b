package org.athena.examples.sample;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.sql.SQLException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The quality of the uniform integers; bounds are five standard deviations and more away. */
class DrawsTest {

  private static final int CARDS = 100_000;

  @ParameterizedTest
  @ValueSource(longs = {0, 1, 2, -1, 20_260_101})
  void areUniformAndIndependent(long seed) throws SQLException {
    try (var files = WrittenFiles.empty()) {
      files.set("keys", Parameters.of(SampleLog.cards(1).seed(seed)).keys().toArray());
      files.run(SqlScript.named("draws.sql").text());
      files.run(
          "CREATE TABLE lot AS SELECT purpose, card, mix(xor(card_state(card::UBIGINT),"
              + " getvariable('keys')[purpose])) AS u"
              + " FROM range(1, "
              + (CARDS + 1)
              + ") c(card), range(3, 50, 4) p(purpose)");

      files.run("CREATE TABLE upper AS SELECT purpose, u >> 24 AS cell FROM lot");
      files.run("CREATE TABLE lower AS SELECT purpose, u & 255 AS cell FROM lot");
      files.run(
          "CREATE TABLE neighbours AS SELECT purpose,"
              + " (u >> 28) * 16 + (lead(u) OVER (PARTITION BY purpose ORDER BY card) >> 28)"
              + " AS cell FROM lot");
      files.run(
          "CREATE TABLE purposes AS SELECT purpose,"
              + " (u >> 28) * 16 + (lead(u) OVER (PARTITION BY card ORDER BY purpose) >> 28)"
              + " AS cell FROM lot");
      for (String table : new String[] {"upper", "lower", "neighbours", "purposes"}) {
        assertEquals(256, files.count("SELECT count(DISTINCT cell) FROM " + table));
        double worst = Double.parseDouble(files.text(worstChiSquare(table)));
        assertTrue(worst < 255 + 6 * 22.6, table + ": chi square " + worst);
      }
      assertTrue(
          files.count("SELECT count(*) - count(DISTINCT u) FROM lot WHERE purpose = 3") < 10);
    }
  }

  /** The largest of the purposes' chi squares over 256 cells. */
  private static String worstChiSquare(String table) {
    return """
    SELECT max(chi) FROM (
      SELECT purpose, sum((n - mean) * (n - mean) / mean) AS chi FROM (
        SELECT purpose, n, sum(n) OVER (PARTITION BY purpose) / 256.0 AS mean FROM (
          SELECT purpose, cell, count(*) AS n FROM %s WHERE cell IS NOT NULL GROUP BY ALL))
      GROUP BY purpose)
    """
        .formatted(table);
  }
}
