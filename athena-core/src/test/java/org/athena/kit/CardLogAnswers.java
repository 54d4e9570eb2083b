package org.athena.kit;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.athena.Athena;
import org.athena.breakage.AuditReport;
import org.athena.breakage.CardLog;
import org.athena.model.AsOf;
import org.athena.model.Calendar;
import org.athena.model.Column;
import org.athena.model.Row;
import org.athena.oracle.Reason;
import org.athena.oracle.Settings;
import org.athena.query.AuditQuery;
import org.athena.query.BalanceQuery;
import org.athena.query.DailyQuery;
import org.athena.query.Question;
import org.athena.query.RateQuery;
import org.athena.query.TriangleQuery;
import org.athena.spi.Capability;

/**
 * The answers to every question about a card log as lines of text, sorted, so that those of an
 * engine and those of plain Java can be compared.
 */
record CardLogAnswers(Map<String, List<String>> lines) {

  static final org.athena.oracle.Grain EXPIRY_GRAIN = org.athena.oracle.Grain.QUARTER;

  /** The answers of an engine; without those that need what it lacks and are refused for it. */
  static CardLogAnswers of(Subject subject, CardLog cards, AsOf asOf, Settings settings) {
    Calendar cohorts = org.athena.model.Grain.valueOf(settings.cohortGrain().name());
    Calendar ages = org.athena.model.Grain.valueOf(settings.ageGrain().name());
    Column<?>[] seed = {RandomTable.SEED};
    Column<?>[] both = {RandomTable.SEED, RandomTable.PROGRAM};
    Calendar expiry = org.athena.model.Grain.valueOf(EXPIRY_GRAIN.name());
    Athena athena = subject.athena();
    Map<String, List<String>> lines = new TreeMap<>();
    lines.put("audit", audit(athena.fetch(AuditQuery.of(cards, asOf).by(seed))));
    lines.put("balances", rows(athena, BalanceQuery.of(cards, asOf), "cohort", "last_event"));
    TriangleQuery triangle = TriangleQuery.of(cards, asOf).cohorts(cohorts).ages(ages);
    subject
        .ask(a -> rows(a, triangle.by(seed)), Capability.SERIES)
        .ifPresent(rows -> lines.put("triangle", rows));
    subject
        .ask(a -> rows(a, triangle.by(both)), Capability.SERIES)
        .ifPresent(rows -> lines.put("triangle by program", rows));
    lines.put(
        "rates by cohort",
        rates(athena, RateQuery.byCohort(cards, asOf).periods(cohorts).by(both)));
    lines.put(
        "rates by expiry", rates(athena, RateQuery.byExpiry(cards, asOf).periods(expiry).by(both)));
    if (cohorts.equals(ages)) {
      RateQuery maturity = RateQuery.byMaturity(cards, asOf).periods(cohorts).by(both);
      subject
          .ask(a -> rates(a, maturity), Capability.SERIES)
          .ifPresent(rates -> lines.put("rates by maturity", rates));
    }
    lines.put("daily", rows(athena, DailyQuery.of(cards, asOf).cohorts(cohorts).by(both), "cards"));
    lines.values().forEach(java.util.Collections::sort);
    return new CardLogAnswers(lines);
  }

  /** All but the account of rows, which copies of rows do change. */
  CardLogAnswers withoutAudit() {
    Map<String, List<String>> rest = new TreeMap<>(lines);
    rest.remove("audit");
    return new CardLogAnswers(rest);
  }

  static String line(Object... values) {
    return Arrays.stream(values).map(CardLogAnswers::text).collect(Collectors.joining(" | "));
  }

  private static String text(Object value) {
    return value instanceof BigDecimal money ? money.toPlainString() : String.valueOf(value);
  }

  private static List<String> rows(Athena athena, Question<?> question, String... leftOut) {
    List<String> left = List.of(leftOut);
    List<String> lines = new ArrayList<>();
    try (var stream = athena.stream(question)) {
      stream.forEach(row -> {
        List<Object> values = new ArrayList<>();
        for (int i = 0; i < row.columns().size(); i++) {
          if (!left.contains(row.columns().get(i).name())) {
            values.add(row.values().get(i));
          }
        }
        lines.add(line(values.toArray()));
      });
    }
    return lines;
  }

  private static List<String> audit(AuditReport report) {
    List<String> lines = new ArrayList<>();
    for (AuditReport.Line line : report.lines()) {
      String reason = line.detail() == null ? null : reason(line.detail()).name();
      lines.add(
          line(
              line.segment().by().get("seed"),
              line.currency(),
              reason == null ? line.section() : "SET_ASIDE",
              reason == null ? line.name() : reason,
              line.rows(),
              line.amount()));
    }
    return lines;
  }

  private static Reason reason(String detail) {
    return switch (detail) {
      case "card is missing" -> Reason.MISSING_CARD;
      case "amount is missing" -> Reason.MISSING_AMOUNT;
      case "time is missing" -> Reason.MISSING_TIME;
      case "code without mapping" -> Reason.UNMAPPED_CODE;
      case "amount is negative" -> Reason.NEGATIVE_AMOUNT;
      default -> throw new AssertionError(detail);
    };
  }

  private static List<String> rates(Athena athena, RateQuery question) {
    List<String> lines = new ArrayList<>();
    for (Row row : athena.rows(question)) {
      lines.add(
          line(
              row.get(RandomTable.CURRENCY_OUT),
              row.get(RandomTable.SEED),
              row.get(RandomTable.PROGRAM),
              row.get(RateQuery.PERIOD),
              row.get(RateQuery.AGE),
              row.get(question.issued()),
              row.get(question.redeemed()),
              row.get(question.exited()),
              row.get(question.breakage()),
              row.get(RateQuery.RATE)));
    }
    return lines;
  }
}
