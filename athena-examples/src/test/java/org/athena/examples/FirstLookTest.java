package org.athena.examples;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The README's example prints what the README shows. */
final class FirstLookTest {

  /**
   * By hand: the link ratios are (80 + 87) / (60 + 66) and 84 / 80, and so the youngest cohort
   * comes to 70 * 167 / 126 * 1.05 = 97.4 before the tail.
   */
  @Test
  void printsTheForecastThatTheReadmeShows(@TempDir Path lake) throws Exception {
    Files.writeString(
        lake.resolve("transactions.csv"),
        """
        card_id,type,amount,occurred_at
        a,PURCHASE,100.00,2023-01-10T09:00:00Z
        a,REDEMPTION,60.00,2023-05-01T09:00:00Z
        a,REDEMPTION,20.00,2024-05-01T09:00:00Z
        a,REDEMPTION,4.00,2025-05-01T09:00:00Z
        b,PURCHASE,100.00,2024-01-10T09:00:00Z
        b,REDEMPTION,66.00,2024-05-01T09:00:00Z
        b,REDEMPTION,21.00,2025-05-01T09:00:00Z
        c,PURCHASE,120.00,2025-01-10T09:00:00Z
        c,REDEMPTION,70.00,2025-05-01T09:00:00Z
        """);
    String readme = Files.readString(Path.of("../README.md"));
    String shown = readme.substring(readme.indexOf("```text\n") + 8);
    assertEquals(shown.substring(0, shown.indexOf("```")), FirstLook.forecast(lake));
  }
}
