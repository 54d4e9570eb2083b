package org.athena.examples.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A bad row never ends a run, and never goes unsaid. */
class LeftOutRowsTest {

  private static final String DIRTY =
      """
      1,A,SALE,50.00,USD,2024-01-05,north
      1,A,SALE,50.00,USD,2024-01-05,north
      2,A,USE,20.00,USD,2024-02-01,north
      2,A,USE,25.00,USD,2024-02-02,north
      3,A,USE,ten,USD,2024-02-03,north
      4,A,USE,1.005,USD,2024-02-03,north
      5,,USE,1.00,USD,2024-02-03,north
      6,A,USE,1.00,USD,2024-02-30,north
      7,A,USE
      """;

  @TempDir Path folder;

  private Ran triangle(String lines, String more) {
    return Ran.words(
        "triangle --format csv" + SmallLog.OPTIONS + more,
        "--log",
        new SmallLog(folder).log(lines));
  }

  @Test
  void areCountedOnOneLine() {
    Ran ran = triangle(DIRTY, "--quiet");
    assertEquals(
        "2024-01-01,2,50.00,25.00,0.00,0.00,true", ran.answer().lines().toList().getLast());
    assertEquals("", ran.err());

    assertEquals(
        "Of 9 rows 5 were set aside, 1 are duplicates and 1 are superseded; 'athena audit' with the same options says why.\n",
        triangle(DIRTY, "").err());
  }

  @Test
  void withoutAKindEndTheRunUnlessToldOtherwise() {
    String lines =
        DIRTY + "8,A,GIFT,1.00,USD,2024-02-03,north\n9,A,GIFT,1.00,USD,2024-02-03,north\n";

    String line = triangle(lines, "").mistake();
    assertTrue(line.contains("these codes of column what have no kind: 'GIFT' (2 rows)"), line);
    assertTrue(line.endsWith("set such rows aside with --unmapped set-aside."), line);
    assertTrue(triangle(lines, "--unmapped set-aside").err().startsWith("Of 11 rows 7 were set"));
  }

  @Test
  void ofACleanLogAreNotMentioned() {
    assertEquals("", triangle("1,A,SALE,50.00,USD,2024-01-05,north\n", "").err());
  }

  @Test
  void areTakenAsTheZoneSays() {
    String stamps =
        """
        1,A,SALE,50.00,USD,2024-02-01T02:00:00Z,north
        2,A,USE,20.00,USD,2024-02-01 02:00:00,north
        """;
    assertEquals(
        "2024-01-01,1,50.00,20.00,0.00,20.00,true",
        triangle(stamps, "--zone America/New_York").answer().lines().toList().get(2));
    assertEquals(
        "2024-02-01,0,50.00,20.00,50.00,20.00,true",
        triangle(stamps, "").answer().lines().toList().get(1));
  }
}
