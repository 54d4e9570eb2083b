package org.athena.oracle;

import static org.athena.oracle.TinyLog.row;
import static org.athena.oracle.TinyLog.settings;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A card has one cohort and one program, and they come from its first activation. */
final class OracleCardsTest {

  private static final Settings MID_MARCH = settings("UTC", "2020-03-15");

  @Test
  void cardIsKnownByItsFirstActivation() {
    Instant first = Instant.parse("2020-01-10T12:00:00Z");
    var log =
        List.of(
            row("2", Kind.ACTIVATE, "10", "2020-02-10T12:00:00Z").withProgram("later"),
            row("3", Kind.ACTIVATE, "10", "2020-01-10T12:00:00Z").withProgram("tied"),
            row("1", Kind.ACTIVATE, "10", "2020-01-10T12:00:00Z"));

    Oracle oracle = Oracle.of(log, MID_MARCH);

    assertEquals(
        new CardFacts("s", "c", "c", LocalDate.of(2020, 1, 1), first, "EUR", "P", null),
        oracle.cards().get("c"));
    assertEquals(first, oracle.balances().getFirst().firstActivation());
  }
}
