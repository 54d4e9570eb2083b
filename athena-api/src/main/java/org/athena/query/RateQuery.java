package org.athena.query;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.athena.breakage.CardLog;
import org.athena.breakage.Rate;
import org.athena.breakage.Role;
import org.athena.breakage.ValueClass;
import org.athena.error.InvalidQuestionException;
import org.athena.model.AsOf;
import org.athena.model.Calendar;
import org.athena.model.Column;
import org.athena.model.Grain;
import org.athena.model.Row;
import org.athena.model.Type;

/**
 * Historical breakage rates: what share of issued value was not redeemed.
 *
 * <p>Cards that were never redeemed count in full; cards of which no activation was seen do not
 * count.
 *
 * @shape one row for each currency, segment and period (or age), ordered by these columns
 * @param cards the log
 * @param asOf the two times asked for
 * @param basis what a rate is about
 * @param periods the calendar of the basis
 * @param by segment columns, with their values on the card's first activation
 * @param classes the value classes taken, where the log tells them
 */
public record RateQuery(
    CardLog cards,
    AsOf asOf,
    Basis basis,
    Calendar periods,
    List<Column<?>> by,
    Set<ValueClass> classes)
    implements Question<List<Rate>>, CardMeasures {

  /** What a rate is about. */
  public enum Basis {
    /** Cards by the period of their first activation, at the as-of. */
    COHORT,
    /** All cohorts that have completed an age, at that age. */
    MATURITY,
    /** Cards by the period of the expiry on their first activation, at the as-of. */
    EXPIRY
  }

  /** The first day of the period; null for rates by maturity and for cards without an expiry. */
  public static final Column<LocalDate> PERIOD = Column.date("period");

  /** The age of a rate by maturity; null otherwise. */
  public static final Column<Long> AGE = Column.integer("age");

  /** Cards activated. */
  public static final Column<Long> CARDS = Column.integer("cards");

  /** 1 - redeemed / issued at 12 digits after the point; null where nothing was issued. */
  public static final Column<BigDecimal> RATE = new Column<>("rate", Type.decimal(38, 12));

  /** Whether the period or age was over at the as-of. */
  public static final Column<Boolean> COMPLETE = Column.bool("complete");

  /** Checks the columns, and that the log tells an expiry where it is needed. */
  public RateQuery {
    by = List.copyOf(by);
    classes = Set.copyOf(classes);
    CardColumns.check(cards, by, columns(cards, by));
    if (basis == Basis.EXPIRY && cards.role(Role.EXPIRY).isEmpty()) {
      throw new InvalidQuestionException(
          "Cannot compute rates by expiry of %s: no column plays the role EXPIRY. Give expiry(column)."
              .formatted(cards.events().name()));
    }
  }

  private static RateQuery of(CardLog cards, AsOf asOf, Basis basis) {
    return new RateQuery(cards, asOf, basis, Grain.MONTH, List.of(), Set.of(ValueClass.PAID));
  }

  /** Rates of monthly cohorts. */
  public static RateQuery byCohort(CardLog cards, AsOf asOf) {
    return of(cards, asOf, Basis.COHORT);
  }

  /** Rates by age in months, of monthly cohorts. */
  public static RateQuery byMaturity(CardLog cards, AsOf asOf) {
    return of(cards, asOf, Basis.MATURITY);
  }

  /** Rates by the month in which cards expire. */
  public static RateQuery byExpiry(CardLog cards, AsOf asOf) {
    return of(cards, asOf, Basis.EXPIRY);
  }

  /** The same with periods of another calendar. */
  public RateQuery periods(Calendar calendar) {
    return new RateQuery(cards, asOf, basis, calendar, by, classes);
  }

  /** The same for each combination of the columns' values. */
  public RateQuery by(Column<?>... columns) {
    return new RateQuery(cards, asOf, basis, periods, List.of(columns), classes);
  }

  /** The same of other value classes. */
  public RateQuery classes(ValueClass... taken) {
    return new RateQuery(cards, asOf, basis, periods, by, Set.of(taken));
  }

  /** Issued less redeemed value. */
  public Column<BigDecimal> breakage() {
    return new Column<>("breakage", cards.money());
  }

  @Override
  public String name() {
    return "rates of " + cards.events().name();
  }

  @Override
  public List<Column<?>> columns() {
    return columns(cards, by);
  }

  private static List<Column<?>> columns(CardLog cards, List<Column<?>> by) {
    return CardColumns.of(
        cards,
        by,
        List.of(
            PERIOD,
            AGE,
            CARDS,
            new Column<>("issued", cards.money()),
            new Column<>("redeemed", cards.money()),
            new Column<>("exited", cards.money()),
            new Column<>("breakage", cards.money()),
            RATE,
            COMPLETE));
  }

  @Override
  public List<Rate> answer(List<Row> rows) {
    return rows.stream()
        .map(row ->
            new Rate(
                CardColumns.segment(cards, by, row),
                row.get(PERIOD),
                row.get(AGE),
                row.require(CARDS),
                row.require(issued()),
                row.require(redeemed()),
                row.require(exited()),
                row.require(COMPLETE)))
        .toList();
  }
}
