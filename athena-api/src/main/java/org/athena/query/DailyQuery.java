package org.athena.query;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.athena.breakage.CardLog;
import org.athena.breakage.EventKind;
import org.athena.breakage.Role;
import org.athena.breakage.ValueClass;
import org.athena.model.AsOf;
import org.athena.model.Calendar;
import org.athena.model.Column;
import org.athena.model.Grain;
import org.athena.model.Relation;
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

  /** How many cards the events activated for the first time. */
  public static final Column<Long> CARDS = Column.integer("cards");

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

  /** The sum of the events' amounts in the direction of their kind. */
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
    own.addAll(List.of(COHORT, DAY, KIND, EVENTS, CARDS, new Column<>("amount", cards.money())));
    return CardColumns.of(cards, by, own);
  }

  /**
   * A relation of this aggregate's rows read as a card log: triangles and rates of it equal those
   * of the log itself at a fraction of the work.
   *
   * @param rows this question, or what it was published as
   */
  public CardLog asLog(Relation rows) {
    Map<String, EventKind> kinds = new HashMap<>();
    for (EventKind kind : EventKind.values()) {
      kinds.put(kind.name(), kind);
    }
    CardLog log =
        CardLog.over(rows)
            .amount(amount())
            .businessDay(DAY)
            .cohort(COHORT)
            .counts(EVENTS, CARDS)
            .kinds(KIND, kinds)
            .zone(cards.rules().zone())
            .sign(CardLog.Sign.SIGNED);
    if (cards.role(Role.VALUE_CLASS).isPresent()) {
      Map<String, ValueClass> classes = new HashMap<>();
      for (ValueClass valueClass : ValueClass.values()) {
        classes.put(valueClass.name(), valueClass);
      }
      log = log.valueClass(BalanceQuery.VALUE_CLASS, classes);
    }
    return cards.role(Role.CURRENCY).isPresent() ? log.currency(CardColumns.CURRENCY) : log;
  }

  @Override
  public List<Row> answer(List<Row> rows) {
    return rows;
  }
}
