package org.athena.plan;

import static org.jooq.impl.DSL.max;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.sum;
import static org.jooq.impl.DSL.when;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToIntFunction;
import org.athena.breakage.EventKind;
import org.athena.breakage.Role;
import org.athena.model.Grain;
import org.athena.query.BalanceQuery;
import org.athena.sql.SqlTypes;
import org.jooq.Field;
import org.jooq.Select;
import org.jooq.impl.DSL;

/** Plans card balances: signed sums by card, beside the card's first activation. */
final class BalancePlanner {

  private final BalanceQuery question;
  private final CardEvents events;
  private final Cohorts cohorts;

  BalancePlanner(Planning planning, BalanceQuery question) {
    this.question = question;
    events = new CardEvents(planning, question.cards(), question.asOf(), question.by()).guarded();
    cohorts =
        Cohorts.of(planning, question.cards(), events, Grain.DAY, question.by(), Cohorts.Use.TOLD);
  }

  Select<?> plan() {
    CardFields e = new CardFields(question.cards(), "e");
    List<Field<?>> fields = new ArrayList<>();
    List<Field<?>> groups = new ArrayList<>(List.of(e.card()));
    if (question.cards().role(Role.CURRENCY).isPresent()) {
      fields.add(e.currency().as("currency"));
      groups.add(e.currency());
    }
    question
        .by()
        .forEach(
            c -> fields.add(max(when(cohorts.isKnown(), cohorts.segment(c))).as(name(c.name()))));
    fields.add(e.card().as("card"));
    if (question.cards().role(Role.VALUE_CLASS).isPresent()) {
      fields.add(e.valueClass().as("value_class"));
      groups.add(e.valueClass());
    }
    fields.add(max(cohorts.firstDay()).as("cohort"));
    fields.add(max(e.day()).as("last_event"));
    fields.add(total(e, EventKind::issued).as("issued"));
    fields.add(total(e, EventKind::redeemed).as("redeemed"));
    fields.add(total(e, EventKind::exited).as("exited"));
    fields.add(total(e, EventKind::balance).as("balance"));
    return DSL.with(cohorts.with()).select(fields).from(cohorts.withEvents()).groupBy(groups);
  }

  private Field<?> total(CardFields e, ToIntFunction<EventKind> direction) {
    Field<BigDecimal> effect = e.effect(direction);
    return sum(effect).cast(SqlTypes.of(question.cards().money()));
  }
}
