package org.athena.examples;

import static org.athena.breakage.EventKind.ACTIVATE;
import static org.athena.breakage.EventKind.REDEEM;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Map;
import org.athena.Athena;
import org.athena.breakage.CardLog;
import org.athena.breakage.Rate;
import org.athena.lake.S3Store;
import org.athena.model.AsOf;
import org.athena.model.Column;
import org.athena.model.Dataset;
import org.athena.model.Grain;
import org.athena.model.Lake;
import org.athena.model.Layout;
import org.athena.model.ObjectStore;
import org.athena.query.Query;
import org.athena.query.RateQuery;

/**
 * Breakage rates of a log in S3, partitioned by day, on DuckDB: the objects of the days asked for
 * are brought into a folder.
 *
 * <p>{@code LakeInS3 s3://bucket/prefix}, with region and credentials from the environment.
 */
public final class LakeInS3 {

  private static final long MOST_BYTES = 10L << 30;

  private LakeInS3() {}

  /** Prints the rates. */
  public static void main(String[] args) throws IOException {
    try (ObjectStore store = S3Store.at(args[0])) {
      System.out.println(rates(store, Files.createTempDirectory("athena-mirror")));
    }
  }

  /** The rate of the cohort of 2024, of what the log says since then. */
  static Rate rates(ObjectStore store, Path mirror) {
    Column<String> card = Column.string("card_id");
    Column<String> type = Column.string("type");
    Column<BigDecimal> amount = Column.decimal("amount", 18, 2);
    Column<LocalDate> day = Column.date("day");
    Dataset log =
        Dataset.of("log", card, type, amount, day)
            .layout(Layout.csv().partitionedBy(day))
            .at("log/**/*.csv");
    CardLog cards =
        CardLog.over(Query.from(log).where(day.ge(LocalDate.of(2024, 1, 1))))
            .card(card)
            .amount(amount)
            .businessDay(day)
            .kinds(type, Map.of("ISSUE", ACTIVATE, "REDEEM", REDEEM));
    try (Athena athena = Athena.open("duckdb:", Lake.mirroring(store, mirror, MOST_BYTES))) {
      return athena
          .fetch(RateQuery.byCohort(cards, AsOf.endOf("2024-12-31")).periods(Grain.YEAR))
          .get(0);
    }
  }
}
