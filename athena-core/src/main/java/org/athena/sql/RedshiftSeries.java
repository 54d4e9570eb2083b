package org.athena.sql;

import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.name;

import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.jooq.Field;
import org.jooq.Table;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;

/**
 * Whole numbers put together from digits, the highest first: each digit is joined only as far as it
 * stays within the last number, so that no more rows are made than are wanted.
 */
final class RedshiftSeries {

  /** The days of ten thousand years have so many digits. */
  private static final int DIGITS = 7;

  private RedshiftSeries() {}

  static Series of(Table<?> rows, Field<Long> last, String alias) {
    Table<?> joined = rows;
    Field<Long> number = null;
    for (int place = DIGITS - 1; place >= 0; place--) {
      String digits = alias + "_" + place;
      Field<Long> digit = field(name(digits, "n"), SQLDataType.BIGINT);
      number = number == null ? digit : number.plus(digit);
      joined = joined.join(digits(place, digits)).on(number.le(last));
    }
    return new Series(joined, java.util.Objects.requireNonNull(number));
  }

  private static Table<?> digits(int place, String alias) {
    long unit = LongStream.range(0, place).reduce(1, (power, i) -> power * 10);
    String others =
        LongStream.range(1, 10)
            .mapToObj(digit -> " union all select " + digit * unit)
            .collect(Collectors.joining());
    return DSL.table(
        "(select cast(0 as bigint) as {0}" + others + ") as {1}", name("n"), name(alias));
  }
}
