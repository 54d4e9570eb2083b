package org.athena.plan;

import static org.jooq.impl.DSL.count;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.name;

import java.util.ArrayList;
import java.util.List;
import org.athena.breakage.CardLog;
import org.athena.error.BadDataException;
import org.athena.model.Column;
import org.athena.model.On;
import org.athena.model.Row;
import org.jooq.Field;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;

/** Makes sure that attributes match an event at most once: otherwise the join would add rows. */
final class AttributeGuard {

  private static final int SHOWN = 5;

  private AttributeGuard() {}

  static void add(Planning planning, CardLog.Attributes attributes) {
    Source source = planning.source(attributes.relation());
    List<Column<?>> columns = new ArrayList<>();
    List<Field<?>> keys = new ArrayList<>();
    org.jooq.Condition present = DSL.noCondition();
    for (On<?> pair : attributes.on()) {
      columns.add(pair.right());
      keys.add(source.col(pair.right()));
      present = present.and(source.col(pair.right()).isNotNull());
    }
    List<Field<?>> fields = new ArrayList<>(keys);
    Column<Long> times = Column.integer("athena_times");
    fields.add(field("count(*)", SQLDataType.BIGINT).as(name(times.name())));
    columns.add(times);
    var query =
        DSL.select(fields)
            .from(source.table())
            .where(present)
            .groupBy(keys)
            .having(count().gt(inline(1)))
            .limit(inline(SHOWN));
    planning.guard(new Guard(query, columns, rows -> check(attributes, rows)));
  }

  private static void check(CardLog.Attributes attributes, List<Row> rows) {
    if (!rows.isEmpty()) {
      throw new BadDataException(
          "Cannot join attributes %s on %s: a key occurs more than once, for instance %s. Make it unique first."
              .formatted(
                  attributes.relation().name(),
                  attributes.on().stream().map(pair -> pair.right().name()).toList(),
                  rows.get(0).values().subList(0, rows.get(0).values().size() - 1)));
    }
  }
}
