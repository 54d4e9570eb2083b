package org.athena.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.athena.error.InvalidQuestionException;
import org.junit.jupiter.api.Test;

/** Data sets are declared by hand or from a record, and are valid from birth. */
final class DatasetTest {

  record Tx(
      String cardId,
      long seq,
      @Decimal(precision = 18, scale = 2) BigDecimal faceAmount,
      Boolean test,
      LocalDate day,
      Instant occurredAt,
      LocalDateTime storeTime) {}

  record NoDigits(BigDecimal amount) {}

  record OtherType(double amount) {}

  @Test
  void aRecordDeclaresColumnsInSnakeCase() {
    assertEquals(
        "[card_id string, seq integer, face_amount decimal(18,2), test boolean, day date, occurred_at instant, store_time local timestamp]",
        Dataset.ofRecord("tx", Tx.class).columns().toString());
    IllegalArgumentException digits =
        assertThrows(IllegalArgumentException.class, () -> Dataset.ofRecord("tx", NoDigits.class));
    assertTrue(
        digits.getMessage().contains("@Decimal(precision = 18, scale = 2)"), digits.getMessage());
    IllegalArgumentException type =
        assertThrows(IllegalArgumentException.class, () -> Dataset.ofRecord("tx", OtherType.class));
    assertTrue(type.getMessage().contains("its type is double"), type.getMessage());
  }

  @Test
  void rowsBecomeRecordsByName() {
    List<Column<?>> columns = Dataset.ofRecord("tx", Tx.class).columns();
    Row row =
        new Row(
            columns,
            Arrays.asList(
                "c",
                7L,
                new BigDecimal("1.00"),
                null,
                LocalDate.EPOCH,
                Instant.EPOCH,
                LocalDateTime.MIN));
    assertEquals(
        new Tx(
            "c",
            7,
            new BigDecimal("1.00"),
            null,
            LocalDate.EPOCH,
            Instant.EPOCH,
            LocalDateTime.MIN),
        row.as(Tx.class));
    assertEquals("c", row.get(Column.string("card_id")));
    InvalidQuestionException e =
        assertThrows(InvalidQuestionException.class, () -> row.get(Column.string("card_di")));
    assertTrue(e.getMessage().endsWith("Did you mean 'card_id'?"), e.getMessage());
    Row incomplete = new Row(columns, Arrays.asList("c", null, null, null, null, null, null));
    assertTrue(
        assertThrows(IllegalArgumentException.class, () -> incomplete.as(Tx.class))
            .getMessage()
            .contains("column seq is null"));
  }

  @Test
  void whatIsNamedMustBeAColumn() {
    Column<String> a = Column.string("a");
    assertThrows(InvalidQuestionException.class, () -> Dataset.of("t", a).key(Column.string("b")));
    assertThrows(IllegalArgumentException.class, () -> Dataset.of("t", a, a));
    assertThrows(IllegalArgumentException.class, () -> Dataset.of("t; drop table x", a));
    assertThrows(IllegalArgumentException.class, () -> Dataset.of("t"));
  }

  @Test
  void aZoneGivesFolderAndName() {
    Dataset zoned = Dataset.of("t", Column.string("a")).in(Zone.personal("ann"));
    assertEquals("personal_ann.t", zoned.qualifiedName());
    assertEquals(Optional.of("personal_ann/t/**/*.parquet"), zoned.filePattern());
    assertEquals(Optional.empty(), Dataset.of("t", Column.string("a")).filePattern());
  }
}
