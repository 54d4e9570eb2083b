package org.athena.examples;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Collectors;
import org.athena.breakage.AuditReport;
import org.athena.breakage.AuditReport.Disposition;
import org.athena.breakage.AuditReport.Flag;
import org.athena.breakage.AuditReport.Line;
import org.athena.breakage.AuditReport.Section;
import org.athena.breakage.Forecast;
import org.athena.breakage.ForecastTotal;
import org.athena.examples.sample.Dirt;
import org.athena.examples.sample.Written;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DemoTest {

  @TempDir static Path folder;

  static DemoFindings findings;
  static String page;

  @BeforeAll
  static void runsOnce() {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    findings = new Demo(printer(bytes), false).run(2_000, folder.resolve("log"));
    page = bytes.toString(StandardCharsets.UTF_8);
  }

  private static PrintStream printer(ByteArrayOutputStream bytes) {
    return new PrintStream(bytes, true, StandardCharsets.UTF_8);
  }

  @Test
  void givesEveryRowOneDisposition() {
    AuditReport audit = findings.audit();
    Written written = findings.written();

    assertEquals(written.rowCount(), findings.seen().require(Demo.ROWS.column()));
    assertEquals(written.rowCount(), audit.rowsIn());
    assertEquals(written.planted(Dirt.DUPLICATE), audit.rows(Disposition.DUPLICATE));
    assertEquals(written.planted(Dirt.CORRECTION), audit.rows(Disposition.SUPERSEDED));
    assertEquals(
        written.planted(Dirt.NEGATIVE_AMOUNT)
            + written.planted(Dirt.MISSING_CARD)
            + written.planted(Dirt.MISSING_AMOUNT),
        audit.rows(Disposition.SET_ASIDE));
    assertEquals(
        written.rowCount(),
        audit.rows(Disposition.USED)
            + audit.rows(Disposition.DUPLICATE)
            + audit.rows(Disposition.SUPERSEDED)
            + audit.rows(Disposition.SET_ASIDE));
    assertEquals(written.planted(Dirt.ORPHAN_REDEMPTION), audit.rows(Flag.ORPHAN));
    assertEquals(written.planted(Dirt.CLOCK_SKEW), audit.rows(Flag.REDEMPTION_BEFORE_ISSUE));
    assertTrue(written.planted(Dirt.DUPLICATE) > 0);
  }

  @Test
  void splitsTheMoneyOfUsedRowsByKindWithoutLosingACent() {
    assertEquals(
        moneyOf(line -> line.name().equals(Disposition.USED.name())),
        moneyOf(line -> line.section() == Section.KIND));
  }

  private static Map<String, BigDecimal> moneyOf(java.util.function.Predicate<Line> wanted) {
    return findings.audit().lines().stream()
        .filter(wanted)
        .collect(
            Collectors.toMap(
                line -> String.valueOf(line.currency()), Line::amount, BigDecimal::add));
  }

  @Test
  void hasIssuedWhatTheGeneratorIssued() {
    BigDecimal issued =
        findings.written().truth().rows().stream()
            .filter(row -> row.key().currency().equals(Demo.CURRENCY))
            .filter(row -> !row.key().program().equals("PROMO"))
            .map(row -> row.inTheLog().issued())
            .reduce(BigDecimal.ZERO, BigDecimal::add);

    for (Forecast forecast : findings.methods()) {
      assertEquals(issued, forecast.total().issued(), forecast.method());
    }
    assertEquals(issued, findings.programs().total().issued());
  }

  @Test
  void hasTheTruthWithinTheRangeThatItPrints() {
    TrueBreakage truth = new TrueBreakage(findings.written().truth(), Demo.CURRENCY);
    Forecast mack = findings.methods().get(2);

    assertWithin(truth.ofAll(), mack.total());
    assertWithin(truth.ofAll(), findings.programs().total());
    assertEquals(4, findings.programs().forecasts().size());
    assertTrue(page.contains(Grid.money(truth.ofAll())), page);
  }

  private static void assertWithin(BigDecimal truth, ForecastTotal total) {
    var range = total.breakageInterval(0.95).orElseThrow();
    double value = truth.doubleValue();
    assertTrue(range.low() <= value && value <= range.high(), () -> range + " without " + value);
  }

  @Test
  void printsAPageForAPipe() {
    assertTrue(
        page.contains(
            "%s in = %s used"
                .formatted(
                    Grid.count(findings.audit().rowsIn()),
                    Grid.count(findings.audit().rows(Disposition.USED)))),
        page);
    assertFalse(page.contains("\r"), page);
    assertFalse(page.contains("\u001b"), page);
    page.lines().forEach(line -> assertTrue(line.length() <= 120, line));
  }

  @Test
  void overwritesOneLineOnATerminal() {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    ProgressLine line = new ProgressLine(printer(bytes), true);

    line.show("writing: 1 of 2");
    line.show("done");
    line.clear();

    assertEquals(
        "\rwriting: 1 of 2\rdone           \r    \r", bytes.toString(StandardCharsets.UTF_8));
  }

  @Test
  void removesAFolderThatItMade() throws IOException {
    Path made;
    try (ScratchFolder scratch = new ScratchFolder()) {
      made = scratch.path();
      Files.writeString(Files.createDirectory(made.resolve("below")).resolve("file"), "text");
    }

    assertFalse(Files.exists(made));
  }

  @Test
  void refusesArgumentsThatItCannotUse() {
    assertEquals(100_000, DemoArguments.of().cards());
    assertEquals(250_000, DemoArguments.of("250_000").cards());
    assertRefused("Cannot run the demo on 10 cards: 1000 to 100000000 are possible.", "10");
    assertRefused(
        "Cannot run the demo on 'many' cards: that is no number. Give one such as 100000.", "many");
    assertRefused(
        "Cannot run the demo with 3 arguments: it takes a number of cards and a folder.",
        "1000",
        "a",
        "b");
  }

  @Test
  void refusesAFolderThatHasALog() {
    Path log = folder.resolve("log");

    assertRefused(
        "Cannot run the demo in %s: it has a log already. Name a new folder.".formatted(log),
        "1000",
        log.toString());
  }

  private static void assertRefused(String message, String... args) {
    assertEquals(
        message,
        assertThrows(IllegalArgumentException.class, () -> DemoArguments.of(args)).getMessage());
  }
}
