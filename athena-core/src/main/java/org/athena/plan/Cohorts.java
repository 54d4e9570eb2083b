package org.athena.plan;

import java.time.LocalDate;
import java.util.List;
import org.athena.breakage.CardLog;
import org.athena.breakage.Role;
import org.athena.model.Calendar;
import org.athena.model.Column;
import org.jooq.CommonTableExpression;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.Table;

/** How events come by the cohorts of their cards; the used events have the alias {@code e}. */
sealed interface Cohorts permits CardCohorts, StampedCohorts, WindowCohorts {

  /** What a question needs of the activations. */
  enum Use {
    /** What the first activation of a card tells. */
    TOLD,
    /** That, and each activated card once, where its first activation was. */
    COUNTED
  }

  /** The cohorts of a log's cards. */
  static Cohorts of(
      Planning planning,
      CardLog cards,
      CardEvents events,
      Calendar calendar,
      List<Column<?>> segments,
      Use use) {
    if (cards.role(Role.COHORT).isPresent()) {
      return new StampedCohorts(planning, cards, events, calendar);
    }
    return planning.terms().sharesTables()
        ? new CardCohorts(planning, cards, events, calendar, segments, use)
        : new WindowCohorts(planning, cards, events, calendar, segments);
  }

  /** The common tables that the others need. */
  List<CommonTableExpression<?>> with();

  /** The used events, each with what its card's first activation tells. */
  Table<?> withEvents();

  /** Whether the card's cohort is known. */
  Condition isKnown();

  /** The business day that sets the card's cohort. */
  Field<LocalDate> firstDay();

  /** The first day of the period of that day. */
  Field<LocalDate> cohort();

  /** The expiry that the card was activated with. */
  Field<LocalDate> expiry();

  /** A segment's value: that of the card's first activation, else of the event's own row. */
  Field<?> segment(Column<?> column);
}
