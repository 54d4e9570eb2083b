package org.athena.plan;

import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.sum;

import java.util.ArrayList;
import java.util.List;
import org.athena.breakage.Role;
import org.athena.query.DailyQuery;
import org.athena.sql.SqlTypes;
import org.jooq.Field;
import org.jooq.Select;
import org.jooq.SortField;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;

/** Plans the daily aggregate of a log. */
final class DailyPlanner {

  private final Planning planning;
  private final DailyQuery question;
  private final CardEvents events;
  private final CardCohorts cohorts;

  DailyPlanner(Planning planning, DailyQuery question) {
    this.planning = planning;
    this.question = question;
    CalendarGuard.check(question.cards(), question.asOf(), question.cohorts());
    events = new CardEvents(planning, question.cards(), question.asOf(), question.by()).guarded();
    cohorts = new CardCohorts(planning, question.cards(), events, List.of());
    CalendarGuard.add(planning, question.cards(), events, question.cohorts());
  }

  Select<?> plan() {
    CardFields e = new CardFields(question.cards(), "e");
    List<Field<?>> fields = new ArrayList<>();
    if (question.cards().role(Role.CURRENCY).isPresent()) {
      fields.add(e.currency().as("currency"));
    }
    question.by().forEach(c -> fields.add(e.segmentOf(c).as(name(c.name()))));
    if (question.cards().role(Role.VALUE_CLASS).isPresent()) {
      fields.add(e.valueClass().as("value_class"));
    }
    fields.add(planning.terms().periodStart(question.cohorts(), cohorts.firstDay()).as("cohort"));
    fields.add(e.day().as("day"));
    fields.add(e.kind().as("kind"));
    List<Field<?>> groups = new ArrayList<>();
    List<SortField<?>> order = new ArrayList<>();
    for (int i = 1; i <= fields.size(); i++) {
      groups.add(inline(i));
      order.add(inline(i).asc().nullsLast());
    }
    fields.add(field("count(*)", SQLDataType.BIGINT).as("events"));
    fields.add(sum(e.amount()).cast(SqlTypes.of(question.cards().money())).as("amount"));
    return DSL.with(cohorts.with())
        .select(fields)
        .from(cohorts.withEvents())
        .groupBy(groups)
        .orderBy(order);
  }
}
