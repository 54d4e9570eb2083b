package org.athena.examples.sample;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.sql.SQLException;
import java.util.EnumMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DirtTest {

  /** How each kind of dirt shows in the files. */
  private static final Map<Dirt, String> FOUND_BY =
      Map.of(
          Dirt.DUPLICATE,
          "SELECT sum(n - 1) FROM (SELECT count(*) AS n FROM tx GROUP BY event_id, amount)",
          Dirt.CORRECTION,
          "SELECT count(*) FROM (FROM tx SELECT event_id GROUP BY event_id"
              + " HAVING count(DISTINCT amount) > 1)",
          Dirt.ORPHAN_REDEMPTION,
          "SELECT count(*) FROM tx WHERE type = 'REDEEM' AND card_id IS NOT NULL"
              + " AND card_id NOT IN (SELECT card_id FROM cards)",
          Dirt.UNKNOWN_TYPE,
          "SELECT count(*) FROM tx WHERE type = 'GOODWILL'",
          Dirt.NEGATIVE_AMOUNT,
          "SELECT count(*) FROM tx WHERE amount < 0",
          Dirt.MISSING_CARD,
          "SELECT count(*) FROM tx WHERE card_id IS NULL",
          Dirt.MISSING_AMOUNT,
          "SELECT count(*) FROM tx WHERE amount IS NULL",
          Dirt.CLOCK_SKEW,
          "SELECT count(*) FROM clean r JOIN clean i USING (card_id)"
              + " WHERE i.type = 'ISSUE' AND r.type = 'REDEEM' AND r.occurred_at < i.occurred_at");

  @TempDir Path folder;

  @Test
  void isFoundAsOftenAsItWasPlanted() throws SQLException {
    Written written =
        SampleLog.cards(20_000)
            .dirt(Dirt.UNKNOWN_TYPE, 0.001)
            .dirt(Dirt.CLOCK_SKEW, 0.01)
            .writeTo(folder);
    Map<Dirt, Long> found = new EnumMap<>(Dirt.class);

    try (var files = WrittenFiles.parquet(written)) {
      for (Dirt kind : Dirt.values()) {
        found.put(kind, kind.textOnly() ? 0 : files.count(FOUND_BY.get(kind)));
        assertTrue(kind.textOnly() || found.get(kind) > 0, kind::name);
      }
      assertEquals(found, written.planted());
      assertEquals(written.rowCount(), files.count("SELECT count(*) FROM tx"));
    }
  }

  @Test
  void isASmallShareUnlessToldOtherwise() {
    Written written = SampleLog.cards(20_000).writeTo(folder);

    assertEquals(0, written.planted(Dirt.UNKNOWN_TYPE));
    assertTrue(written.plantedCount() > written.rowCount() * 0.004);
    assertTrue(written.plantedCount() < written.rowCount() * 0.009);
  }

  @Test
  void isBesideTheCleanLogAndNotInIt() throws SQLException {
    SampleLog log = SampleLog.cards(5_000).dirt(Dirt.CLOCK_SKEW, 0);
    Written dirty = log.writeTo(folder.resolve("dirty"));
    Written clean = log.clean().writeTo(folder.resolve("clean"));
    String rows =
        "SELECT count(*) || ':' || sum(amount) || ':' || bit_xor(md5_number_lower(event_id))"
            + " FROM clean";

    try (var one = WrittenFiles.parquet(dirty);
        var other = WrittenFiles.parquet(clean)) {
      assertEquals(other.text(rows), one.text(rows));
      assertEquals(clean.rowCount(), other.count("SELECT count(*) FROM clean"));
    }
    assertEquals(0, clean.plantedCount());
    assertEquals(clean.truth(), dirty.truth());
  }

  @Test
  void neverComesAfterTheEndOfTheLog() throws SQLException {
    Written written =
        SampleLog.cards(5_000)
            .dirt(Dirt.DUPLICATE, 0.05)
            .dirt(Dirt.CORRECTION, 0.05)
            .writeTo(folder);

    try (var files = WrittenFiles.parquet(written)) {
      assertEquals(
          0,
          files.count(
              "SELECT count(*) FROM tx WHERE greatest(occurred_at, recorded_at)"
                  + " >= TIMESTAMP '2026-01-01'"));
    }
  }
}
