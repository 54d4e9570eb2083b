package org.athena.kit;

import static org.athena.model.Aggregate.count;
import static org.athena.query.Query.from;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.athena.breakage.AuditReport;
import org.athena.breakage.CardLog;
import org.athena.model.Column;
import org.athena.model.Dataset;
import org.athena.model.Layout;
import org.athena.query.AuditQuery;
import org.athena.query.Unreadable;
import org.athena.spi.Capability;
import org.junit.jupiter.api.Test;

/** Files as data sets: rows that cannot be read are set aside with their reason and counted. */
interface FilesContract extends Topic {

  private static Dataset csv(String name, Column<?>... columns) {
    return Dataset.of(name, columns).layout(Layout.csv()).at(name + ".csv");
  }

  @Test
  default void unreadableRowsAreCountedAndNeverEndTheQuestion() {
    Dataset log = csv("spoilt_log", Stories.CARD, Stories.TYPE, Stories.AMOUNT, Stories.AT);
    if (subject().refuses(a -> a.rows(log), Capability.FILES)) {
      return;
    }
    subject()
        .write(
            "spoilt_log.csv",
            "card_id,type,amount,at",
            "a,I,10,2024-01-01",
            "a,R,1.234,2024-01-02",
            "a,R,x,2024-01-02",
            "a,R,1,never",
            "a,R",
            "a,R,-1,2024-01-03",
            ",R,1,2024-01-03");
    CardLog cards = Stories.cards(log);
    AuditReport audit = subject().athena().fetch(AuditQuery.of(cards, Stories.END));
    assertEquals(7, audit.rowsIn());
    assertEquals(1, audit.rows(AuditReport.Disposition.USED));
    assertEquals(
        List.of(
            "amount is negative",
            "card is missing",
            "unreadable: amount has more decimals than decimal(18,2)",
            "unreadable: amount is no decimal(18,2)",
            "unreadable: at is no instant",
            "unreadable: line is malformed: missing columns"),
        audit.lines().stream()
            .filter(line -> line.name().equals("SET_ASIDE"))
            .map(AuditReport.Line::detail)
            .toList());
    assertEquals(Map.of("a", new BigDecimal("10.00")), Stories.balances(subject().athena(), cards));
    CardLog filtered = Stories.cards(from(log).where(Stories.CARD.eq("a")));
    assertEquals(
        6,
        subject().athena().fetch(AuditQuery.of(filtered, Stories.END)).rowsIn(),
        "a filter leaves out the row without a card, and no unreadable row");
  }

  @Test
  default void questionsSeeReadableRowsAndTheOthersHaveAReason() {
    Column<Long> id = Column.integer("id");
    Column<BigDecimal> amount = Column.decimal("amount", 18, 2);
    Dataset rows = csv("spoilt_rows", id, amount);
    if (subject().refuses(a -> a.fetch(Unreadable.of(rows)), Capability.FILES)) {
      return;
    }
    subject().write("spoilt_rows.csv", "id,amount", "1,1.50", "2,x", "x,1", "4,y", "5,");
    assertEquals(
        List.of(1L, 5L),
        subject().athena().fetch(from(rows).orderBy(id.asc())).stream()
            .map(row -> row.get(id))
            .toList());
    assertEquals(
        List.of("[amount is no decimal(18,2), 2]", "[id is no integer, 1]"),
        subject()
            .athena()
            .fetch(
                Unreadable.of(rows)
                    .by(Unreadable.REASON)
                    .measure(count().as("n"))
                    .orderBy(Unreadable.REASON.asc()))
            .stream()
            .map(row -> row.values().toString())
            .toList());
  }

  @Test
  default void newRowsOfAFileAreSeen() {
    Column<Long> id = Column.integer("id");
    Dataset rows = csv("growing", id);
    if (subject().refuses(a -> a.rows(rows), Capability.FILES)) {
      return;
    }
    subject().write("growing.csv", "id", "1");
    assertEquals(1, subject().athena().rows(rows).size());
    subject().write("growing.csv", "id", "1", "2");
    assertEquals(2, subject().athena().rows(rows).size());
  }
}
