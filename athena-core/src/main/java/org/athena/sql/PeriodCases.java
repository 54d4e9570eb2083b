package org.athena.sql;

import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.when;

import java.time.LocalDate;
import java.util.function.IntFunction;
import org.athena.model.PeriodTable;
import org.jooq.Field;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;

/** A calendar table as a balanced tree of cases, so that a day is placed in few comparisons. */
public final class PeriodCases {

  private PeriodCases() {}

  /** The first day of the day's period; null outside of the table. */
  public static Field<LocalDate> start(PeriodTable table, Field<LocalDate> day) {
    return within(table, day, i -> inline(table.boundaries().get(i)), SQLDataType.LOCALDATE);
  }

  /** The index of the day's period; null outside of the table. */
  public static Field<Long> index(PeriodTable table, Field<LocalDate> day) {
    return within(table, day, i -> inline((long) i, SQLDataType.BIGINT), SQLDataType.BIGINT);
  }

  private static <T> Field<T> within(
      PeriodTable table,
      Field<LocalDate> day,
      IntFunction<Field<T>> leaf,
      org.jooq.DataType<T> type) {
    Field<T> tree = tree(table, day, leaf, 0, table.boundaries().size() - 2);
    return when(day.lt(table.first()).or(day.ge(table.end())), DSL.castNull(type)).otherwise(tree);
  }

  private static <T> Field<T> tree(
      PeriodTable table, Field<LocalDate> day, IntFunction<Field<T>> leaf, int from, int to) {
    if (from == to) {
      return leaf.apply(from);
    }
    int middle = (from + to + 1) / 2;
    return when(
            day.lt(inline(table.boundaries().get(middle))),
            tree(table, day, leaf, from, middle - 1))
        .otherwise(tree(table, day, leaf, middle, to));
  }
}
