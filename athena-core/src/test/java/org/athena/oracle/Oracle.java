package org.athena.oracle;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;

/** Everything that may be asked of one log under one group of settings; immutable. */
public final class Oracle {

  private final Settings settings;
  private final List<JudgedRow> judged;
  private final List<UsedRow> counted;
  private final Map<String, CardFacts> cards;

  private Oracle(Settings settings, List<JudgedRow> judged, List<UsedRow> counted) {
    this.settings = settings;
    this.judged = List.copyOf(judged);
    this.counted = List.copyOf(counted);
    this.cards = Collections.unmodifiableMap(Cards.of(counted, settings));
  }

  /** The oracle of these rows. */
  public static Oracle of(List<LogRow> rows, Settings settings) {
    List<JudgedRow> judged = Flags.on(Dispositions.of(rows, settings), settings);
    var counted = new ArrayList<UsedRow>();
    for (JudgedRow each : judged) {
      if (each.counts()) {
        counted.add(UsedRow.of(each.row(), settings));
      }
    }
    return new Oracle(settings, judged, counted);
  }

  /** Each row in scope with its disposition and flags, in no stated order. */
  public List<JudgedRow> rows() {
    return judged;
  }

  /** The cards that have a row that counts, by card id. */
  public Map<String, CardFacts> cards() {
    return cards;
  }

  /** Counts and amounts by disposition, reason, flag and kind. */
  public List<AuditLine> audit() {
    return Audit.of(judged, settings);
  }

  /** What each card holds in each of its currencies. */
  public List<BalanceLine> balances() {
    return Balances.of(counted, cards);
  }

  /** The cohorts by age. */
  public Triangle triangle(Segment segment) {
    return Triangles.of(counted, cards, settings, segment);
  }

  /** The rate of each cohort at the as-of day; the unknown cohort has none. */
  public List<PeriodRate> ratesByCohort(Segment segment) {
    return Rates.byCohort(triangle(segment));
  }

  /** The rate of the cards with a cohort by the period of their expiry, null for those without. */
  public List<PeriodRate> ratesByExpiry(Segment segment, Grain grain) {
    return Rates.byExpiry(counted, cards, segment, grain);
  }

  /** The rate at each age over the cohorts that have completed it. */
  public List<MaturityRate> ratesByMaturity(Segment segment) {
    return Rates.byMaturity(triangle(segment));
  }

  /** Counts and amounts by the row's own program, day, kind and cohort. */
  public List<DailyLine> daily() {
    return DailySums.of(counted, cards);
  }
}
