package org.athena.plan;

import static org.jooq.impl.DSL.coalesce;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.rowNumber;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.athena.breakage.CardLog;
import org.athena.breakage.EventKind;
import org.athena.breakage.Role;
import org.jooq.CommonTableExpression;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.Select;
import org.jooq.SortField;
import org.jooq.Table;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;

/**
 * From which activated card the value of cards without an activation came.
 *
 * <p>Only such cards have a source, so that a chain ends by itself at an activated card. The chain
 * is joined as often as it may have links: not every engine has recursion, and chains are short.
 */
final class CardTransfers {

  private static final String SOURCE = "c_source";

  private final CardLog cards;
  private final Function<String, Table<?>> used;
  private final String own;
  private final String name;
  private final boolean inOnePass;

  /**
   * The transfers of a log.
   *
   * @param used the used events under an alias
   * @param own the name of a table with the activated cards, one row each
   */
  CardTransfers(Planning planning, CardLog cards, Function<String, Table<?>> used, String own) {
    planning.note("transfers: cards without an activation joined to the cards they came from");
    this.cards = cards;
    this.used = used;
    this.own = own;
    this.name = planning.alias("sources");
    // Where a common table is computed as often as it is read, the activated cards are not read
    // again.
    this.inOnePass =
        !planning.terms().sharesTables()
            && cards.rules().cohortBy() == CardLog.CohortBy.FIRST_ACTIVATION;
  }

  /** Whether the log tells between which cards value moves. */
  static boolean areToldBy(CardLog cards) {
    return cards.role(Role.COUNTER_CARD).isPresent();
  }

  /** The source of each card without an activation that has one: that of its first transfer. */
  CommonTableExpression<?> sources() {
    Select<?> sources = inOnePass ? firstTold() : firstWithoutActivation();
    return name(name).as(sources);
  }

  /** A card's activations are told with its transfers, in front of them and without a source. */
  private Select<?> firstTold() {
    Field<String> card = field(name("n", CardFields.CARD), SQLDataType.VARCHAR);
    Field<String> source = field(name("n", SOURCE), SQLDataType.VARCHAR);
    return DSL.select(card, source)
        .from(numbered(true).asTable(name("n")))
        .where(field(name("n", "c_first"), SQLDataType.BIGINT).eq(inline(1L)))
        .and(source.isNotNull());
  }

  private Select<?> firstWithoutActivation() {
    Field<String> card = field(name("n", CardFields.CARD), SQLDataType.VARCHAR);
    Field<String> activated = field(name("o", CardFields.CARD), SQLDataType.VARCHAR);
    return DSL.select(card, field(name("n", SOURCE), SQLDataType.VARCHAR))
        .from(
            numbered(false)
                .asTable(name("n"))
                .leftJoin(DSL.table(name(own)).as(name("o")))
                .on(activated.eq(card)))
        .where(field(name("n", "c_first"), SQLDataType.BIGINT).eq(inline(1L)))
        .and(activated.isNull());
  }

  private Select<?> numbered(boolean withActivations) {
    Field<String> card = field(name("l", CardFields.CARD), SQLDataType.VARCHAR);
    Field<String> source = field(name("l", SOURCE), SQLDataType.VARCHAR);
    List<SortField<?>> order = new ArrayList<>();
    if (withActivations) {
      order.add(DSL.when(source.isNull(), inline(0)).otherwise(inline(1)).asc());
    }
    order.addAll(List.of(field(name("l", CardFields.AT)).asc(), source.asc()));
    return DSL.select(
            card,
            source,
            rowNumber()
                .over()
                .partitionBy(card)
                .orderBy(order)
                .cast(SQLDataType.BIGINT)
                .as(name("c_first")))
        .from(told(withActivations).asTable(name("l")));
  }

  /** Both cards may tell of a transfer: the one that gives and the one that receives. */
  private Select<?> told(boolean withActivations) {
    CardFields f = new CardFields(cards, "m");
    Condition received = f.isKind(kind -> kind == EventKind.TRANSFER_IN);
    Condition given = f.isKind(kind -> kind == EventKind.TRANSFER_OUT);
    Condition transfers = received.or(given).and(namesOther(f));
    return DSL.select(
            DSL.when(given, f.counterCard()).otherwise(f.card()).as(CardFields.CARD),
            DSL.when(received, f.counterCard()).when(given, f.card()).as(SOURCE),
            f.at().as(CardFields.AT))
        .from(used.apply(f.alias()))
        .where(
            withActivations
                ? f.isKind(kind -> kind == EventKind.ACTIVATE).or(transfers)
                : transfers);
  }

  /** Whether an event names a card other than its own. */
  static Condition namesOther(CardFields f) {
    return f.counterCard().isNotNull().and(f.counterCard().ne(f.card()));
  }

  /**
   * Cards without an activation beside the activated card that their value came from, under the
   * alias {@code o}: the column {@link #receiver} and the columns of the activated cards.
   */
  Table<?> origins() {
    Table<?> chain = source(0);
    List<Field<String>> sources = new ArrayList<>(List.of(sourceOf(0)));
    for (int hop = 1; hop < CardLog.HOPS; hop++) {
      chain = chain.leftJoin(source(hop)).on(cardOf(hop).eq(sourceOf(hop - 1)));
      sources.add(0, sourceOf(hop));
    }
    Field<String> last =
        coalesce(sources.get(0), sources.subList(1, sources.size()).toArray(Field<?>[]::new));
    Field<String> activated = field(name("o", CardFields.CARD), SQLDataType.VARCHAR);
    return chain.join(DSL.table(name(own)).as(name("o"))).on(activated.eq(last));
  }

  /** The card whose value came from another. */
  Field<String> receiver() {
    return cardOf(0);
  }

  private Table<?> source(int hop) {
    return DSL.table(name(name)).as(name("s" + hop));
  }

  private static Field<String> cardOf(int hop) {
    return field(name("s" + hop, CardFields.CARD), SQLDataType.VARCHAR);
  }

  private static Field<String> sourceOf(int hop) {
    return field(name("s" + hop, SOURCE), SQLDataType.VARCHAR);
  }
}
