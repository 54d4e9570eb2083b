package org.athena.engine.redshift;

import static org.athena.model.Aggregate.count;
import static org.athena.model.Aggregate.sum;
import static org.athena.model.Expressions.isTrue;
import static org.athena.model.Expressions.literal;
import static org.athena.query.Query.from;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.athena.Athena;
import org.athena.breakage.CardLog;
import org.athena.breakage.EventKind;
import org.athena.kit.Untouchable;
import org.athena.model.AsOf;
import org.athena.model.Column;
import org.athena.model.Dataset;
import org.athena.model.Expressions;
import org.athena.model.Grain;
import org.athena.model.On;
import org.athena.model.PeriodTable;
import org.athena.model.Relation;
import org.athena.model.Type;
import org.athena.query.AuditQuery;
import org.athena.query.BalanceQuery;
import org.athena.query.DailyQuery;
import org.athena.query.RateQuery;
import org.athena.query.Rolling;
import org.athena.query.TriangleQuery;
import org.athena.spi.EngineProfile;

/** What Redshift would be sent for one question of each kind. */
final class Statements {

  static final Column<String> CARD = Column.string("card_id");
  static final Column<String> EVENT = Column.string("event_id");
  static final Column<String> TYPE = Column.string("type");
  static final Column<String> CURRENCY = Column.string("currency");
  static final Column<String> PROGRAM = Column.string("program");
  static final Column<BigDecimal> AMOUNT = Column.decimal("amount", 18, 2);
  static final Column<Instant> AT = Column.instant("at");
  static final Column<LocalDate> EXPIRY = Column.date("expires");
  static final Column<Boolean> FLAG = Column.bool("flag");
  static final Dataset LOG =
      Dataset.of("gift_cards.log", CARD, EVENT, TYPE, CURRENCY, PROGRAM, AMOUNT, AT, EXPIRY, FLAG);

  private static final AsOf END = AsOf.endOf("2024-12-31");

  private Statements() {}

  static EngineProfile profile() {
    return RedshiftEngineProvider.PROFILE;
  }

  private static CardLog cards() {
    return CardLog.over(LOG)
        .card(CARD)
        .amount(AMOUNT)
        .at(AT)
        .kinds(TYPE, Map.of("I", EventKind.ACTIVATE, "R", EventKind.REDEEM))
        .eventId(EVENT)
        .currency(CURRENCY)
        .expiry(EXPIRY)
        .zone(ZoneId.of("Europe/Berlin"));
  }

  static List<Relation> relations() {
    PeriodTable retail = PeriodTable.weeks445("retail", LocalDate.of(2024, 1, 1), List.of(52, 53));
    Rolling rolling =
        Rolling.over(LOG, AT)
            .by(CARD)
            .last(
                Duration.ofDays(30), count().as("n"), sum(AMOUNT).where(isTrue(FLAG)).as("flagged"))
            .last(Duration.ofMinutes(90), sum(AMOUNT).as("recent"));
    return List.of(
        TriangleQuery.of(cards(), END).by(PROGRAM),
        TriangleQuery.of(cards(), END).cohorts(retail).ages(retail),
        RateQuery.byCohort(cards(), END).periods(Grain.QUARTER).by(PROGRAM),
        RateQuery.byExpiry(cards(), END).periods(Grain.WEEK),
        RateQuery.byMaturity(cards(), END),
        DailyQuery.of(cards(), END).cohorts(Grain.MONTH),
        BalanceQuery.of(cards(), END),
        AuditQuery.of(cards(), END).by(PROGRAM),
        rolling.perEvent(),
        rolling.asOf(Instant.EPOCH),
        from(LOG).where(CARD.eq("a")).orderBy(AT.desc()).limit(10),
        from(LOG).join(from(LOG).select(CARD.as("other")), On.on(CARD, Column.string("other"))),
        from(LOG)
            .select(
                Expressions.bucket(Duration.ofHours(6), AT).as("bucket"),
                Expressions.shift(AT, Duration.ofDays(-1)).as("before"),
                Expressions.ratio(AMOUNT, literal(3L), 6).as("third"),
                Expressions.times(AMOUNT, literal(new BigDecimal("0.125"))).as("part"),
                Expressions.cast(PROGRAM, Type.DATE).as("day"),
                Expressions.cast(PROGRAM, Type.decimal(18, 2)).as("number"),
                Expressions.cast(AT, Type.STRING).as("stamp"),
                Expressions.contains(PROGRAM, "x").as("holds")));
  }

  /** The statements of all questions, and of the checks that go before them. */
  static List<String> all() {
    List<String> all = new ArrayList<>();
    try (Athena athena = Athena.over(new Untouchable(profile()))) {
      for (Relation relation : relations()) {
        all.add(athena.sql(relation));
        all.addAll(athena.explain(relation).checks());
      }
    }
    return all;
  }
}
