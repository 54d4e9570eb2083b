package org.athena.query;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.athena.breakage.CardBalance;
import org.athena.breakage.CardLog;
import org.athena.breakage.Role;
import org.athena.breakage.ValueClass;
import org.athena.model.AsOf;
import org.athena.model.Column;
import org.athena.model.Row;

/**
 * What each card holds: issued less redeemed less exited.
 *
 * @shape one row for each card, currency and value class with a used event not after the as-of, in
 *     no order
 * @param cards the log
 * @param asOf the two times asked for
 * @param by columns whose value on the card's first activation is added to its row
 */
public record BalanceQuery(CardLog cards, AsOf asOf, List<Column<?>> by)
    implements Question<List<CardBalance>>, CardMeasures {

  /** The card. */
  public static final Column<String> CARD = Column.string("card");

  /** The class of the value, by name. */
  public static final Column<String> VALUE_CLASS = Column.string("value_class");

  /** The business day of the card's first activation; null for an orphan. */
  public static final Column<LocalDate> COHORT = Column.date("cohort");

  /** The business day of the card's last event. */
  public static final Column<LocalDate> LAST_EVENT = Column.date("last_event");

  /** Checks the columns. */
  public BalanceQuery {
    cards.requireCards("compute balances of");
    by = List.copyOf(by);
    CardColumns.check(cards, by, columns(cards, by));
  }

  /** Balances of all cards. */
  public static BalanceQuery of(CardLog cards, AsOf asOf) {
    return new BalanceQuery(cards, asOf, List.of());
  }

  /** The same with columns of the card's first activation added. */
  public BalanceQuery by(Column<?>... columns) {
    return new BalanceQuery(cards, asOf, List.of(columns));
  }

  /** What is left. */
  public Column<BigDecimal> balance() {
    return new Column<>("balance", cards.money());
  }

  @Override
  public String name() {
    return "balances of " + cards.events().name();
  }

  @Override
  public List<Column<?>> columns() {
    return columns(cards, by);
  }

  private static List<Column<?>> columns(CardLog cards, List<Column<?>> by) {
    List<Column<?>> own = new ArrayList<>(List.of(CARD));
    if (cards.role(Role.VALUE_CLASS).isPresent()) {
      own.add(VALUE_CLASS);
    }
    own.add(COHORT);
    own.add(LAST_EVENT);
    for (String measure : List.of("issued", "redeemed", "exited", "balance")) {
      own.add(new Column<>(measure, cards.money()));
    }
    return CardColumns.of(cards, by, own);
  }

  @Override
  public List<CardBalance> answer(List<Row> rows) {
    return rows.stream().map(this::balanceOf).toList();
  }

  private CardBalance balanceOf(Row row) {
    boolean classed = cards.role(Role.VALUE_CLASS).isPresent();
    return new CardBalance(
        row.require(CARD),
        CardColumns.currency(cards, row),
        classed ? ValueClass.valueOf(row.require(VALUE_CLASS)) : null,
        row.get(COHORT),
        row.require(LAST_EVENT),
        row.require(issued()),
        row.require(redeemed()),
        row.require(exited()),
        row.require(balance()));
  }
}
