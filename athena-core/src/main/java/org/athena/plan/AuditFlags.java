package org.athena.plan;

import static org.jooq.impl.DSL.coalesce;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.min;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.sum;
import static org.jooq.impl.DSL.when;

import java.math.BigDecimal;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.athena.breakage.AuditReport.Disposition;
import org.athena.breakage.AuditReport.Flag;
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
import org.jspecify.annotations.Nullable;

/** The flags of used rows, as conditions over the judged rows of a log. */
final class AuditFlags {

  private static final Set<EventKind> TAKES_BACK =
      EnumSet.of(EventKind.VOID_ISSUE, EventKind.VOID_RELOAD, EventKind.REDEEM_REVERSAL);
  private static final String RUNNING = "c_running";
  private static final String ACTIVATED = "c_activated";
  private static final String ACTIVATIONS = "c_activations";
  private static final String CARRIED = "c_carried";
  private static final String REFERRED = "c_referred";

  private final CardLog cards;
  private final CardEvents events;
  private final String judged;
  private final String activatedName;
  private final @Nullable CardTransfers transfers;

  AuditFlags(Planning planning, CardLog cards, CardEvents events, String judged) {
    this.cards = cards;
    this.events = events;
    this.judged = judged;
    this.activatedName = planning.alias("activated");
    this.transfers =
        CardTransfers.areToldBy(cards)
            ? new CardTransfers(planning, cards, this::usedEvents, activatedName)
            : null;
  }

  private Table<?> usedEvents(String alias) {
    CardFields f = new CardFields(cards, "y");
    return DSL.selectFrom(DSL.table(name(judged)).as(name("y")))
        .where(used("y"))
        .and(events.due(f))
        .asTable(name(alias));
  }

  /** The common tables that {@link #select} needs, after the judged rows. */
  List<CommonTableExpression<?>> with() {
    if (transfers == null) {
      return List.of();
    }
    CardFields a = new CardFields(cards, "a");
    Select<?> activated =
        DSL.select(a.card(), min(a.at()).as(CardFields.AT))
            .from(usedEvents("a"))
            .where(a.isKind(kind -> kind == EventKind.ACTIVATE))
            .groupBy(a.card());
    return List.of(name(activatedName).as(activated), transfers.sources());
  }

  /** A flag's column. */
  static Field<Boolean> of(Flag flag) {
    return field(name("f_" + flag.name().toLowerCase(Locale.ROOT)), SQLDataType.BOOLEAN);
  }

  /** The judged rows with a column for each flag. */
  Select<?> select() {
    CardFields f = new CardFields(cards, "p");
    List<Field<?>> fields = new ArrayList<>();
    fields.add(field("{0}.*", Object.class, name("p")));
    for (Flag flag : Flag.values()) {
      fields.add(field(used("p").and(condition(flag, f))).as(of(flag)));
    }
    return DSL.select(fields).from(prepared());
  }

  private Condition used(String alias) {
    return field(name(alias, "c_disposition"), SQLDataType.VARCHAR)
        .eq(inline(Disposition.USED.name()));
  }

  /** The rows with the running balance, the card's first activation and the referred event. */
  private Table<?> prepared() {
    CardFields f = new CardFields(cards, judged);
    List<Field<?>> fields = new ArrayList<>();
    fields.add(field("{0}.*", Object.class, name(judged)));
    fields.add(running(f, judged).as(RUNNING));
    fields.add(activated(f, judged).as(ACTIVATED));
    if (cards.rules().claim(CardLog.Claim.ACTIVATED_ONCE)) {
      fields.add(activations(f, judged).as(ACTIVATIONS));
    }
    Table<?> from = DSL.table(name(judged));
    if (transfers != null) {
      Field<String> card = field(name("t", CardFields.CARD), SQLDataType.VARCHAR);
      from = from.leftJoin(carried(transfers)).on(f.card().eq(card));
      fields.add(field(name("t", CardFields.AT)).as(CARRIED));
    }
    if (cards.role(Role.REFERENCE).isEmpty()) {
      return DSL.select(fields).from(from).asTable(name("p"));
    }
    CardFields r = new CardFields(cards, "x");
    Table<?> ids =
        DSL.selectDistinct(r.eventId().as("c_id"))
            .from(DSL.table(name(judged)).as(name("x")))
            .where(used("x"))
            .and(events.due(r))
            .and(r.eventId().isNotNull())
            .asTable(name("ids"));
    Field<String> id = field(name("ids", "c_id"), SQLDataType.VARCHAR);
    fields.add(id.as(REFERRED));
    return DSL.select(fields).from(from.leftJoin(ids).on(f.reference().eq(id))).asTable(name("p"));
  }

