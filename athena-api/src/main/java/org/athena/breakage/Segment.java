package org.athena.breakage;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What a triangle, a rate or a forecast is about: one currency and the values of the columns that
 * the question was asked by.
 *
 * @param currency the currency code, or null where the log has one unnamed currency
 * @param by the value of each segment column in the order asked for; a value may be null
 */
public record Segment(@Nullable String currency, Map<String, @Nullable String> by) {

  /** Everything in one unnamed currency. */
  public static final Segment ALL = new Segment(null, Map.of());

  /** Keeps its own copy of the map, in order. */
  public Segment {
    by = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(by));
  }

  /** The segment in words, for instance {@code USD, program=RETAIL}; "all" for {@link #ALL}. */
  @Override
  public String toString() {
    String values =
        by.entrySet().stream()
            .map(e -> e.getKey() + "=" + e.getValue())
            .collect(Collectors.joining(", "));
    if (currency == null) {
      return values.isEmpty() ? "all" : values;
    }
    return values.isEmpty() ? currency : currency + ", " + values;
  }
}
