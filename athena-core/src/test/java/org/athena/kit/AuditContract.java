package org.athena.kit;

import static org.athena.kit.Stories.END;
import static org.athena.kit.Stories.money;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.Map;
import org.athena.breakage.AuditReport;
import org.athena.breakage.CardLog;
import org.athena.error.BadDataException;
import org.athena.error.InvalidQuestionException;
import org.athena.query.AuditQuery;
import org.athena.query.BalanceQuery;
import org.junit.jupiter.api.Test;

/** Each row of a log has one disposition, and claims about a log can be checked. */
interface AuditContract extends Topic {

  /** Codes without a kind, events twice, cards activated again. */
  Table AUDITED =
      Stories.table(
          "audited_logs",
          "codes,,a,I,10,2024-01-01",
          "codes,,a,X,1,2024-01-02",
          "codes,,a,,1,2024-01-02",
          "codes,,b,X,1,2024-01-02",
          "twice,1,a,I,10,2024-01-01",
          "twice,1,a,I,10,2024-01-01",
          "twice,2,a,I,5,2024-01-01",
          "twice,2,a,I,6,2024-01-02",
          "again,,a,I,10,2024-01-01",
          "again,,a,I,5,2024-02-01",
          "again,,b,I,1,2024-01-01",
          "again,,b,R,1,2024-03-01");

  private CardLog audited(String story) {
    return Stories.cards(Stories.of(subject().table(AUDITED), story));
  }

  private AuditReport audit(CardLog cards) {
    return subject().athena().fetch(AuditQuery.of(cards, END));
  }

  @Test
  default void anUnmappedCodeEndsTheQuestionOrIsSetAside() {
    CardLog codes = audited("codes");
    BadDataException e =
        assertThrows(
            BadDataException.class, () -> subject().athena().fetch(BalanceQuery.of(codes, END)));
    assertEquals(
        "Cannot read audited_logs as a card log: these codes of column type have no kind: 'X' (2 rows), none at all (1 rows). Map them, or set such rows aside with unmapped(SET_ASIDE).",
        e.getMessage());
    CardLog lenient = codes.unmapped(CardLog.Unmapped.SET_ASIDE);
    assertEquals(Map.of("a", money("10.00")), Stories.balances(subject().athena(), lenient));
    assertEquals(3, audit(codes).rows(AuditReport.Disposition.SET_ASIDE));
    assertEquals(4, audit(codes).rowsIn());
  }

  @Test
  default void ofTheSameEventTheLatestIsUsedAndCopiesAreCounted() {
    AuditReport report = audit(audited("twice").eventId(Stories.ID));
    assertEquals(4, report.rowsIn());
    assertEquals(2, report.rows(AuditReport.Disposition.USED));
    assertEquals(1, report.rows(AuditReport.Disposition.DUPLICATE));
    assertEquals(1, report.rows(AuditReport.Disposition.SUPERSEDED));
    assertEquals(
        Map.of("a", money("16.00")),
        Stories.balances(subject().athena(), audited("twice").eventId(Stories.ID)));
  }

  @Test
  default void declaredUniqueEventsAreNotSearchedForDuplicatesAndAnAuditChecksTheClaim() {
    CardLog claimed = audited("twice").eventId(Stories.ID).uniqueEvents();
    assertEquals(Map.of("a", money("31.00")), Stories.balances(subject().athena(), claimed));
    assertEquals(1, audit(claimed).rows(AuditReport.Disposition.DUPLICATE));
  }

  @Test
  default void anAuditChecksTheClaimThatCardsAreActivatedOnce() {
    assertEquals(2, audit(audited("again").activatedOnce()).rows(AuditReport.Flag.ACTIVATED_AGAIN));
    assertEquals(0, audit(audited("again")).rows(AuditReport.Flag.ACTIVATED_AGAIN));
  }

  @Test
  default void knownAtNeedsAColumnThatTellsIt() {
    InvalidQuestionException e =
        assertThrows(
            InvalidQuestionException.class,
            () ->
                subject()
                    .athena()
                    .fetch(AuditQuery.of(audited("again"), END.knownAt(Instant.EPOCH))));
    assertTrue(e.getMessage().contains("no column plays the role KNOWN_AT"), e.getMessage());
  }
}
