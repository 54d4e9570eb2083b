package org.athena.examples;

import static org.athena.breakage.EventKind.ACTIVATE;
import static org.athena.breakage.EventKind.REDEEM;
import static org.athena.model.Column.decimal;
import static org.athena.model.Column.instant;
import static org.athena.model.Column.string;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import org.athena.Athena;
import org.athena.breakage.CardLog;
import org.athena.breakage.Triangle;
import org.athena.forecast.Mack;
import org.athena.forecast.Tail;
import org.athena.model.AsOf;
import org.athena.model.Column;
import org.athena.model.Dataset;
import org.athena.model.Grain;
import org.athena.model.Layout;
import org.athena.query.TriangleQuery;

/** The shortest way from a transaction log to a forecast: the example of the README. */
public final class FirstLook {

  private FirstLook() {}

  /** The forecast of the log {@code transactions.csv} in a folder, as text. */
  static String forecast(Path lake) {
    // @start region="first-look"
    Column<String> card = string("card_id");
    Column<String> type = string("type");
    Column<BigDecimal> amount = decimal("amount", 18, 2);
    Column<Instant> at = instant("occurred_at");
    Dataset transactions =
        Dataset.of("transactions", card, type, amount, at)
            .layout(Layout.csv())
            .at("transactions.csv");

    CardLog cards =
        CardLog.over(transactions)
            .card(card)
            .amount(amount)
            .at(at)
            .kinds(type, Map.of("PURCHASE", ACTIVATE, "REDEMPTION", REDEEM));

    try (Athena athena = Athena.open("duckdb:", lake)) {
      Triangle triangle =
          athena
              .fetch(
                  TriangleQuery.of(cards, AsOf.endOf("2025-12-31"))
                      .cohorts(Grain.YEAR)
                      .ages(Grain.YEAR))
              .single();
      return Mack.volumeWeighted().tail(Tail.exponential()).forecast(triangle).toString();
    }
    // @end
  }

  /** Prints the forecast of the log in the folder that the first argument names. */
  public static void main(String[] args) {
    System.out.print(forecast(Path.of(args.length == 0 ? "." : args[0])));
  }
}
