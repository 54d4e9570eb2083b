package org.athena.examples.sample;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.nio.file.Path;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SameRowsTest {

  private static final SampleLog LOG = SampleLog.cards(5_000).cardsPerFile(1_000);

  @TempDir Path folder;

  @Test
  void doNotDependOnThreadsOrOnTheRun() throws SQLException {
    Written one = LOG.threads(1).writeTo(folder.resolve("one"));
    Written two = LOG.threads(2).writeTo(folder.resolve("two"));
    Written again = LOG.threads(2).writeTo(folder.resolve("again"));

    assertEquals(WrittenFiles.checksumOf(one), WrittenFiles.checksumOf(two));
    assertEquals(WrittenFiles.checksumOf(one), WrittenFiles.checksumOf(again));
    assertEquals(one.truth(), two.truth());
    assertEquals(one.planted(), two.planted());
  }

  @Test
  void doNotDependOnTheFiles() throws SQLException {
    Written many = LOG.writeTo(folder.resolve("many"));
    Written one = LOG.cardsPerFile(5_000).writeTo(folder.resolve("one"));
    Written months = LOG.byMonth().writeTo(folder.resolve("months"));

    assertEquals(WrittenFiles.checksumOf(many), WrittenFiles.checksumOf(one));
    assertEquals(WrittenFiles.checksumOf(many), WrittenFiles.checksumOf(months));
    assertEquals(many.truth(), months.truth());
  }

  @Test
  void areThoseOfEveryMachineAndVersion() throws SQLException {
    Written written = SampleLog.cards(1_000).seed(42).writeTo(folder);

    // Not an outside answer: it is here so that a change of the rows does not go unnoticed.
    assertEquals("3115:4882785374215162107", WrittenFiles.checksumOf(written));
  }

  @Test
  void areOthersForAnotherSeed() throws SQLException {
    Written one = LOG.writeTo(folder.resolve("one"));
    Written other = LOG.seed(2).writeTo(folder.resolve("other"));

    assertNotEquals(WrittenFiles.checksumOf(one), WrittenFiles.checksumOf(other));
  }

  @Test
  void standInTheOrderInWhichTheyWereRecorded() throws SQLException {
    Written written = LOG.cardsPerFile(5_000).writeTo(folder);

    try (var files = WrittenFiles.parquet(written)) {
      assertEquals(
          0,
          files.count(
              """
              SELECT count(*) FROM (
                SELECT recorded_at, lag(recorded_at) OVER (ORDER BY rowid) AS previous FROM tx)
              WHERE recorded_at < previous
              """));
    }
  }
}
