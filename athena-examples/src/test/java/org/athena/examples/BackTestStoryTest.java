package org.athena.examples;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.athena.forecast.BackTest;
import org.athena.forecast.BackTestReport;
import org.athena.forecast.Score;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BackTestStoryTest {

  @TempDir Path folder;

  @Test
  void scoresEveryMethodOnWhatWasKnownThen() {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    PrintStream out = new PrintStream(bytes, true, StandardCharsets.UTF_8);

    BackTestReport report = BackTestStory.tell(3_000, folder.resolve("log"), out);

    String page = bytes.toString(StandardCharsets.UTF_8);
    assertEquals(4 * BackTestStory.METHODS.size(), report.scores().size());
    assertEquals(BackTestStory.METHODS.size(), report.ranking().size(), page);
    for (Score score : report.scores()) {
      int origins = score.periods() == 12 ? 5 : 8;
      assertEquals(origins, score.origins(), page);
    }
    Score bootstrap = report.score("bootstrap(draws=1000,seed=1)", 3).orElseThrow();
    assertTrue(bootstrap.coverages().get(2).ofCohorts() > 0.5, page);
    assertTrue(Math.abs(bootstrap.bias()) < 0.25, page);
    assertTrue(report.score("mack", BackTest.ULTIMATE).isPresent());
    assertTrue(page.contains("1. " + report.chosen().orElseThrow()), page);
  }
}
