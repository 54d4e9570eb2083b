package org.athena.kit;

import static org.athena.model.Aggregate.count;
import static org.athena.model.Aggregate.sum;
import static org.athena.model.Expressions.isTrue;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.athena.Athena;
import org.athena.model.Column;
import org.athena.model.Dataset;
import org.athena.model.Layout;
import org.athena.model.Measure;
import org.athena.model.Row;
import org.athena.oracle.RandomRolling;
import org.athena.oracle.RollingEvent;
import org.athena.oracle.WindowSums;
import org.athena.query.Rolling;
import org.junit.jupiter.api.Test;

/** Rolling counts and sums equal those of plain Java, per event and as of an instant. */
public abstract class RollingContract extends EngineContract {

  private static final int SEEDS = 400;
  private static final Column<String> KEY = Column.string("key");
  private static final Column<Instant> AT = Column.instant("at");
  private static final Column<BigDecimal> VALUE = Column.decimal("value", 18, 2);
  private static final Column<Boolean> FLAG = Column.bool("flag");
  private static final Dataset EVENTS =
      Dataset.of("events", KEY, AT, VALUE, FLAG).layout(Layout.jsonLines()).at("events.jsonl");

  private static Rolling rolling() {
    Rolling rolling = Rolling.over(EVENTS, AT).by(KEY);
    for (int i = 0; i < RandomRolling.WINDOWS.size(); i++) {
      rolling = rolling.last(RandomRolling.WINDOWS.get(i), measures(i).toArray(Measure<?>[]::new));
    }
    return rolling;
  }

  private static List<Measure<?>> measures(int i) {
    return List.of(
        count().as("n" + i),
        count().where(isTrue(FLAG)).as("flagged" + i),
        sum(VALUE).as("sum" + i),
        sum(VALUE).where(isTrue(FLAG)).as("flagged_sum" + i));
  }

  private void write(List<RollingEvent> events) {
    List<String> lines = new ArrayList<>();
    for (RollingEvent event : events) {
      lines.add(
          "{\"key\":%s,\"at\":\"%s\",\"value\":%s,\"flag\":%s}"
              .formatted(
                  RandomLogFile.quoted(event.key()), event.at(), event.value(), event.flag()));
    }
    write("events.jsonl", lines.toArray(String[]::new));
  }

  private static String line(Object... values) {
    List<String> texts = new ArrayList<>();
    for (Object value : values) {
      texts.add(String.valueOf(value));
    }
    return String.join("|", texts);
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

  @Test
  void perEventEqualsPlainJava() {
    List<RollingEvent> all = new ArrayList<>();
    List<String> wanted = new ArrayList<>();
    for (long seed = 0; seed < SEEDS; seed++) {
      List<RollingEvent> events = RandomRolling.events(seed);
      all.addAll(events);
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
    write(all);
    try (Athena athena = open()) {
      List<String> found = new ArrayList<>();
      athena
          .fetch(rolling().perEvent())
          .forEach(row ->
              found.add(
                  line(row.get(KEY), row.get(AT), row.get(VALUE), row.get(FLAG), found(row))));
      Collections.sort(wanted);
      Collections.sort(found);
      assertEquals(wanted, found);
    }
  }

  @Test
  void asOfAnInstantEqualsPlainJava() {
    for (long seed = 0; seed < 20; seed++) {
      List<RollingEvent> events = RandomRolling.events(seed);
      Instant instant = RandomRolling.instant(seed);
      write(events);
      List<String> wanted = new ArrayList<>();
      var lines = org.athena.oracle.Rolling.asOf(events, instant, RandomRolling.WINDOWS);
      for (int i = 0; i < lines.size(); i += RandomRolling.WINDOWS.size()) {
        List<String> windows = new ArrayList<>();
        for (int w = 0; w < RandomRolling.WINDOWS.size(); w++) {
          windows.add(sums(lines.get(i + w).sums()));
        }
        wanted.add(line(lines.get(i).key(), String.join("|", windows)));
      }
      try (Athena athena = open()) {
        List<String> found = new ArrayList<>();
        athena
            .fetch(rolling().asOf(instant))
            .forEach(row -> found.add(line(row.get(KEY), found(row))));
        Collections.sort(wanted);
        Collections.sort(found);
        assertEquals(wanted, found, "seed " + seed);
      }
    }
  }
}
