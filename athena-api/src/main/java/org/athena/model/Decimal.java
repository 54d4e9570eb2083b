package org.athena.model;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** The digits of a {@code BigDecimal} component of a record that declares a data set. */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.RECORD_COMPONENT)
public @interface Decimal {

  /** Digits in all, 1 to 38. */
  int precision();

  /** Digits after the point, 0 to precision. */
  int scale();
}
