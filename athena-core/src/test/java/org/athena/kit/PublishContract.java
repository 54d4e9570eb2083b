package org.athena.kit;

import static org.athena.query.Query.from;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import org.athena.Athena;
import org.athena.model.Column;
import org.athena.model.Dataset;
import org.athena.model.Layout;
import org.junit.jupiter.api.Test;

/** Views and tables that stand for questions, replaced in one step. */
public abstract class PublishContract extends EngineContract {

  private static final Column<Long> ID = Column.integer("id");
  private static final Column<Long> COUNT = Column.integer("count");
  private static final Dataset ROWS = Dataset.of("input", ID).layout(Layout.csv()).at("input.csv");

  private static long count(Athena athena, Dataset dataset) {
    return athena.rows(from(dataset).count()).get(0).require(COUNT);
  }

  @Test
  void aViewFollowsItsSourceAndATableDoesNot() {
    write("input.csv", "id", "1", "2");
    try (Athena athena = open()) {
      Dataset source = athena.publish(from(ROWS)).asTable("mart.source");
      Dataset view = athena.publish(from(source).where(ID.gt(1L))).asView("mart.view_of");
      Dataset table = athena.publish(from(source).where(ID.gt(1L))).asTable("mart.table_of");
      athena.publish(from(ROWS).union(ROWS)).asTable("mart.source");
      assertEquals(2, count(athena, view));
      assertEquals(1, count(athena, table));
    }
  }

  @Test
  void oneFormReplacesTheOther() {
    write("input.csv", "id", "1", "2");
    try (Athena athena = open()) {
      assertEquals(2, count(athena, athena.publish(from(ROWS)).asTable("swap")));
      assertEquals(1, count(athena, athena.publish(from(ROWS).where(ID.eq(1L))).asView("swap")));
      assertEquals(2, count(athena, athena.publish(from(ROWS)).asTable("swap")));
    }
  }

  @Test
  void aReaderSeesTheOldRowsOrTheNew() throws Exception {
    write("input.csv", "id", "1", "2");
    try (Athena athena = open();
        var pool = Executors.newSingleThreadExecutor()) {
      Dataset table = athena.publish(from(ROWS)).asTable("swapped");
      AtomicBoolean stop = new AtomicBoolean();
      var odd =
          pool.submit(() -> {
            long wrong = 0;
            while (!stop.get()) {
              long n = count(athena, table);
              wrong += n == 2 || n == 4 ? 0 : 1;
            }
            return wrong;
          });
      for (int i = 0; i < 30; i++) {
        athena.publish(i % 2 == 0 ? from(ROWS).union(ROWS) : from(ROWS)).asTable("swapped");
      }
      stop.set(true);
      assertEquals(0, odd.get());
      assertEquals(List.of(ID), table.columns());
    }
  }
}
