package org.athena.sql;

import static org.jooq.impl.DSL.field;

import java.math.BigDecimal;
import org.athena.error.UnsupportedByEngineException;
import org.athena.model.Type;
import org.jooq.Field;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;

/**
 * A quotient rounded half-even by hand: both numbers are made whole, their quotient without its
 * remainder is exact however the engine rounds, and the remainder tells which way to round.
 *
 * @param numeratorScale the digits of the numerator after the point
 * @param denominatorScale those of the denominator
 * @param scale those of the quotient
 */
record RedshiftRatio(int numeratorScale, int denominatorScale, int scale) {

  /** A product has the digits of both factors and one more. */
  private static final int PRODUCT = Type.MAX_PRECISION - 1;

  /** Of 38 digits a quotient keeps four behind the point. */
  private static final int WHOLE = Type.MAX_PRECISION - 4;

  private static final String QUOTIENT = "cast(({0} - mod({0}, {1})) / {1} as decimal(34, 0))";

  private static final String STEP =
      "case when abs(mod({0}, {1})) > abs({1}) - abs(mod({0}, {1}))"
          + " or (abs(mod({0}, {1})) = abs({1}) - abs(mod({0}, {1})) and mod("
          + QUOTIENT
          + ", 2) <> 0)"
          + " then case when ({0} < 0 and {1} > 0) or ({0} > 0 and {1} < 0) then -1 else 1 end"
          + " else 0 end";

  Field<BigDecimal> of(Field<?> numerator, Field<?> denominator) {
    int up = Math.max(scale + denominatorScale, numeratorScale);
    return field(
        "cast(cast(" + QUOTIENT + " + " + STEP + " as decimal({2}, 0)) * {3} as decimal(38, {4}))",
        SQLDataType.DECIMAL(Type.MAX_PRECISION, scale),
        whole(numerator, numeratorScale, up),
        field(
            "nullif({0}, 0)",
            SQLDataType.DECIMAL, whole(denominator, denominatorScale, up - scale)),
        DSL.inline(Math.min(WHOLE, PRODUCT - Math.max(scale, 1))),
        power(-scale),
        DSL.inline(scale));
  }

  /** A number times a power of ten. */
  private Field<?> whole(Field<?> value, int digits, int power) {
    int factor = PRODUCT - (power + 1);
    if (factor <= digits) {
      throw new UnsupportedByEngineException(
          "Cannot divide numbers with %d and %d digits after the point at a scale of %d: decimals have %d digits. Ask for a smaller scale, or cast them to fewer digits."
              .formatted(numeratorScale, denominatorScale, scale, Type.MAX_PRECISION));
    }
    return field(
        "cast({0} * {1} as decimal(38, 0))",
        SQLDataType.DECIMAL(Type.MAX_PRECISION, 0),
        value.cast(SQLDataType.DECIMAL(factor, digits)),
        power(power));
  }

  private static Field<?> power(int exponent) {
    BigDecimal value = BigDecimal.ONE.movePointRight(exponent);
    int scale = Math.max(0, -exponent);
    return DSL.inline(value.toPlainString())
        .cast(SQLDataType.DECIMAL(Math.max(exponent + 1, Math.max(scale, 1)), scale));
  }
}
