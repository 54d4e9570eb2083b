package org.athena.examples.systems;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.athena.Athena;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EventLakeTest {

  private static final Instant TEN = Instant.parse("2025-06-01T10:00:00Z");

  @TempDir Path lake;
  private Athena athena;
  private EventLake story;

  record Line(String service, Instant hour, Long events, @Nullable Long millisSum) {}

  @BeforeEach
  void opens() {
    EventLake.write(lake);
    athena = Athena.open("duckdb:", lake);
    story = new EventLake(athena);
  }

  @AfterEach
  void closes() {
    athena.close();
  }

  @Test
  void countsByServiceAndHourOverAllVersionsOfTheSchema() {
    assertEquals(
        List.of(
            new Line("till", TEN, 2L, null),
            new Line("till", TEN.plusSeconds(3600), 1L, 20L),
            new Line("web", TEN, 2L, 40L)),
        athena.rows(story.byServiceAndHour(), Line.class));
  }

  @Test
  void countsTheLinesThatCannotBeReadByReason() {
    assertEquals(
        Map.of(
            "at is no instant", 1L,
            "millis is no integer", 1L,
            "line is no JSON object", 2L),
        story.unreadableLines());
  }
}
