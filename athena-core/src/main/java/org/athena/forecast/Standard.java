package org.athena.forecast;

import java.util.Arrays;
import org.hipparchus.analysis.differentiation.DerivativeStructure;
import org.hipparchus.special.Erf;

/**
 * The standard distribution behind a curve of delays: the logarithm of the delay is location plus
 * spread times a variable of this distribution.
 */
final class Standard {

  private static final double HALF_LOG_TWO_PI = 0.5 * Math.log(2 * Math.PI);

  private final Curve curve;

  Standard(Curve curve) {
    this.curve = curve;
  }

  /** The probability above z. */
  DerivativeStructure above(DerivativeStructure z) {
    return switch (curve) {
      case LOG_LOGISTIC -> z.exp().add(1).reciprocal();
      case WEIBULL -> z.exp().negate().exp();
      case LOGNORMAL -> normalAbove(z);
    };
  }

  /** The probability up to z. */
  DerivativeStructure upTo(DerivativeStructure z) {
    return switch (curve) {
      case LOG_LOGISTIC -> z.negate().exp().add(1).reciprocal();
      case WEIBULL -> z.exp().negate().expm1().negate();
      case LOGNORMAL -> normalAbove(z.negate());
    };
  }

  /** The probability between two values, from the side where it loses no digits. */
  DerivativeStructure between(DerivativeStructure low, DerivativeStructure high) {
    return low.getValue() > 0 ? above(low).subtract(above(high)) : upTo(high).subtract(upTo(low));
  }

  /** The logarithm of the density. */
  DerivativeStructure logDensity(DerivativeStructure z) {
    return switch (curve) {
      case LOG_LOGISTIC -> {
        DerivativeStructure away = z.getValue() > 0 ? z.negate() : z;
        yield away.subtract(away.exp().log1p().multiply(2));
      }
      case WEIBULL -> z.subtract(z.exp());
      case LOGNORMAL -> z.multiply(z).multiply(-0.5).subtract(HALF_LOG_TWO_PI);
    };
  }

  private static DerivativeStructure normalAbove(DerivativeStructure z) {
    double x = z.getValue();
    double density = Math.exp(-x * x / 2 - HALF_LOG_TWO_PI);
    double[] derivatives = {0.5 * Erf.erfc(x / Math.sqrt(2)), -density, x * density};
    return z.compose(Arrays.copyOf(derivatives, z.getOrder() + 1));
  }
}
