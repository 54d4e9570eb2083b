package org.athena.examples.systems;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.athena.Athena;
import org.athena.model.Row;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ParentAndChildTest {

  @TempDir Path lake;
  private Athena athena;
  private ParentAndChild story;

  record Spread(String postId, Long comments_24h, Long alarms_24h, @Nullable Long alarmLikes_36h) {}

  record AtComment(
      String commentId, Long comments_24h, Long alarms_24h, @Nullable Long alarmLikes_36h) {}

  @BeforeEach
  void opens() {
    ParentAndChild.write(lake);
    athena = Athena.open("duckdb:", lake);
    story = new ParentAndChild(athena);
  }

  @AfterEach
  void closes() {
    athena.close();
  }

  /** At 20:00 the comment of 20:00 the day before is still in, that of 20:00:01 not yet. */
  @Test
  void countsThePastHoursAsOfAnInstant() {
    assertEquals(
        List.of(new Spread("P1", 2L, 2L, 14L), new Spread("P2", 1L, 0L, null)),
        as(Spread.class, story.spreadAt(Instant.parse("2025-05-02T20:00:00Z"))));
  }

  @Test
  void countsThePastHoursAtEveryComment() {
    assertEquals(
        List.of(
            new AtComment("C1", 1L, 0L, null),
            new AtComment("C2", 2L, 1L, 10L),
            new AtComment("C3", 3L, 2L, 14L),
            new AtComment("C4", 1L, 0L, null),
            new AtComment("C5", 2L, 2L, 21L)),
        as(AtComment.class, story.spreadAtEveryComment()));
  }

  @Test
  void looksUpAParentAndItsChildrenByTheParentsId() {
    assertEquals(
        Optional.of("New kettle"), story.post("P1").map(row -> row.get(ParentAndChild.TITLE)));
    assertEquals(Optional.empty(), story.post("P3"));
    assertEquals(
        List.of("C5", "C3", "C2", "C1"),
        story.commentsOf("P1").stream().map(row -> row.get(ParentAndChild.COMMENT)).toList());
  }

  private static <R extends Record> List<R> as(Class<R> record, List<Row> rows) {
    return rows.stream().map(row -> row.as(record)).toList();
  }
}
