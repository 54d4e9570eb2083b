package org.athena.kit;

import static org.athena.kit.Sales.ID;
import static org.athena.query.Query.from;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import org.athena.model.Column;
import org.athena.model.Dataset;
import org.athena.query.Query;
import org.athena.spi.Capability;
import org.junit.jupiter.api.Test;

/** Views and tables that stand for questions, replaced in one step. */
interface PublishContract extends Topic {

  /** How often a table is replaced below the eyes of a reader. */
  int REPLACEMENTS = 8;

  private Query two() {
    return from(subject().table(Sales.SALES)).select(ID).where(ID.le(2L));
  }

  private long count(Dataset dataset) {
    return subject().athena().rows(from(dataset).count()).get(0).require(Column.integer("count"));
  }

  private Dataset table(Query query, String name) {
    return subject().athena().publish(query).asTable(name);
  }

  private boolean lacks(Capability capability) {
    return subject()
        .refuses(
            a ->
                switch (capability) {
                  case VIEWS -> a.publish(two()).asView("refused");
                  case MATERIALIZED_VIEWS -> a.publish(two()).asMaterializedView("refused");
                  default -> a.publish(two()).asTable("refused");
                },
            capability);
  }

  @Test
  default void aViewFollowsItsSourceAndATableDoesNot() {
    if (lacks(Capability.VIEWS) || lacks(Capability.TABLES)) {
      return;
    }
    Dataset source = table(two(), "mart.source");
    Dataset view = subject().athena().publish(from(source).where(ID.gt(1L))).asView("mart.view_of");
    Dataset table = table(from(source).where(ID.gt(1L)), "mart.table_of");
    table(two().union(two()), "mart.source");
    assertEquals(2, count(view));
    assertEquals(1, count(table));
  }

  @Test
  default void aMaterializedViewKeepsItsRowsUntilItIsRefreshed() {
    if (lacks(Capability.TABLES) || lacks(Capability.MATERIALIZED_VIEWS)) {
      return;
    }
    Dataset source = table(two(), "mart.changing");
    Dataset kept = subject().athena().publish(from(source)).asMaterializedView("mart.kept");
    table(two().union(two()), "mart.changing");
    assertEquals(2, count(kept));
    subject().athena().refresh(kept);
    assertEquals(4, count(kept));
  }

  @Test
  default void oneFormReplacesTheOther() {
    if (lacks(Capability.VIEWS) || lacks(Capability.TABLES)) {
      return;
    }
    assertEquals(2, count(table(two(), "swap")));
    assertEquals(1, count(subject().athena().publish(two().where(ID.eq(1L))).asView("swap")));
    assertEquals(2, count(table(two(), "swap")));
  }

  @Test
  default void aReaderSeesTheOldRowsOrTheNew() throws Exception {
    if (lacks(Capability.TABLES)) {
      return;
    }
    try (var pool = Executors.newSingleThreadExecutor()) {
      Dataset table = table(two(), "swapped");
      AtomicBoolean stop = new AtomicBoolean();
      var odd =
          pool.submit(() -> {
            long wrong = 0;
            while (!stop.get()) {
              long n = count(table);
              wrong += n == 2 || n == 4 ? 0 : 1;
            }
            return wrong;
          });
      try {
        for (int i = 0; i < REPLACEMENTS; i++) {
          table(i % 2 == 0 ? two().union(two()) : two(), "swapped");
        }
      } finally {
        stop.set(true);
      }
      assertEquals(0, odd.get());
      assertEquals(List.of(ID), table.columns());
    }
  }
}
