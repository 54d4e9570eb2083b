package org.athena.oracle;

import java.math.BigDecimal;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Something of some value that happened to a key; the flag is the condition of some sums. */
public record RollingEvent(String key, Instant at, @Nullable BigDecimal value, boolean flag) {

  /** Gives the value scale 2. */
  public RollingEvent {
    value = value == null ? null : value.setScale(2);
  }
}
