package org.athena.examples.sample;

/** How long cards wait for their first and for their further uses. */
public enum Delays {
  /** Three quarters lognormal, one quarter exponential: nearly all is over after five years. */
  MIXED,
  /** Lognormal, with a tail of many years: what curves with such a tail are made for. */
  LOGNORMAL;

  /** From the issue to the first use. */
  Long[] firstUse() {
    return this == MIXED ? Quantiles.firstUse() : Quantiles.lognormal(75, 1.6);
  }

  /** From one use to the next. */
  Long[] laterUse() {
    return this == MIXED ? Quantiles.laterUse() : Quantiles.lognormal(30, 1.6);
  }
}
