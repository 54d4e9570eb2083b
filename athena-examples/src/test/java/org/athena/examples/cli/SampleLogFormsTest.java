package org.athena.examples.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.zip.GZIPOutputStream;
import org.athena.examples.sample.Dirt;
import org.athena.examples.sample.Outcome;
import org.athena.examples.sample.SampleLog;
import org.athena.examples.sample.Written;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** One dirty log in every form of file gives one answer, the generator's own. */
class SampleLogFormsTest {

  private static final SampleLog LOG =
      SampleLog.cards(3_000).cardsPerFile(1_000).dirt(Dirt.UNKNOWN_TYPE, 0.002);
  private static final String OPTIONS =
      " --card card_id --id event_id --kind type"
          + " --kinds ISSUE=activate,RELOAD=reload,REDEEM=redeem,REFUND=refund-to-card,VOID=void-issue,EXPIRE=expire"
          + " --unmapped set-aside --amount amount --at occurred_at --known recorded_at"
          + " --currency currency --reference ref_event_id --as-of 2025-12-31 --format csv --by program";

  @TempDir Path folder;

  private static Ran triangle(String files) {
    return Ran.words("triangle" + OPTIONS, "--log", files);
  }

  @Test
  void isTheSameTriangle() throws IOException {
    Written text = LOG.asText().writeTo(folder.resolve("csv"));
    LOG.writeTo(folder.resolve("parquet"));
    LOG.asJsonLines().writeTo(folder.resolve("jsonl"));
    for (Path file : text.transactions()) {
      Path zipped = folder.resolve("csv/transactions/" + file.getFileName() + ".gz");
      try (var out = new GZIPOutputStream(Files.newOutputStream(zipped))) {
        Files.copy(file, out);
      }
    }

    Ran csv = triangle(folder + "/csv/transactions/*.csv");
    assertEquals(csv.answer(), triangle(folder + "/parquet/transactions/*.parquet").answer());
    assertEquals(csv.answer(), triangle(folder + "/jsonl/transactions/*.jsonl").answer());
    assertEquals(csv.answer(), triangle(folder + "/csv/transactions/*.csv.gz").answer());
    assertEquals(csv.answer(), triangle(folder + "/c*/transactions/part-0000?.csv").answer());
    assertSums(csv, text);
    assertTrue(csv.err().startsWith("Of " + text.rowCount() + " rows "), csv.err());
  }

  /** The increments of known cohorts add up to what the generator says the log has seen. */
  private static void assertSums(Ran triangle, Written log) {
    for (String currency : log.truth().currencies()) {
      Outcome seen = log.truth().inTheLog(currency);
      assertEquals(seen.issued(), sum(triangle, currency, "issued_increment"));
      assertEquals(seen.redeemed(), sum(triangle, currency, "redeemed_increment"));
    }
  }

  private static BigDecimal sum(Ran triangle, String currency, String column) {
    BigDecimal sum = BigDecimal.ZERO;
    for (Map<String, String> record : triangle.records()) {
      if (record.get("currency").equals(currency) && !record.get("cohort").equals("unknown")) {
        sum = sum.add(new BigDecimal(record.get(column)));
      }
    }
    return sum;
  }
}
