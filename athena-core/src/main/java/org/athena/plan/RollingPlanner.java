package org.athena.plan;

import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.select;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.athena.model.Column;
import org.athena.model.Measure;
import org.athena.query.Rolling;
import org.athena.spi.Capability;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.Select;
import org.jooq.SortField;
import org.jooq.impl.DSL;

/** Plans rolling counts and sums. */
final class RollingPlanner {

  private final Planning planning;

  RollingPlanner(Planning planning) {
    this.planning = planning;
  }

  Select<?> plan(Rolling rolling) {
    Source source = planning.source(rolling.source());
    return rolling.asOf() == null
        ? perEvent(rolling, source)
        : asOf(rolling, source, rolling.asOf());
  }

  private Select<?> perEvent(Rolling rolling, Source source) {
    planning
        .engine()
        .require(
            Capability.RANGE_FRAMES,
            "roll over the past duration at every event",
            "Ask as of an instant, or another engine.");
    if (!planning.terms().hasRangeFrames()) {
      return new RunningTotals(planning, rolling, source).plan();
    }
    planning.note("rolling per event: a RANGE frame over the event time, both ends in");
    AggregateLowering aggregates =
        new AggregateLowering(new ExprLowering(planning.terms(), source));
    List<Field<?>> keys = keys(rolling, source);
    SortField<?> order = source.col(rolling.at()).asc();
    List<Field<?>> fields = new ArrayList<>();
    rolling.source().columns().forEach(column -> fields.add(source.col(column)));
    for (Rolling.Window window : rolling.windows()) {
      for (Measure<?> measure : window.measures()) {
        Field<?> over =
            planning
                .terms()
                .overPast(aggregates.bare(measure.aggregate()), keys, order, window.length());
        fields.add(typed(over, measure));
      }
    }
    return select(fields).from(source.table()).where(source.col(rolling.at()).isNotNull());
  }

  private Select<?> asOf(Rolling rolling, Source source, Instant instant) {
    planning.note("rolling as of an instant: a filter on the event time");
    Field<LocalDateTime> at = source.col(rolling.at().name(), rolling.at().type());
    List<Field<?>> fields = keys(rolling, source);
    List<Field<?>> keys = List.copyOf(fields);
    ExprLowering exprs = new ExprLowering(planning.terms(), source);
    for (Rolling.Window window : rolling.windows()) {
      Condition within = at.ge(DSL.val(ExprLowering.utc(instant.minus(window.length()))));
      for (Measure<?> measure : window.measures()) {
        Field<?> over = new AggregateLowering(exprs).within(measure.aggregate(), within);
        fields.add(typed(over, measure));
      }
    }
    Duration longest =
        rolling.windows().stream()
            .map(Rolling.Window::length)
            .max(Comparator.naturalOrder())
            .orElse(Duration.ZERO);
    Condition past =
        at.le(DSL.val(ExprLowering.utc(instant)))
            .and(at.ge(DSL.val(ExprLowering.utc(instant.minus(longest)))));
    var rows = select(fields).from(source.table()).where(past);
    return keys.isEmpty() ? rows : rows.groupBy(keys);
  }

  private Field<?> typed(Field<?> over, Measure<?> measure) {
    return planning.terms().typed(over, measure.aggregate().type()).as(name(measure.name()));
  }

  private static List<Field<?>> keys(Rolling rolling, Source source) {
    List<Field<?>> keys = new ArrayList<>();
    for (Column<?> column : rolling.by()) {
      keys.add(source.col(column));
    }
    return keys;
  }
}
