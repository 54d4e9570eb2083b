package org.athena.forecast;

/** How the share redeemed grows with the age, as a distribution of delays. */
public enum Curve {

  /** G(x) = x^w / (x^w + t^w). */
  LOG_LOGISTIC("log-logistic"),

  /** G(x) = 1 - exp(-(x/t)^w). */
  WEIBULL("weibull"),

  /** G(x) = Phi((ln x - ln t) / s). */
  LOGNORMAL("lognormal");

  private final String word;

  Curve(String word) {
    this.word = word;
  }

  /** The curve as a parameter: log-logistic, weibull or lognormal. */
  public String word() {
    return word;
  }

  /** The shape parameter as it is usually given, from the spread of the logarithm of the delay. */
  double shape(double spread) {
    return this == LOGNORMAL ? spread : 1 / spread;
  }
}
