package org.athena.kit;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.athena.model.Column;
import org.athena.model.Row;

/** A few sales and shops, with nulls and edges, which generic questions are about. */
final class Sales {

  static final Column<Long> ID = Column.integer("id");
  static final Column<String> SHOP = Column.string("shop");
  static final Column<BigDecimal> AMOUNT = Column.decimal("amount", 18, 2);
  static final Column<Instant> AT = Column.instant("at");
  static final Table SALES =
      Table.of("sales", ID, SHOP, AMOUNT, AT)
          .row(1L, "a", money("10.00"), Instant.parse("2024-01-31T23:30:00Z"))
          .row(2L, "a", money("2.50"), Instant.parse("2024-02-01T00:30:00Z"))
          .row(3L, "b", null, Instant.parse("2024-02-29T12:00:00Z"))
          .row(4L, "c", money("7.25"), Instant.parse("2024-12-30T12:00:00Z"))
          .row(5L, null, money("1.00"), Instant.parse("2024-03-31T00:59:59.999999Z"));

  static final Column<String> SHOP_ID = Column.string("shop_id");
  static final Column<String> CITY = Column.string("city");
  static final Table SHOPS = Table.of("shops", SHOP_ID, CITY).row("a", "Rome").row("b", "Oslo");

  private Sales() {}

  static BigDecimal money(String text) {
    return new BigDecimal(text);
  }

  static List<List<Object>> values(List<Row> rows) {
    return rows.stream().map(Row::values).toList();
  }
}
