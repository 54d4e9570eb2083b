package org.athena.kit;

import static org.athena.query.Query.from;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.athena.model.Column;
import org.athena.model.Dataset;
import org.athena.model.Expressions;
import org.athena.model.Output;
import org.athena.query.Query;
import org.athena.query.Select;
import org.athena.spi.Capability;
import org.junit.jupiter.api.Test;

/** Values of every type come back as they were, through the select list and through conditions. */
interface TypesContract extends Topic {

  /** The columns of {@link #VALUES}. */
  Column<Long> ROW = Column.integer("row_number_of");

  Column<String> TEXT = Column.string("a_text");
  Column<Long> WHOLE = Column.integer("a_whole");
  Column<BigDecimal> CENTS = Column.decimal("cents", 18, 2);
  Column<BigDecimal> LONG_DECIMAL = Column.decimal("long_decimal", 38, 10);
  Column<Boolean> TRUTH = Column.bool("truth");
  Column<LocalDate> DAY = Column.date("a_day");
  Column<Instant> INSTANT = Column.instant("an_instant");
  Column<LocalDateTime> CLOCK = Column.localTimestamp("a_clock");

  /** Smallest and largest values, those next to them, awkward texts, and nulls. */
  Table VALUES =
      Table.of("all_types", ROW, TEXT, WHOLE, CENTS, LONG_DECIMAL, TRUTH, DAY, INSTANT, CLOCK)
          .row(0L, null, null, null, null, null, null, null, null)
          .row(
              1L,
              "",
              Long.MIN_VALUE,
              new BigDecimal("-9999999999999999.99"),
              new BigDecimal("-9999999999999999999999999999.9999999999"),
              false,
              LocalDate.of(1600, 1, 1),
              Instant.parse("1600-01-01T00:00:00Z"),
              LocalDateTime.of(1600, 1, 1, 0, 0))
          .row(
              2L,
              "日本 \uD83D\uDE00 e\u0301",
              Long.MAX_VALUE,
              new BigDecimal("9999999999999999.99"),
              new BigDecimal("9999999999999999999999999999.9999999999"),
              true,
              LocalDate.of(9999, 12, 31),
              Instant.parse("9999-12-31T23:59:59.999999Z"),
              LocalDateTime.parse("9999-12-31T23:59:59.999999"))
          .row(
              3L,
              "null",
              0L,
              new BigDecimal("0.00"),
              new BigDecimal("0.0000000001"),
              true,
              LocalDate.of(1970, 1, 1),
              Instant.parse("1969-12-31T23:59:59.999999Z"),
              LocalDateTime.parse("1970-01-01T00:00:00.000001"))
          .row(
              4L,
              "İıßſ",
              -1L,
              new BigDecimal("-0.01"),
              new BigDecimal("-0.0000000001"),
              false,
              LocalDate.of(2024, 2, 29),
              Instant.parse("2024-03-10T07:30:00.000001Z"),
              LocalDateTime.parse("2024-03-10T02:30:00.000001"));

  @Test
  default void everyValueComesBackAsItWas() {
    List<List<Object>> found =
        subject().athena().fetch(from(subject().table(VALUES)).orderBy(ROW.asc())).stream()
            .map(row -> row.values())
            .toList();
    assertEquals(VALUES.rows(), found);
  }

  @Test
  default void everyValueIsMetByACondition() {
    Dataset values = subject().table(VALUES);
    Map<Query, List<Long>> wanted = new LinkedHashMap<>();
    for (int i = 1; i < VALUES.columns().size(); i++) {
      for (List<Object> row : VALUES.rows()) {
        wanted.put(equal(values, VALUES.columns().get(i), row.get(i)), rowsWith(i, row.get(i)));
      }
    }
    subject().assertEach(ROW, wanted);
  }

  private static List<Long> rowsWith(int column, Object value) {
    List<Long> rows = new ArrayList<>();
    for (List<Object> row : VALUES.rows()) {
      if (java.util.Objects.equals(value, row.get(column))) {
        rows.add((Long) row.get(0));
      }
    }
    return rows;
  }

  private static <T> Select equal(Dataset values, Column<T> column, Object value) {
    return from(values)
        .where(value == null ? column.isNull() : column.eq(column.type().javaType().cast(value)));
  }

  @Test
  default void everyValueIsALiteral() {
    Query one = from(subject().table(VALUES)).where(ROW.eq(0L));
    Query[] literals =
        VALUES.rows().stream().map(row -> one.select(literals(row))).toArray(Query[]::new);
    assertEquals(
        VALUES.rows().stream().map(row -> List.of(Arrays.asList(row.toArray()))).toList(),
        subject().each(literals));
  }

  /** A published question has its values written into the text instead of bound. */
  @Test
  default void everyValueIsPublishedAsItWas() {
    Query one = from(subject().table(Sales.SALES)).where(Sales.ID.eq(1L));
    Query all = one.select(literals(VALUES.rows().get(0)));
    for (List<Object> row : VALUES.rows().subList(1, VALUES.rows().size())) {
      all = all.union(one.select(literals(row)));
    }
    Query literals = all;
    subject()
        .ask(a -> a.publish(literals).asView("published_types"), Capability.VIEWS)
        .ifPresent(view ->
            assertEquals(
                VALUES.rows(),
                Sales.values(subject().athena().rows(from(view).orderBy(ROW.asc())))));
  }

  private static Output<?>[] literals(List<Object> row) {
    Output<?>[] outputs = new Output<?>[row.size()];
    for (int i = 0; i < outputs.length; i++) {
      outputs[i] = literal(VALUES.columns().get(i), row.get(i));
    }
    return outputs;
  }

  private static <T> Output<T> literal(Column<T> column, Object value) {
    return (value == null
            ? Expressions.nullOf(column.type())
            : Expressions.literal(column.type(), column.type().javaType().cast(value)))
        .as(column.name());
  }
}
