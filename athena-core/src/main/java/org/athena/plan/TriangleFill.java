package org.athena.plan;

import static org.jooq.impl.DSL.coalesce;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.lag;
import static org.jooq.impl.DSL.lead;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.when;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.athena.sql.SqlTerms;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.Table;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;

/**
 * A dense grid made from the cells that occur in one pass: each cell of a cohort stands for itself
 * and for the ages behind it without a cell, the first also for those before it.
 *
 * @param terms the terms of the engine
 * @param keys the columns that part triangles
 * @param cells the cells under the alias {@code c}, one row for each age of a cohort
 */
record TriangleFill(SqlTerms terms, List<String> keys, Table<?> cells) {

  private static final Field<LocalDate> COHORT = field(name("w", "cohort"), SQLDataType.LOCALDATE);
  private static final Field<Long> AGE = field(name("w", "age"), SQLDataType.BIGINT);
  private static final Field<Long> BEFORE = field(name("w", "before_age"), SQLDataType.BIGINT);
  private static final Field<Long> NEXT = field(name("w", "next_age"), SQLDataType.BIGINT);
  private static final Field<Long> STEP = field(name("a", "step"), SQLDataType.BIGINT);

  /**
   * The cells {@code w}, as often as they stand for an age.
   *
   * @param last the last age of a cohort
   */
  Table<?> table(LastAge last) {
    List<Field<?>> line = new ArrayList<>();
    keys.forEach(key -> line.add(field(name("c", key))));
    line.add(field(name("c", "cohort")));
    Field<Long> age = field(name("c", "age"), SQLDataType.BIGINT);
    Table<?> neighbours =
        DSL.select(
                field("{0}.*", Object.class, name("c")),
                lag(age).over().partitionBy(line).orderBy(age).as("before_age"),
                lead(age).over().partitionBy(line).orderBy(age).as("next_age"))
            .from(cells)
            .asTable(name("w"));
    Field<Long> steps = coalesce(NEXT.minus(inline(1L)), last.of(COHORT)).minus(start());
    Field<Long> most = when(COHORT.isNull(), inline(0L)).otherwise(steps);
    return terms.series(neighbours, most, "a", "step").table();
  }

  /** The last age of a cohort. */
  interface LastAge {
    Field<Long> of(Field<LocalDate> cohort);
  }

  private static Field<Long> start() {
    return when(BEFORE.isNull(), inline(0L)).otherwise(AGE);
  }

  /** The age for which a row stands; null for the unknown cohort. */
  Field<Long> age() {
    return when(COHORT.isNotNull(), start().plus(STEP));
  }

  /** Whether the row is the cell itself. */
  Condition isCell() {
    return COHORT.isNull().or(age().eq(AGE));
  }
}
