package org.athena.examples.systems;

import static org.athena.model.Aggregate.count;
import static org.athena.model.Aggregate.sumOf;
import static org.athena.model.Column.instant;
import static org.athena.model.Column.integer;
import static org.athena.model.Column.string;
import static org.athena.model.Expressions.bucket;
import static org.athena.model.Zone.RAW;
import static org.athena.query.Query.from;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.athena.Athena;
import org.athena.model.Column;
import org.athena.model.Dataset;
import org.athena.model.Layout;
import org.athena.model.Measure;
import org.athena.query.Select;
import org.athena.query.Unreadable;

/**
 * A lake of events from many services: JSON lines of several versions of one schema, what could not
 * be read counted by reason, and counts by service and hour.
 */
public final class EventLake {

  static final Column<Instant> AT = instant("at");
  static final Column<String> SERVICE = string("service");
  static final Column<Long> MILLIS = integer("millis");
  static final Column<String> REGION = string("region");

  static final Dataset EVENTS =
      Dataset.of("events", AT, SERVICE, MILLIS, REGION).in(RAW).layout(Layout.jsonLines());

  private final Athena athena;

  EventLake(Athena athena) {
    this.athena = athena;
  }

  /** The first version has no duration, the second none of region, the third all and more. */
  static void write(Path lake) {
    Story.file(
        lake,
        "raw/events/v1.jsonl",
        """
        {"at": "2025-06-01T10:00:00Z", "service": "till"}
        {"at": "2025-06-01T10:59:59.999999Z", "service": "till"}
        {"at": "yesterday", "service": "till"}
        not even close
        """);
    Story.file(
        lake,
        "raw/events/v2.jsonl",
        """
        {"at": "2025-06-01T11:00:00Z", "service": "till", "millis": 20}
        {"at": "2025-06-01T12:05:00+02:00", "service": "web", "millis": "35"}
        {"at": "2025-06-01T10:06:00Z", "service": "web", "millis": "fast"}
        ["at", "service"]
        """);
    Story.file(
        lake,
        "raw/events/v3.jsonl",
        """
        {"at": "2025-06-01T10:30:00Z", "service": "web", "millis": 5, "region": "EU", "trace": {"id": 7}}
        """);
  }

  static final Column<Instant> HOUR = instant("hour");
  static final Measure<Long> EVENT_COUNT = count().as("events");
  static final Measure<Long> MILLIS_SUM = sumOf(MILLIS).as("millis_sum");

  /** How many events each service had in each hour, and how long they took where they say so. */
  Select byServiceAndHour() {
    // @start region="events-by-hour"
    Select byServiceAndHour =
        from(EVENTS)
            .by(SERVICE, bucket(Duration.ofHours(1), AT).as(HOUR.name()))
            .measure(EVENT_COUNT, MILLIS_SUM)
            .orderBy(SERVICE.asc(), HOUR.asc());
    // @end
    return byServiceAndHour;
  }

  static final Measure<Long> LINES = count().as("lines");

  /** How many lines could not be read, by reason. */
  Map<String, Long> unreadableLines() {
    // @start region="unreadable-lines"
    Select byReason =
        Unreadable.of(EVENTS).by(Unreadable.REASON).measure(LINES).orderBy(Unreadable.REASON.asc());
    // @end
    Map<String, Long> counts = new LinkedHashMap<>();
    athena
        .rows(byReason)
        .forEach(row -> counts.put(row.require(Unreadable.REASON), row.require(LINES.column())));
    return counts;
  }

  /** Tells the story on made-up files. */
  public static void main(String[] args) {
    Story.tell(
        EventLake::write,
        athena -> {
          EventLake story = new EventLake(athena);
          athena.rows(story.byServiceAndHour()).forEach(System.out::println);
          System.out.println(story.unreadableLines());
        });
  }
}
