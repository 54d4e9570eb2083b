package org.athena.oracle;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A used row with its kind and its business day. */
record UsedRow(LogRow row, Kind kind, LocalDate day) {

  static UsedRow of(LogRow row, Settings settings) {
    Kind kind = Objects.requireNonNull(settings.kind(row.code()));
    return new UsedRow(row, kind, settings.day(Objects.requireNonNull(row.at())));
  }

  String seed() {
    return row.seed();
  }

  String card() {
    return Objects.requireNonNull(row.card());
  }

  @Nullable String currency() {
    return row.currency();
  }

  Instant at() {
    return Objects.requireNonNull(row.at());
  }

  BigDecimal amount() {
    return Objects.requireNonNull(row.amount());
  }

  Sums effect() {
    return kind.effect(amount());
  }
}
