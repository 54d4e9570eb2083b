package org.athena.examples.systems;

import static org.athena.model.Aggregate.count;
import static org.athena.model.Aggregate.max;
import static org.athena.model.Aggregate.sum;
import static org.athena.model.Aggregate.sumOf;
import static org.athena.model.Column.date;
import static org.athena.model.Column.decimal;
import static org.athena.model.Column.instant;
import static org.athena.model.Column.integer;
import static org.athena.model.Column.string;
import static org.athena.model.Expressions.minus;
import static org.athena.model.Expressions.ratio;
import static org.athena.model.Expressions.startOf;
import static org.athena.model.On.on;
import static org.athena.model.Zone.CURATED;
import static org.athena.model.Zone.RAW;
import static org.athena.query.Query.from;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.athena.Athena;
import org.athena.model.Column;
import org.athena.model.Dataset;
import org.athena.model.Layout;
import org.athena.model.Measure;
import org.athena.model.PeriodTable;
import org.athena.model.Zone;
import org.athena.query.Rolling;
import org.athena.query.Select;

/**
 * A lake with zones: sales by day, costs by fortnight, weather with rolling averages, market data
 * in folders of day and hour, and one customer's own targets joined with all that.
 */
public final class LakeWithZones {

  // Sales (A) by day, costs (B) by fortnight.
  static final Column<LocalDate> DAY = date("day");
  static final Column<String> STORE = string("store");
  static final Column<BigDecimal> SALES = decimal("sales", 18, 2);
  static final Column<LocalDate> FORTNIGHT = date("fortnight");
  static final Column<BigDecimal> COST = decimal("cost", 18, 2);
  static final Dataset DAILY_SALES = csv("daily_sales", CURATED, DAY, STORE, SALES);
  static final Dataset FORTNIGHTLY_COSTS =
      csv("fortnightly_costs", CURATED, FORTNIGHT, STORE, COST);
  static final PeriodTable FORTNIGHTS =
      new PeriodTable(
          "fortnights",
          List.of(LocalDate.of(2025, 1, 6), LocalDate.of(2025, 1, 20), LocalDate.of(2025, 2, 3)));

  // Weather (C).
  static final Column<String> STATION = string("station");
  static final Column<Instant> MEASURED = instant("measured_at");
  static final Column<BigDecimal> CELSIUS = decimal("celsius", 5, 1);
  static final Dataset WEATHER = csv("weather", RAW, STATION, MEASURED, CELSIUS);

  // Market data (D), in folders of day and hour.
  static final Column<Long> HOUR = integer("hour");
  static final Column<String> REGION = string("region");
  static final Column<BigDecimal> PRICE = decimal("price", 18, 2);
  static final Column<Long> VOLUME = integer("volume");
  static final Dataset MARKET =
      Dataset.of("market", DAY, HOUR, REGION, PRICE, VOLUME)
          .in(RAW)
          .layout(Layout.csv().partitionedBy(DAY, HOUR));

  // The customer's own targets (Z).
  static final Zone ANN = Zone.personal("ann");
  static final Column<BigDecimal> TARGET = decimal("target", 18, 2);
  static final Dataset TARGETS = csv("targets", ANN, STORE, TARGET);

  private final Athena athena;

  LakeWithZones(Athena athena) {
    this.athena = athena;
  }

  private static Dataset csv(String name, Zone zone, Column<?>... columns) {
    return Dataset.of(name, columns).in(zone).layout(Layout.csv());
  }

