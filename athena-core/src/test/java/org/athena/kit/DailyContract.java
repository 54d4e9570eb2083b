package org.athena.kit;

import static org.athena.kit.Stories.END;
import static org.athena.query.Query.from;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.athena.breakage.CardLog;
import org.athena.model.AsOf;
import org.athena.model.Dataset;
import org.athena.oracle.RandomLogs;
import org.athena.oracle.Settings;
import org.athena.query.DailyQuery;
import org.athena.query.RateQuery;
import org.athena.query.TriangleQuery;
import org.athena.spi.Capability;
import org.junit.jupiter.api.Test;

/** The log by day, kind and cohort, from which the same triangles and rates can be built. */
interface DailyContract extends Topic {

  /** The numbers of the settings under which a daily aggregate stands for its log. */
  List<Long> DAILY_SETTINGS = List.of(2L, 5L, 9L);

  @Test
  default void cardsClaimedToBeActivatedOnceGiveTheSameDays() {
    CardLog onlyB =
        Stories.cards(
            from(Stories.of(subject().table(TriangleContract.TRIANGLED), "again"))
                .where(Stories.CARD.eq("b")));
    assertEquals(
        subject().athena().fetch(DailyQuery.of(onlyB, END)),
        subject().athena().fetch(DailyQuery.of(onlyB.activatedOnce(), END)));
    assertEquals(2, subject().athena().fetch(DailyQuery.of(onlyB, END)).size());
  }

  /** Cohorts of events in two currencies keep their segment, so the seed is the only one here. */
  @Test
  default void aTriangleOfADailyAggregateIsThatOfTheLog() {
    for (long number : DAILY_SETTINGS.stream().limit(settings()).toList()) {
      Settings settings = RandomLogs.settings(number);
      CardLog cards = RandomTable.cards(subject(), settings);
      AsOf asOf = AsOf.endOf(settings.asOf());
      DailyQuery daily = DailyQuery.of(cards, asOf).by(RandomTable.SEED);
      if (subject().refuses(a -> a.publish(daily).asTable("aggregated.daily"), Capability.TABLES)) {
        return;
      }
      Dataset published = subject().athena().publish(daily).asTable("aggregated.daily");
      assertSameTriangle(cards, daily.asLog(published), asOf);
    }
  }

  private void assertSameTriangle(CardLog log, CardLog kept, AsOf asOf) {
    TriangleQuery again = TriangleQuery.of(kept, asOf).by(RandomTable.SEED);
    if (subject().refuses(a -> a.rows(again), Capability.SERIES)) {
      return;
    }
    TriangleQuery direct = TriangleQuery.of(log, asOf).by(RandomTable.SEED);
    assertEquals(subject().athena().rows(direct), subject().athena().rows(again));
    assertTrue(subject().athena().explain(again).lowering().toString().contains("without a join"));
    assertEquals(
        subject().athena().rows(RateQuery.byMaturity(log, asOf).by(RandomTable.SEED)),
        subject().athena().rows(RateQuery.byMaturity(kept, asOf).by(RandomTable.SEED)));
  }
}
