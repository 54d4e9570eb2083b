package org.athena.examples.systems;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.athena.Athena;
import org.athena.model.Row;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class InvoiceHistoryTest {

  private static final Instant BEFORE = Instant.parse("2025-03-31T23:59:59.999999Z");
  private static final Instant DELETION = Instant.parse("2025-04-01T00:00:00Z");
  private static final Instant AFTER = Instant.parse("2025-04-30T00:00:00Z");

  private static final Invoice OPEN_I2 = invoice("I2", "OPEN", "50.00");
  private static final Invoice OPEN_I3 = invoice("I3", "OPEN", "75.00");
  private static final Invoice OPEN_I4 = invoice("I4", "OPEN", "30.00");

  @TempDir Path lake;
  private Athena athena;
  private InvoiceHistory story;

  record Invoice(String invoiceId, String status, BigDecimal amount) {}

  record Change(
      String invoiceId,
      String status,
      BigDecimal amount,
      String statusBefore,
      BigDecimal amountBefore) {}

  @BeforeEach
  void opens() {
    InvoiceHistory.write(lake);
    athena = Athena.open("duckdb:", lake);
    story = new InvoiceHistory(athena);
  }

  @AfterEach
  void closes() {
    athena.close();
  }

  @Test
  void takesTheLatestVersionKnownAtAnInstantIncluded() {
    assertEquals(List.of(invoice("I1", "OPEN", "120.00"), OPEN_I2, OPEN_I3), invoicesAt(BEFORE));
    assertEquals(List.of(invoice("I1", "OPEN", "120.00"), OPEN_I2), invoicesAt(DELETION));
    assertEquals(List.of(invoice("I1", "PAID", "120.00"), OPEN_I2, OPEN_I4), invoicesAt(AFTER));
  }

  @Test
  void tellsWhatChangedBetweenTwoInstants() {
    assertEquals(List.of(OPEN_I4), as(Invoice.class, story.added(BEFORE, AFTER)));
    assertEquals(List.of(OPEN_I3), as(Invoice.class, story.removed(BEFORE, AFTER)));
    assertEquals(
        List.of(
            new Change("I1", "PAID", new BigDecimal("120.00"), "OPEN", new BigDecimal("120.00"))),
        as(Change.class, story.changed(BEFORE, AFTER)));
  }

  @Test
  void findsNothingChangedBetweenAnInstantAndItself() {
    assertEquals(List.of(), story.added(AFTER, AFTER));
    assertEquals(List.of(), story.removed(AFTER, AFTER));
    assertEquals(List.of(), story.changed(AFTER, AFTER));
  }

  private List<Invoice> invoicesAt(Instant instant) {
    return as(
        Invoice.class, athena.rows(story.asOf(instant).orderBy(InvoiceHistory.INVOICE.asc())));
  }

  private static <R extends Record> List<R> as(Class<R> record, List<Row> rows) {
    return rows.stream().map(row -> row.as(record)).toList();
  }

  private static Invoice invoice(String id, String status, String amount) {
    return new Invoice(id, status, new BigDecimal(amount));
  }
}
