package org.athena.kit;

import static org.athena.model.Aggregate.count;
import static org.athena.model.Aggregate.sum;
import static org.athena.model.Expressions.isTrue;
import static org.athena.query.Query.from;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.athena.model.Column;
import org.athena.model.Measure;
import org.athena.model.Row;
import org.athena.oracle.RandomRolling;
import org.athena.oracle.RollingEvent;
import org.athena.oracle.WindowSums;
import org.athena.query.Rolling;
import org.athena.spi.Capability;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/**
 * Rolling counts and sums equal those of plain Java, per event and as of an instant.
 *
 * <p>The events of all seeds are in one table; the seed is the start of each key.
 */
interface RollingContract extends Topic {

  /** The key of an event. */
  Column<String> KEY = Column.string("key_of_event");

  /** When it happened. */
  Column<Instant> TIME = Column.instant("happened");

  /** What it is worth. */
  Column<BigDecimal> WORTH = Column.decimal("worth", 18, 2);

  /** The condition of some measures. */
  Column<Boolean> FLAG = Column.bool("flag");

  /** How many seeds there are; fewer where there are few random logs. */
  private long rollingSeeds() {
    return Math.min(400, 8L * subject().seeds());
  }

  private Table events() {
    List<List<@Nullable Object>> rows = new ArrayList<>();
    for (long seed = 0; seed < rollingSeeds(); seed++) {
      for (RollingEvent event : RandomRolling.events(seed)) {
        rows.add(Arrays.asList(event.key(), event.at(), event.value(), event.flag()));
      }
    }
    return new Table("rolling_events", List.of(KEY, TIME, WORTH, FLAG), rows);
  }

  private Rolling rolling() {
    Rolling rolling = Rolling.over(subject().table(events()), TIME).by(KEY);
    for (int i = 0; i < RandomRolling.WINDOWS.size(); i++) {
      rolling = rolling.last(RandomRolling.WINDOWS.get(i), measures(i).toArray(Measure<?>[]::new));
    }
    return rolling;
  }

  private static List<Measure<?>> measures(int i) {
    return List.of(
        count().as("n" + i),
        count().where(isTrue(FLAG)).as("flagged" + i),
        sum(WORTH).as("sum" + i),
        sum(WORTH).where(isTrue(FLAG)).as("flagged_sum" + i));
  }

  private static String line(Object... values) {
    return String.join("|", Arrays.stream(values).map(String::valueOf).toList());
  }

  private static String sums(WindowSums s) {
    return line(s.count(), s.flaggedCount(), s.sum(), s.flaggedSum());
  }

  private static String found(Row row) {
    List<Object> values = new ArrayList<>();
    for (int i = 0; i < RandomRolling.WINDOWS.size(); i++) {
      measures(i).forEach(measure -> values.add(row.get(measure.column())));
    }
    return line(values.toArray());
  }

  private static void assertSame(List<String> wanted, List<String> found) {
    assertFalse(wanted.isEmpty(), "plain Java has lines");
    Collections.sort(wanted);
    Collections.sort(found);
    for (int i = 0; i < Math.min(wanted.size(), found.size()); i++) {
      assertEquals(wanted.get(i), found.get(i), "the seed starts the key");
    }
    assertEquals(wanted.size(), found.size());
  }

  @Test
  default void perEventEqualsPlainJava() {
    if (subject().refuses(a -> a.fetch(rolling().perEvent()), Capability.RANGE_FRAMES)) {
      return;
    }
    List<String> wanted = new ArrayList<>();
    for (long seed = 0; seed < rollingSeeds(); seed++) {
      List<RollingEvent> events = RandomRolling.events(seed);
      for (int e = 0; e < events.size(); e++) {
        List<String> windows = new ArrayList<>();
        for (Duration window : RandomRolling.WINDOWS) {
          windows.add(sums(org.athena.oracle.Rolling.atEvents(events, window).get(e).sums()));
        }
        RollingEvent event = events.get(e);
        wanted.add(
            line(event.key(), event.at(), event.value(), event.flag(), String.join("|", windows)));
      }
    }
    List<String> found = new ArrayList<>();
    subject()
        .athena()
        .fetch(rolling().perEvent())
        .forEach(row ->
            found.add(
                line(row.get(KEY), row.get(TIME), row.get(WORTH), row.get(FLAG), found(row))));
    assertSame(wanted, found);
  }

  @Test
  default void asOfAnInstantEqualsPlainJava() {
    for (long number = 0; number < 4; number++) {
      Instant instant = RandomRolling.instant(number);
      List<String> wanted = new ArrayList<>();
      for (long seed = 0; seed < rollingSeeds(); seed++) {
        List<RollingEvent> events = RandomRolling.events(seed);
        var lines = org.athena.oracle.Rolling.asOf(events, instant, RandomRolling.WINDOWS);
        for (int i = 0; i < lines.size(); i += RandomRolling.WINDOWS.size()) {
          List<String> windows = new ArrayList<>();
          for (int w = 0; w < RandomRolling.WINDOWS.size(); w++) {
            windows.add(sums(lines.get(i + w).sums()));
          }
          wanted.add(line(lines.get(i).key(), String.join("|", windows)));
        }
      }
      List<String> found = new ArrayList<>();
      subject()
          .athena()
          .fetch(rolling().asOf(instant))
          .forEach(row -> found.add(line(row.get(KEY), found(row))));
      assertSame(wanted, found);
    }
  }

  /** Both ends of a window are in, to the microsecond. */
  @Test
  default void aWindowIsClosedAtBothEnds() {
    Table edges =
        Table.of("rolling_edges", KEY, TIME, WORTH, FLAG)
            .row("k", Instant.parse("2024-03-10T01:00:00Z"), Sales.money("1.00"), true)
            .row("k", Instant.parse("2024-03-10T02:00:00Z"), Sales.money("2.00"), true)
            .row("k", Instant.parse("2024-03-10T03:00:00.000001Z"), Sales.money("4.00"), true);
    Rolling rolling =
        Rolling.over(subject().table(edges), TIME)
            .by(KEY)
            .last(Duration.ofHours(1), sum(WORTH).as("sum"));
    subject()
        .ask(
            a ->
                a.fetch(from(rolling.perEvent()).orderBy(TIME.asc())).stream()
                    .map(row -> row.values().get(4))
                    .toList(),
            Capability.RANGE_FRAMES)
        .ifPresent(sums ->
            assertEquals(
                List.of(Sales.money("1.00"), Sales.money("3.00"), Sales.money("4.00")), sums));
    assertEquals(
        List.of(List.of("k", Sales.money("3.00"))),
        Sales.values(
            subject().athena().fetch(rolling.asOf(Instant.parse("2024-03-10T02:00:00Z")))));
  }
}
