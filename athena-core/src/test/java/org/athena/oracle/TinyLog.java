package org.athena.oracle;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.Map;

/** Rows and settings of logs so small that their answers can be worked out by hand. */
final class TinyLog {

  private TinyLog() {}

  /** A row of card "c", program "P" in euro, whose code is the name of its kind. */
  static LogRow row(String id, Kind kind, String amount, String at) {
    return LogRow.of("s", id, Instant.parse(at))
        .withCard("c")
        .withCode(kind.name())
        .withAmount(money(amount))
        .withCurrency("EUR")
        .withProgram("P");
  }

  /** All columns, months for cohorts and ages, everything known. */
  static Settings settings(String zone, String asOf) {
    Map<String, Kind> kinds = new LinkedHashMap<>();
    for (Kind kind : Kind.values()) {
      kinds.put(kind.name(), kind);
    }
    return new Settings(
        ZoneId.of(zone),
        kinds,
        LocalDate.parse(asOf),
        null,
        Grain.MONTH,
        Grain.MONTH,
        true,
        true,
        true,
        true);
  }

  static BigDecimal money(String amount) {
    return new BigDecimal(amount).setScale(2);
  }
}
