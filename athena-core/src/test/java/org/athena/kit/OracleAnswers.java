package org.athena.kit;

import static org.athena.kit.CardLogAnswers.line;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.athena.oracle.AuditLine;
import org.athena.oracle.LineKey;
import org.athena.oracle.Oracle;
import org.athena.oracle.PeriodRate;
import org.athena.oracle.Segment;
import org.athena.oracle.Settings;
import org.athena.oracle.Sums;

/** The answers of plain Java to every question about a card log, as the same lines of text. */
final class OracleAnswers {

  private OracleAnswers() {}

  static CardLogAnswers of(Oracle oracle, Settings settings) {
    Map<String, List<String>> lines = new TreeMap<>();
    lines.put("audit", audit(oracle.audit()));
    lines.put("balances", balances(oracle));
    lines.put("triangle", triangle(oracle, Segment.TOTAL));
    lines.put("triangle by program", triangle(oracle, Segment.PROGRAM));
    lines.put("rates by cohort", rates(oracle.ratesByCohort(Segment.PROGRAM)));
    lines.put(
        "rates by expiry",
        rates(oracle.ratesByExpiry(Segment.PROGRAM, CardLogAnswers.EXPIRY_GRAIN)));
    if (settings.cohortGrain() == settings.ageGrain()) {
      lines.put("rates by maturity", maturities(oracle));
    }
    lines.put("daily", daily(oracle));
    lines.values().forEach(java.util.Collections::sort);
    return new CardLogAnswers(lines);
  }

  private static List<String> audit(List<AuditLine> wanted) {
    List<String> lines = new ArrayList<>();
    for (AuditLine line : wanted) {
      boolean asWhole =
          line.section() == AuditLine.Section.DISPOSITION && line.name().equals("SET_ASIDE");
      if (!asWhole) {
        lines.add(
            line(
                line.seed(),
                line.currency(),
                line.section(),
                line.name(),
                line.rows(),
                line.amount()));
      }
    }
    return lines;
  }

  private static List<String> balances(Oracle oracle) {
    List<String> lines = new ArrayList<>();
    oracle
        .balances()
        .forEach(b ->
            lines.add(
                line(b.currency(), b.card(), b.issued(), b.redeemed(), b.exited(), b.balance())));
    return lines;
  }

  private static Object[] key(LineKey key, Segment segment) {
    return segment == Segment.PROGRAM
        ? new Object[] {key.currency(), key.seed(), key.program()}
        : new Object[] {key.currency(), key.seed()};
  }

  private static List<String> triangle(Oracle oracle, Segment segment) {
    List<String> lines = new ArrayList<>();
    var triangle = oracle.triangle(segment);
    triangle
        .cells()
        .forEach(c ->
            lines.add(
                line(key(c.line(), segment))
                    + " | "
                    + line(c.line().period(), c.age())
                    + sums(c.cumulative())
                    + increments(c.increment())
                    + " | "
                    + c.complete()));
    triangle
        .unknown()
        .forEach(u ->
            lines.add(
                line(key(u.line(), segment))
                    + " | null | null"
                    + sums(u.totals())
                    + increments(u.totals())
                    + " | false"));
    return lines;
  }

  private static String sums(Sums s) {
    return " | " + line(s.issued(), s.redeemed(), s.exited(), s.cards(), s.redemptions());
  }

  private static String increments(Sums s) {
    return " | " + line(s.issued(), s.redeemed(), s.exited());
  }

  private static List<String> rates(List<PeriodRate> wanted) {
    List<String> lines = new ArrayList<>();
    wanted.forEach(r -> lines.add(rate(r.line(), null, r.rate())));
    return lines;
  }

  private static List<String> maturities(Oracle oracle) {
    List<String> lines = new ArrayList<>();
    oracle
        .ratesByMaturity(Segment.PROGRAM)
        .forEach(r -> lines.add(rate(r.line(), r.age(), r.rate())));
    return lines;
  }

  private static String rate(LineKey key, Integer age, org.athena.oracle.Rate rate) {
    BigDecimal fraction =
        rate.rate() == null ? null : rate.rate().setScale(12, RoundingMode.HALF_EVEN);
    return line(
        key.currency(),
        key.seed(),
        key.program(),
        key.period(),
        age,
        rate.issued(),
        rate.redeemed(),
        rate.exited(),
        rate.breakage(),
        fraction);
  }

  private static List<String> daily(Oracle oracle) {
    List<String> lines = new ArrayList<>();
    oracle
        .daily()
        .forEach(d ->
            lines.add(
                line(
                    d.currency(),
                    d.seed(),
                    d.program(),
                    d.cohort(),
                    d.day(),
                    d.kind(),
                    d.rows(),
                    d.amount())));
    return lines;
  }
}