  /** When the value of cards without an activation was activated. */
  private static Table<?> carried(CardTransfers transfers) {
    return DSL.select(transfers.receiver().as(CardFields.CARD), field(name("o", CardFields.AT)))
        .from(transfers.origins())
        .asTable(name("t"));
  }

  private Field<?> running(CardFields f, String alias) {
    Field<BigDecimal> effect = when(used(alias).and(events.due(f)), f.effect(EventKind::balance));
    List<SortField<?>> order = new ArrayList<>();
    order.add(f.at().asc().nullsLast());
    order.add(f.rank().asc().nullsLast());
    order.addAll(f.tieOrder());
    return sum(effect)
        .over()
        .partitionBy(f.card(), f.currency())
        .orderBy(order)
        .rowsBetweenUnboundedPreceding()
        .andCurrentRow();
  }

  private Field<LocalDateTime> activated(CardFields f, String alias) {
    return min(when(activates(f, alias), f.at())).over().partitionBy(f.card());
  }

  private Field<Long> activations(CardFields f, String alias) {
    Field<Integer> one = when(activates(f, alias), inline(1));
    return field("count({0}) over (partition by {1})", SQLDataType.BIGINT, one, f.card());
  }

  private Condition activates(CardFields f, String alias) {
    return used(alias).and(events.due(f)).and(f.isKind(kind -> kind == EventKind.ACTIVATE));
  }

  private Condition condition(Flag flag, CardFields f) {
    Condition due = events.due(f);
    Field<LocalDateTime> own = field(name("p", ACTIVATED), SQLDataType.LOCALDATETIME);
    Field<LocalDateTime> activated =
        transfers == null
            ? own
            : coalesce(own, field(name("p", CARRIED), SQLDataType.LOCALDATETIME));
    Condition redeems = f.isKind(kind -> kind == EventKind.REDEEM);
    return switch (flag) {
      case FUTURE_DATED -> DSL.not(due);
      case REDEMPTION_BEFORE_ISSUE -> due.and(redeems).and(f.at().lt(activated));
      case ORPHAN ->
          cards.rules().cohortBy() == CardLog.CohortBy.FIRST_EVENT
              ? DSL.falseCondition()
              : due.and(activated.isNull());
      case OVERDRAFT ->
          due.and(field(name("p", RUNNING), SQLDataType.DECIMAL).lt(inline(BigDecimal.ZERO)))
              .and(f.effect(EventKind::balance).lt(inline(BigDecimal.ZERO)));
      case AFTER_EXPIRY -> due.and(redeems).and(f.day().gt(f.expiry()));
      case VOID_WITHOUT_REFERENCE ->
          cards.role(Role.REFERENCE).isEmpty()
              ? DSL.falseCondition()
              : due.and(f.isKind(TAKES_BACK::contains)).and(field(name("p", REFERRED)).isNull());
      case RECORDED_BEFORE_EVENT -> due.and(f.recorded().lt(f.at()));
      case ACTIVATED_AGAIN ->
          cards.rules().claim(CardLog.Claim.ACTIVATED_ONCE)
              ? due.and(f.isKind(kind -> kind == EventKind.ACTIVATE))
                  .and(field(name("p", ACTIVATIONS), SQLDataType.BIGINT).gt(inline(1L)))
              : DSL.falseCondition();
      case TRANSFER_ONTO_ACTIVATED ->
          transfers == null
              ? DSL.falseCondition()
              : due.and(f.isKind(kind -> kind == EventKind.TRANSFER_IN))
                  .and(CardTransfers.namesOther(f))
                  .and(own.isNotNull());
    };
  }
}
