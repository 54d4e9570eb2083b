package org.athena.query;

import java.math.BigDecimal;
import java.util.List;
import org.athena.breakage.AuditReport;
import org.athena.breakage.CardLog;
import org.athena.model.AsOf;
import org.athena.model.Column;
import org.athena.model.Row;

/**
 * The account of every row of a card log: dispositions, flags, and used rows by kind.
 *
 * <p>Codes without a kind never end an audit: their rows are set aside and counted.
 *
 * @shape one row for each section, name, detail, currency and segment that occurs, ordered by these
 *     columns; segment values are those of the row itself
 * @param cards the log
 * @param asOf the two times asked for
 * @param by segment columns
 */
public record AuditQuery(CardLog cards, AsOf asOf, List<Column<?>> by)
    implements Question<AuditReport> {

  /** The section, by name of {@link AuditReport.Section}. */
  public static final Column<String> SECTION = Column.string("section");

  /** The disposition, flag or kind. */
  public static final Column<String> NAME = Column.string("name");

  /** Why rows were set aside; null otherwise. */
  public static final Column<String> DETAIL = Column.string("detail");

  /** How many rows. */
  public static final Column<Long> ROWS = Column.integer("rows");

  /** Up to {@value #SAMPLE_COUNT} event ids, or cards without them, parted by line feeds. */
  public static final Column<String> SAMPLES = Column.string("samples");

  /** How many samples a line has at most. */
  public static final int SAMPLE_COUNT = 5;

  /** Checks the segment columns. */
  public AuditQuery {
    cards.requireCards("audit");
    by = List.copyOf(by);
    CardColumns.check(cards, by, columns(cards, by));
  }

  /** The audit of a log. */
  public static AuditQuery of(CardLog cards, AsOf asOf) {
    return new AuditQuery(cards, asOf, List.of());
  }

  /** The same for each combination of the columns' values. */
  public AuditQuery by(Column<?>... columns) {
    return new AuditQuery(cards, asOf, List.of(columns));
  }

  /** The sum of the rows' amounts as the log has them. */
  public Column<BigDecimal> amount() {
    return new Column<>("amount", cards.money());
  }

  @Override
  public String name() {
    return "audit of " + cards.events().name();
  }

  @Override
  public List<Column<?>> columns() {
    return columns(cards, by);
  }

  private static List<Column<?>> columns(CardLog cards, List<Column<?>> by) {
    Column<BigDecimal> amount = new Column<>("amount", cards.money());
    return CardColumns.of(cards, by, List.of(SECTION, NAME, DETAIL, ROWS, amount, SAMPLES));
  }

  @Override
  public AuditReport answer(List<Row> rows) {
    return new AuditReport(rows.stream().map(this::line).toList());
  }

  private AuditReport.Line line(Row row) {
    String samples = row.get(SAMPLES);
    return new AuditReport.Line(
        CardColumns.segment(cards, by, row),
        AuditReport.Section.valueOf(row.require(SECTION)),
        row.require(NAME),
        row.get(DETAIL),
        row.require(ROWS),
        row.require(amount()),
        samples == null ? List.of() : List.of(samples.split("\n", -1)));
  }
}
