package org.athena.sql;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import org.athena.error.UnsupportedByEngineException;
import org.athena.model.Expr.Operation;
import org.athena.model.Type;
import org.jooq.Field;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;
import org.junit.jupiter.api.Test;

/**
 * Types of results as the guide computes them in its examples, and operands chosen so that no digit
 * is lost.
 *
 * <p>The examples are those of "Computations with numeric values" in the Amazon Redshift Database
 * Developer Guide: PRICEPAID and COMMISSION are DECIMAL(8,2), DEC1 and DEC2 are DECIMAL(5,2) and
 * DECIMAL(12,8).
 */
final class RedshiftDecimalTest {

  private static final RedshiftDecimal PRICE_PAID = new RedshiftDecimal(8, 2);

  @Test
  void typesAreThoseOfTheGuidesExamples() {
    assertEquals(new RedshiftDecimal(17, 9), PRICE_PAID.over(PRICE_PAID));
    assertEquals(
        new RedshiftDecimal(12, 8), new RedshiftDecimal(5, 2).or(new RedshiftDecimal(12, 8)));
  }

  @Test
  void typesFollowTheFormulas() {
    assertEquals(new RedshiftDecimal(9, 2), PRICE_PAID.plus(PRICE_PAID));
    assertEquals(new RedshiftDecimal(17, 4), PRICE_PAID.times(PRICE_PAID));
    assertEquals(new RedshiftDecimal(38, 2), PRICE_PAID.total());
    RedshiftDecimal widest = new RedshiftDecimal(38, 0);
    assertEquals(new RedshiftDecimal(38, 4), widest.over(widest), "a quotient loses digits");
    assertEquals(new RedshiftDecimal(19, 2), widest.or(PRICE_PAID), "a choice loses digits");
    assertFalse(widest.times(PRICE_PAID).isExact());
    assertTrue(PRICE_PAID.times(PRICE_PAID).isExact());
  }

  /** All pairs of types: the product and the sum of what they are brought to are exact. */
  @Test
  void operandsAreBroughtToTypesWhoseResultIsExact() {
    RedshiftTerms terms = new RedshiftTerms();
    int refused = 0;
    for (int scale = 0; scale <= 38; scale++) {
      for (int other = 0; other <= 38; other++) {
        Type<BigDecimal> one = Type.decimal(38, scale);
        Type<BigDecimal> two = Type.decimal(Math.max(other, 18), other);
        if (scale < 38 && other < 38) {
          assertTrue(
              operand(terms, Operation.PLUS, one, two)
                  .plus(operand(terms, Operation.PLUS, two, one))
                  .isExact());
        }
        try {
          RedshiftDecimal product =
              operand(terms, Operation.TIMES, one, two)
                  .times(operand(terms, Operation.TIMES, two, one));
          assertTrue(product.isExact(), product::toString);
          assertEquals(scale + other, product.scale());
        } catch (UnsupportedByEngineException e) {
          assertTrue(scale + other > 35, e.getMessage());
          refused++;
        }
      }
    }
    assertTrue(refused > 0);
  }

  private static RedshiftDecimal operand(
      RedshiftTerms terms, Operation operation, Type<?> one, Type<?> two) {
    var type = terms.operand(operation, one, two);
    return new RedshiftDecimal(type.precision(), type.scale());
  }

  @Test
  void whatDoesNotFitIsRefusedWhenPlanning() {
    Field<BigDecimal> field = DSL.field("x", SQLDataType.DECIMAL);
    UnsupportedByEngineException quotient =
        assertThrows(
            UnsupportedByEngineException.class,
            () -> new RedshiftTerms().ratio(field, 2, field, 10, 26));
    assertEquals(
        "Cannot divide numbers with 2 and 10 digits after the point at a scale of 26: decimals have 38 digits. Ask for a smaller scale, or cast them to fewer digits.",
        quotient.getMessage());
    UnsupportedByEngineException product =
        assertThrows(
            UnsupportedByEngineException.class,
            () ->
                new RedshiftTerms()
                    .operand(Operation.TIMES, Type.decimal(38, 20), Type.decimal(38, 18)));
    assertEquals(
        "Cannot multiply numbers with 20 and 18 digits after the point: decimals have 38 digits in all. Cast them to fewer digits.",
        product.getMessage());
  }
}
