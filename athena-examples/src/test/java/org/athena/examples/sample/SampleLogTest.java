package org.athena.examples.sample;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.api.io.TempDir;

class SampleLogTest {

  private static final SampleLog LOG = SampleLog.cards(1_000);

  @TempDir Path folder;

  @Test
  void isComparedByValue() {
    assertEquals(SampleLog.cards(1_000), LOG);
    assertNotEquals(LOG.seed(2), LOG);
    assertEquals(LOG.clean(), LOG.dirt(Dirt.DUPLICATE, 0.01).clean());
  }

  @Test
  void moveOfThePeriodNeedsNoOrder() {
    var later = LOG.from(LocalDate.of(2030, 1, 1)).until(LocalDate.of(2031, 1, 1));

    assertEquals(LocalDate.of(2031, 1, 1), later.until());
  }

  @Test
  void refusesWhatIsOutOfItsRange() {
    assertEquals(
        "Cannot make a sample log: cards is 0, 1 to 100000000 is possible.",
        refusal(() -> SampleLog.cards(0)));
    assertEquals(
        "Cannot make a sample log: until is 2021-01-01, a day after 2021-01-01 is possible.",
        refusal(() -> LOG.from(LocalDate.of(2021, 1, 1)).until(LocalDate.of(2021, 1, 1))));
    assertEquals(
        "Cannot make a sample log: DUPLICATE is 0.5, 0 to 0.05 is possible.",
        refusal(() -> LOG.dirt(Dirt.DUPLICATE, 0.5)));
    assertEquals(
        "Cannot write a log: threads is 0, at least 1 is needed.", refusal(() -> LOG.threads(0)));
    assertEquals(
        "Cannot split a log by month: its form is CSV, only PARQUET can be split."
            + " Drop byMonth() or ask for Parquet.",
        refusal(() -> LOG.byMonth().asText()));
  }

  @Test
  void refusesAFolderThatHasALog() {
    LOG.writeTo(folder);

    assertTrue(refusal(() -> LOG.writeTo(folder)).contains("it has a transactions already"));
  }

  @Test
  void writesOneCard() {
    Written written = SampleLog.cards(1).clean().writeTo(folder);

    assertEquals(1, written.cardCount());
    assertTrue(written.rowCount() >= 1);
    assertEquals(1, written.transactions().size());
    assertEquals(1, written.truth().rows().size());
    assertEquals(0, written.plantedCount());
  }

  @Test
  void writesASingleDay() {
    Written written =
        LOG.from(LocalDate.of(2024, 2, 29)).until(LocalDate.of(2024, 3, 1)).writeTo(folder);

    assertEquals(1_000, written.cardCount());
    assertEquals(
        List.of(LocalDate.of(2024, 2, 1)),
        written.truth().rows().stream().map(row -> row.key().cohort()).distinct().toList());
  }

  @Test
  void tellsItsProgressOnTheCallersThread() {
    List<Progress> told = new ArrayList<>();
    var caller = Thread.currentThread();

    Written written =
        LOG.cardsPerFile(300)
            .threads(2)
            .writeTo(
                folder,
                progress -> {
                  assertEquals(caller, Thread.currentThread());
                  told.add(progress);
                });

    assertEquals(4, told.size());
    assertEquals(4, written.transactions().size());
    assertEquals(new Progress(1_000, 1_000, written.rowCount()), told.getLast());
    assertEquals(1.0, told.getLast().share());
  }

  @Test
  void leavesNothingBehindWhenItFails() throws IOException {
    assertThrows(
        UnsupportedOperationException.class,
        () ->
            LOG.cardsPerFile(100)
                .writeTo(
                    folder,
                    progress -> {
                      throw new UnsupportedOperationException();
                    }));

    try (var left = Files.list(folder)) {
      assertFalse(left.findAny().isPresent());
    }
  }

  private static String refusal(Executable refused) {
    return assertThrows(IllegalArgumentException.class, refused).getMessage();
  }
}
