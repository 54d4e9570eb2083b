package org.athena.examples.systems;

import static org.athena.breakage.EventKind.ACTIVATE;
import static org.athena.breakage.EventKind.REDEEM;
import static org.athena.model.Aggregate.sum;
import static org.athena.model.Column.decimal;
import static org.athena.model.Column.instant;
import static org.athena.model.Column.string;
import static org.athena.model.Expressions.isTrue;
import static org.athena.model.Expressions.ratio;
import static org.athena.model.On.on;
import static org.athena.model.Zone.CURATED;
import static org.athena.query.Query.from;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.athena.Athena;
import org.athena.breakage.CardLog;
import org.athena.breakage.Rate;
import org.athena.breakage.Triangle;
import org.athena.model.AsOf;
import org.athena.model.Column;
import org.athena.model.Dataset;
import org.athena.model.Layout;
import org.athena.model.Measure;
import org.athena.query.RateQuery;
import org.athena.query.Select;
import org.athena.query.TriangleQuery;

/**
 * Gift-card breakage: transactions joined with a card file, read as a card log, asked for a
 * triangle and for rates, published, and summed up again.
 */
public final class GiftCardBreakage {

  // @start region="card-log"
  static final Column<String> CARD = string("card_id");
  static final Column<String> TYPE = string("type");
  static final Column<BigDecimal> AMOUNT = decimal("amount", 18, 2);
  static final Column<Instant> AT = instant("occurred_at");
  static final Column<String> PROGRAM = string("program");

  static final Dataset TRANSACTIONS =
      Dataset.of("transactions", CARD, TYPE, AMOUNT, AT).in(CURATED).layout(Layout.csv());
  static final Dataset CARDS = Dataset.of("cards", CARD, PROGRAM).in(CURATED).layout(Layout.csv());

  static final Select RETAIL = from(TRANSACTIONS).join(CARDS, on(CARD)).where(PROGRAM.eq("RETAIL"));

  static final CardLog LOG =
      CardLog.over(RETAIL)
          .card(CARD)
          .amount(AMOUNT)
          .at(AT)
          .kinds(TYPE, Map.of("PURCHASE", ACTIVATE, "REDEMPTION", REDEEM));

  static final AsOf END_OF_MARCH = AsOf.endOf("2025-03-31");
  // @end

  static final Measure<BigDecimal> ISSUED = sum(decimal("issued", 38, 2)).as("issued_in_all");
  static final Measure<BigDecimal> REDEEMED = sum(decimal("redeemed", 38, 2)).as("redeemed_in_all");
  static final Column<BigDecimal> USED = decimal("used", 38, 4);

  private final Athena athena;

  GiftCardBreakage(Athena athena) {
    this.athena = athena;
  }

  static void write(Path lake) {
    Story.file(
        lake,
        "curated/cards/cards.csv",
        """
        card_id,program
        A,RETAIL
        B,RETAIL
        C,CORPORATE
        D,RETAIL
        """);
    Story.file(
        lake,
        "curated/transactions/2025-q1.csv",
        """
        card_id,type,amount,occurred_at
        A,PURCHASE,100.00,2025-01-10T09:00:00Z
        A,REDEMPTION,60.00,2025-01-20T12:30:00Z
        A,REDEMPTION,20.00,2025-02-05T17:45:00Z
        B,PURCHASE,50.00,2025-01-15T10:00:00Z
        B,REDEMPTION,25.00,2025-03-01T11:00:00Z
        C,PURCHASE,500.00,2025-01-05T08:00:00Z
        C,REDEMPTION,500.00,2025-01-06T08:00:00Z
        D,PURCHASE,80.00,2025-02-10T15:00:00Z
        D,REDEMPTION,40.00,2025-02-11T15:00:00Z
        D,REDEMPTION,8.00,2025-03-31T23:59:59Z
        """);
  }

  /** How each month's cards were used as they grew older. */
  Triangle triangle() {
    // @start region="triangle"
    Triangle triangle = athena.fetch(TriangleQuery.of(LOG, END_OF_MARCH)).single();
    // @end
    return triangle;
  }

  /** What of each month's value was not redeemed. */
  List<Rate> rates() {
    return athena.fetch(RateQuery.byCohort(LOG, END_OF_MARCH));
  }

  /** The rates as a view, computed whenever it is read. */
  Dataset publishRates() {
    return athena.publish(RateQuery.byCohort(LOG, END_OF_MARCH)).asView("aggregated.rates");
  }

  /** The triangle as a table, computed once. */
  Dataset publishTriangle() {
    return athena.publish(TriangleQuery.of(LOG, END_OF_MARCH)).asTable("aggregated.triangle");
  }

  /** What share was used by each age, over all cohorts that have completed it. */
  Select usedByAge(Dataset triangle) {
    // @start region="aggregate-of-a-triangle"
    Select usedByAge =
        from(triangle)
            .where(isTrue(TriangleQuery.COMPLETE))
            .by(TriangleQuery.AGE)
            .measure(ISSUED, REDEEMED)
            .select(TriangleQuery.AGE, ratio(REDEEMED.column(), ISSUED.column(), 4).as(USED.name()))
            .orderBy(TriangleQuery.AGE.asc());
    // @end
    return usedByAge;
  }

  /** Tells the story on made-up files. */
  public static void main(String[] args) {
    Story.tell(
        GiftCardBreakage::write,
        athena -> {
          GiftCardBreakage story = new GiftCardBreakage(athena);
          System.out.println(athena.fetch(TriangleQuery.of(LOG, END_OF_MARCH)));
          story.rates().forEach(rate -> System.out.println(rate.period() + " " + rate.rate()));
          System.out.println(athena.rows(story.publishRates()));
          System.out.println(athena.rows(story.usedByAge(story.publishTriangle())));
        });
  }
}
