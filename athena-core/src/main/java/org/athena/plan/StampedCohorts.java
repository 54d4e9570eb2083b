package org.athena.plan;

import java.time.LocalDate;
import java.util.List;
import org.athena.breakage.CardLog;
import org.athena.model.Calendar;
import org.athena.model.Column;
import org.jooq.CommonTableExpression;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.Table;

/** Cohorts that each row of the log bears: nothing is joined. */
final class StampedCohorts implements Cohorts {

  private final CardEvents events;
  private final CardFields e;
  private final Field<LocalDate> cohort;

  StampedCohorts(Planning planning, CardLog cards, CardEvents events, Calendar calendar) {
    planning.note("cohorts: as stamped on each row, without a join");
    this.events = events;
    this.e = new CardFields(cards, "e");
    this.cohort = planning.terms().periodStart(calendar, e.cohort());
  }

  @Override
  public List<CommonTableExpression<?>> with() {
    return events.with();
  }

  @Override
  public Table<?> withEvents() {
    return events.used("e");
  }

  @Override
  public Condition isKnown() {
    return e.cohort().isNotNull();
  }

  @Override
  public Field<LocalDate> firstDay() {
    return e.cohort();
  }

  @Override
  public Field<LocalDate> cohort() {
    return cohort;
  }

  @Override
  public Field<LocalDate> expiry() {
    return e.expiry();
  }

  @Override
  public Field<?> segment(Column<?> column) {
    return e.segmentOf(column);
  }
}
