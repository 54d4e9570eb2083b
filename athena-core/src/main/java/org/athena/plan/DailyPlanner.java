package org.athena.plan;

import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.sum;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.athena.breakage.Role;
import org.athena.model.Column;
import org.athena.query.DailyQuery;
import org.athena.sql.SqlTypes;
import org.jooq.Field;
import org.jooq.Select;
import org.jooq.SortField;
import org.jooq.Table;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;

/** Plans the daily aggregate of a log. */
final class DailyPlanner {

  private final DailyQuery question;
  private final CardEvents events;
  private final Cohorts cohorts;

  DailyPlanner(Planning planning, DailyQuery question) {
    this.question = question;
    CalendarGuard.check(question.cards(), question.asOf(), question.cohorts());
    events = new CardEvents(planning, question.cards(), question.asOf(), question.by()).guarded();
    cohorts =
        Cohorts.of(
            planning,
            question.cards(),
            events,
            question.cohorts(),
            question.by(),
            Cohorts.Use.COUNTED);
    CalendarGuard.add(planning, question.cards(), events, question.cohorts());
  }

  Select<?> plan() {
    CardFields e = new CardFields(question.cards(), "e");
    List<Field<?>> keys = keys(e, cohorts.cohort());
    List<Field<?>> fields = new ArrayList<>(keys);
    boolean counted = question.cards().role(Role.EVENTS).isPresent();
    fields.add(
        (counted ? sum(e.eventCount()) : field("count(*)", SQLDataType.BIGINT))
            .cast(SQLDataType.BIGINT)
            .as("events"));
    Field<Long> activated =
        switch (cohorts) {
          case CardCohorts found -> found.onlyActivation();
          case WindowCohorts told -> told.countedHere();
          case StampedCohorts stamped -> e.cardCount();
        };
    fields.add(sum(activated).cast(SQLDataType.BIGINT).as("cards"));
    fields.add(sum(e.directedAmount()).cast(SqlTypes.of(question.cards().money())).as("amount"));
    Select<?> lines =
        switch (cohorts) {
          case StampedCohorts stamped -> grouped(fields, stamped.withEvents(), keys.size());
          case WindowCohorts told -> grouped(fields, told.withEvents(), keys.size());
          case CardCohorts found when found.tellsActivations() ->
              TrianglePlanner.unionAll(
                  grouped(fields, found.withOtherEvents(), keys.size()), activated(found));
          case CardCohorts found ->
              TrianglePlanner.unionAll(
                  grouped(fields, found.withEvents(), keys.size()), activatedAgain(found));
        };
    boolean different =
        (!(cohorts instanceof CardCohorts)
                || cohorts instanceof CardCohorts f && f.tellsActivations())
            && hasOneCodeForEachKind();
    return total(lines, keys.size(), different);
  }

  private static Select<?> grouped(List<Field<?>> fields, Table<?> rows, int keys) {
    return DSL.select(fields).from(rows).groupBy(positions(keys));
  }

  /** The activations of cards declared to have one, which tell their cohort without a join. */
  private Select<?> activated(CardCohorts found) {
    CardFields k = new CardFields(question.cards(), "k");
    List<Field<?>> fields = keys(k, k.cohort());
    int keys = fields.size();
    fields.add(field("count(*)", SQLDataType.BIGINT).as("events"));
    fields.add(field("count(*)", SQLDataType.BIGINT).as("cards"));
    fields.add(sum(k.directedAmount()).cast(SqlTypes.of(question.cards().money())).as("amount"));
    return grouped(fields, found.activations(), keys);
  }

  private boolean hasOneCodeForEachKind() {
    var kinds = question.cards().kinds().byCode().values();
    return kinds.stream().distinct().count() == kinds.size();
  }

  /** The cards with several activations, each on the line of the first of them. */
  private Select<?> activatedAgain(CardCohorts found) {
    CardFields k = new CardFields(question.cards(), "k");
    List<Field<?>> fields = keys(k, k.cohort());
    fields.add(inline(0L).as("events"));
    fields.add(inline(1L).as("cards"));
    fields.add(
        inline(java.math.BigDecimal.ZERO).cast(SqlTypes.of(question.cards().money())).as("amount"));
    return DSL.select(fields).from(found.activations()).where(found.isActivatedAgain());
  }

  /** Tells kinds for codes, and adds up lines of the same keys unless there are none. */
  private Select<?> total(Select<?> lines, int keys, boolean different) {
    List<Field<?>> fields = new ArrayList<>();
    for (Column<?> column : question.columns()) {
      Field<?> value = field(name("l", column.name()), SqlTypes.of(column.type()));
      if (column.equals(DailyQuery.KIND)) {
        fields.add(new CardFields(question.cards(), "l").kind().as("kind"));
      } else if (different || fields.size() < keys) {
        fields.add(value);
      } else {
        fields.add(
            sum(value.coerce(java.math.BigDecimal.class))
                .cast(SqlTypes.of(column.type()))
                .as(name(column.name())));
      }
    }
    List<SortField<?>> order = new ArrayList<>();
    positions(keys).forEach(position -> order.add(position.asc().nullsLast()));
    var told = DSL.with(cohorts.with()).select(fields).from(lines.asTable(name("l")));
    return different ? told.orderBy(order) : told.groupBy(positions(keys)).orderBy(order);
  }

  /** Lines are by code, which the engine groups faster than kinds; {@link #total} tells kinds. */
  private List<Field<?>> keys(CardFields f, Field<LocalDate> cohort) {
    List<Field<?>> keys = new ArrayList<>();
    if (question.cards().role(Role.CURRENCY).isPresent()) {
      keys.add(f.currency().as("currency"));
    }
    question.by().forEach(c -> keys.add(f.segmentOf(c).as(name(c.name()))));
    if (question.cards().role(Role.VALUE_CLASS).isPresent()) {
      keys.add(f.valueClass().as("value_class"));
    }
    keys.add(cohort.as("cohort"));
    keys.add(f.day().as("day"));
    keys.add(f.code().as(CardFields.CODE));
    return keys;
  }

  private static List<Field<?>> positions(int count) {
    List<Field<?>> positions = new ArrayList<>();
    for (int i = 1; i <= count; i++) {
      positions.add(inline(i));
    }
    return positions;
  }
}
