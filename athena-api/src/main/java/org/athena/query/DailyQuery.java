package org.athena.query;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.athena.breakage.CardLog;
import org.athena.breakage.Role;
import org.athena.model.AsOf;
import org.athena.model.Calendar;
import org.athena.model.Column;
import org.athena.model.Grain;
import org.athena.model.Row;

/**
 * The log summed up by business day, kind and cohort: the aggregate that triangles, rates and
 * roll-forwards can be kept from.
 *
 * @shape one row for each currency, segment, value class, cohort, day and kind that occurs among
 *     used events not after the as-of, ordered by these columns; segment values are those of the
 *     event's own row
 * @param cards the log
 * @param asOf the two times asked for
 * @param cohorts the calendar of cohorts
 * @param by segment columns
 */
public record DailyQuery(CardLog cards, AsOf asOf, Calendar cohorts, List<Column<?>> by)
    implements Question<List<Row>> {

  /** The first day of the card's cohort; null where no activation was seen. */
  public static final Column<LocalDate> COHORT = Column.date("cohort");

  /** The business day of the events. */
  public static final Column<LocalDate> DAY = Column.date("day");

  /** The kind of the events, by the name of its constant. */
  public static final Column<String> KIND = Column.string("kind");

  /** How many events. */
  public static final Column<Long> EVENTS = Column.integer("events");

  /** Checks the columns. */
  public DailyQuery {
    by = List.copyOf(by);
    CardColumns.check(cards, by, columns(cards, by));
  }

  /** By day, kind and monthly cohort. */
  public static DailyQuery of(CardLog cards, AsOf asOf) {
    return new DailyQuery(cards, asOf, Grain.MONTH, List.of());
  }

  /** The same with cohorts of another calendar. */
  public DailyQuery cohorts(Calendar calendar) {
    return new DailyQuery(cards, asOf, calendar, by);
  }

  /** The same for each combination of the columns' values. */
  public DailyQuery by(Column<?>... columns) {
    return new DailyQuery(cards, asOf, cohorts, List.of(columns));
  }

  /** The sum of the events' amounts, as magnitudes of their kind. */
  public Column<BigDecimal> amount() {
    return new Column<>("amount", cards.money());
  }

  @Override
  public String name() {
    return "daily aggregate of " + cards.events().name();
  }

  @Override
  public List<Column<?>> columns() {
    return columns(cards, by);
  }

  private static List<Column<?>> columns(CardLog cards, List<Column<?>> by) {
    List<Column<?>> own = new ArrayList<>();
    if (cards.role(Role.VALUE_CLASS).isPresent()) {
      own.add(BalanceQuery.VALUE_CLASS);
    }
    own.addAll(List.of(COHORT, DAY, KIND, EVENTS, new Column<>("amount", cards.money())));
    return CardColumns.of(cards, by, own);
  }

  @Override
  public List<Row> answer(List<Row> rows) {
    return rows;
  }
}
