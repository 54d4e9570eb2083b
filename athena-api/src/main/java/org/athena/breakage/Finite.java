package org.athena.breakage;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The gate that keeps NaN and the infinities out of results. */
final class Finite {

  private Finite() {}

  /** Whether a value needs a closer look, which names its owner: it is not finite or below 0. */
  static boolean odd(@Nullable Double value) {
    return value != null && !(value >= 0 && value <= Double.MAX_VALUE);
  }

  static boolean odd(Map<String, Double> values) {
    for (Double value : values.values()) {
      if (odd(value)) {
        return true;
      }
    }
    return false;
  }

  static void require(String owner, String name, @Nullable Double value) {
    if (value != null && !Double.isFinite(value)) {
      throw new IllegalArgumentException(
          "Cannot make %s: %s is %s, it must be a finite number. ".formatted(owner, name, value)
              + "Leave it out where it is not known.");
    }
  }

  static void requireError(String owner, String name, @Nullable Double value) {
    require(owner, name, value);
    if (value != null && value < 0) {
      throw new IllegalArgumentException(
          "Cannot make %s: %s is %s, it must not be negative. Give the root of the variance."
              .formatted(owner, name, value));
    }
  }

  static Map<String, Double> copy(String owner, Map<String, Double> values) {
    for (Map.Entry<String, Double> entry : values.entrySet()) {
      require(owner, entry.getKey(), entry.getValue());
    }
    return copy(values);
  }

  static Map<String, Double> copy(Map<String, Double> values) {
    if (values.isEmpty()) {
      return Map.of();
    }
    return Collections.unmodifiableMap(new LinkedHashMap<>(values));
  }

  static Map<String, Double> plus(Map<String, Double> values, String name, double value) {
    Map<String, Double> more = new LinkedHashMap<>(values);
    more.put(name, value);
    return more;
  }
}
