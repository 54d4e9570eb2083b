package org.athena.oracle;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Divides what was redeemed by what was issued, over cards that have a cohort. */
final class Rates {

  private record Maturity(int cohorts, Sums sums) {
    Maturity plus(Maturity other) {
      return new Maturity(cohorts + other.cohorts, sums.plus(other.sums));
    }
  }

  private Rates() {}

  static List<PeriodRate> byCohort(Triangle triangle) {
    Map<LineKey, Sums> latest = new TreeMap<>(LineKey.ORDER);
    for (TriangleCell cell : triangle.cells()) {
      latest.merge(cell.line(), cell.increment(), Sums::plus);
    }
    return lines(latest);
  }

  static List<PeriodRate> byExpiry(
      List<UsedRow> rows, Map<String, CardFacts> cards, Segment segment, Grain grain) {
    Map<LineKey, Sums> byPeriod = new TreeMap<>(LineKey.ORDER);
    for (UsedRow used : rows) {
      CardFacts card = cards.get(used.card());
      if (card.hasCohort()) {
        LocalDate period = card.expiry() == null ? null : grain.first(card.expiry());
        LineKey line = LineKey.of(card, used.currency(), segment, period);
        byPeriod.merge(line, used.effect(), Sums::plus);
      }
    }
    return lines(byPeriod);
  }

  static List<MaturityRate> byMaturity(Triangle triangle) {
    Map<LineKey, Map<Integer, Maturity>> byLine = new TreeMap<>(LineKey.ORDER);
    for (TriangleCell cell : triangle.cells()) {
      if (cell.complete()) {
        LineKey of = cell.line();
        var line = new LineKey(of.seed(), of.currency(), of.program(), null);
        byLine
            .computeIfAbsent(line, key -> new TreeMap<>())
            .merge(cell.age(), new Maturity(1, cell.cumulative()), Maturity::plus);
      }
    }

    var rates = new ArrayList<MaturityRate>();
    byLine.forEach((line, byAge) ->
        byAge.forEach((age, maturity) ->
            rates.add(new MaturityRate(line, age, maturity.cohorts(), Rate.of(maturity.sums())))));
    return rates;
  }

  private static List<PeriodRate> lines(Map<LineKey, Sums> sums) {
    var rates = new ArrayList<PeriodRate>();
    sums.forEach((line, each) -> rates.add(new PeriodRate(line, Rate.of(each))));
    return rates;
  }
}
