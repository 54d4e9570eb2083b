package org.athena.forecast;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.athena.breakage.Development;

/** What comes after the last age of a triangle. A tail of one's own supplies both methods. */
public interface Tail {

  /** How many ages after the last a curve is carried on where nothing else is said. */
  int PERIODS = 100;

  /** The tail's name with its parameters, for instance {@code constant(1.05)}. */
  String name();

  /**
   * A development with its tail: the tail factor is set, and a curve may replace links from the age
   * it attaches at.
   */
  Extension extend(Development development);

  /**
   * A development with its tail.
   *
   * @param development the development
   * @param parameters what was fitted, by name
   * @param notes what a reader should know
   */
  record Extension(Development development, Map<String, Double> parameters, List<String> notes) {

    /** Keeps its own copies. */
    public Extension {
      parameters = Collections.unmodifiableMap(new LinkedHashMap<>(parameters));
      notes = List.copyOf(notes);
    }
  }

  /** No tail: the last age is the ultimate. */
  static Tail none() {
    return new NoTail();
  }

  /**
   * A tail of one factor.
   *
   * @throws IllegalArgumentException if the factor is not a positive number
   */
  static Tail constant(double factor) {
    return new ConstantTail(factor);
  }

  /** An exponential decay of the factors, carried on for 100 ages after the last. */
  static ExponentialTail exponential() {
    return ExponentialTail.DEFAULT;
  }

  /** A decay of the factors as a power of the age, carried on for 100 ages after the last. */
  static InversePowerTail inversePower() {
    return InversePowerTail.DEFAULT;
  }

  /** A Weibull curve of the share redeemed, carried on for 100 ages after the last. */
  static WeibullTail weibull() {
    return WeibullTail.DEFAULT;
  }

  /** The last link ratio once more. */
  static BondyTail bondy() {
    return BondyTail.DEFAULT;
  }
}