  static void write(Path lake) {
    Story.file(
        lake,
        "curated/daily_sales/january.csv",
        """
        day,store,sales
        2025-01-06,S1,100.00
        2025-01-07,S1,150.00
        2025-01-08,S2,60.00
        2025-01-20,S1,80.00
        """);
    Story.file(
        lake,
        "curated/fortnightly_costs/2025.csv",
        """
        fortnight,store,cost
        2025-01-06,S1,40.00
        2025-01-06,S2,25.00
        2025-01-20,S1,30.00
        """);
    Story.file(
        lake,
        "raw/weather/w1.csv",
        """
        station,measured_at,celsius
        W1,2025-01-06T00:00:00Z,4.0
        W1,2025-01-06T06:00:00Z,6.0
        W1,2025-01-06T12:00:00Z,11.0
        W1,2025-01-06T18:00:00Z,
        W1,2025-01-07T00:00:00Z,2.0
        """);
    market(lake, "day=2025-01-06/hour=9", "EU,10.00,5\nUS,20.00,1\n");
    market(lake, "day=2025-01-06/hour=10", "EU,12.00,7\n");
    market(lake, "day=2025-01-07/hour=9", "US,21.00,2\n");
    Story.file(lake, "personal_ann/targets/mine.csv", "store,target\nS1,200.00\nS2,100.00\n");
  }

  private static void market(Path lake, String folder, String lines) {
    Story.file(lake, "raw/market/" + folder + "/part.csv", "region,price,volume\n" + lines);
  }

  static final Column<BigDecimal> AVERAGE = decimal("average", 38, 2);

  /** Each measurement with the average of the past twelve hours, missing values left out. */
  Select weather() {
    // @start region="rolling-average"
    Measure<BigDecimal> sum = sum(CELSIUS).as("celsius_sum");
    Measure<Long> count = count().where(CELSIUS.isNotNull()).as("celsius_count");
    Rolling halfDay =
        Rolling.over(WEATHER, MEASURED).by(STATION).last(Duration.ofHours(12), sum, count);
    Select averages =
        from(halfDay)
            .select(STATION, MEASURED, ratio(sum.column(), count.column(), 2).as(AVERAGE.name()))
            .orderBy(STATION.asc(), MEASURED.asc());
    // @end
    return averages;
  }

  static final Measure<BigDecimal> HIGH = max(PRICE).as("high");
  static final Measure<Long> VOLUMES = sumOf(VOLUME).as("volumes");

  /** The market by day and region. */
  Select marketByDay() {
    return from(MARKET).by(DAY, REGION).measure(HIGH, VOLUMES).orderBy(DAY.asc(), REGION.asc());
  }

  /** The regions that have market data. */
  List<String> regions() {
    return athena.rows(from(MARKET).by(REGION).measure().orderBy(REGION.asc())).stream()
        .map(row -> row.require(REGION))
        .toList();
  }

  static final Measure<BigDecimal> SOLD = sum(SALES).as("sold");
  static final Column<BigDecimal> MARGIN = decimal("margin", 38, 2);
  static final Column<BigDecimal> REACHED = decimal("reached", 38, 2);

  /** Margin and share of the target, by store and fortnight: Z joined with A and B. */
  Select reached() {
    // @start region="join-of-zones"
    Select reached =
        from(DAILY_SALES)
            .by(STORE, startOf(FORTNIGHTS, DAY).as(FORTNIGHT.name()))
            .measure(SOLD)
            .join(FORTNIGHTLY_COSTS, on(STORE), on(FORTNIGHT))
            .join(TARGETS, on(STORE))
            .select(
                STORE,
                FORTNIGHT,
                minus(SOLD.column(), COST).as(MARGIN.name()),
                ratio(SOLD.column(), TARGET, 2).as(REACHED.name()))
            .orderBy(STORE.asc(), FORTNIGHT.asc());
    // @end
    return reached;
  }

  /** The same as a table of the customer's zone. */
  Dataset publishReached() {
    return athena.publish(reached()).asTable(ANN.name() + ".targets_reached");
  }

  /** Tells the story on made-up files. */
  public static void main(String[] args) {
    Story.tell(
        LakeWithZones::write,
        athena -> {
          LakeWithZones story = new LakeWithZones(athena);
          athena.rows(story.weather()).forEach(System.out::println);
          athena.rows(story.marketByDay()).forEach(System.out::println);
          System.out.println(story.regions());
          athena.rows(story.publishReached()).forEach(System.out::println);
        });
  }
}
