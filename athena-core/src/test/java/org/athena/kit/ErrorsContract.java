package org.athena.kit;

import static org.athena.query.Query.from;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.athena.StatementEvent;
import org.athena.error.EngineFailedException;
import org.athena.error.UnsupportedByEngineException;
import org.athena.model.Column;
import org.athena.model.NativeQuery;
import org.athena.query.Query;
import org.junit.jupiter.api.Test;

/** Errors tell the engine, the kind and the statement, and never a value that was bound. */
interface ErrorsContract extends Topic {

  /** A column that no table has. */
  Column<String> NOWHERE = Column.string("nowhere");

  private EngineFailedException missingTable() {
    NativeQuery wrong =
        NativeQuery.of("wrong", subject().profile().name(), "select * from no_such_table", NOWHERE);
    return assertThrows(EngineFailedException.class, () -> subject().athena().rows(wrong));
  }

  @Test
  default void engineErrorsTellKindEngineAndStatement() {
    EngineFailedException e = missingTable();
    assertEquals(EngineFailedException.Kind.NOT_FOUND, e.kind());
    assertEquals(subject().profile().name(), e.engine());
    assertTrue(e.getMessage().startsWith("Engine " + subject().profile().name()), e.getMessage());
    assertTrue(e.statement().contains("no_such_table"));
    assertEquals(5, subject().athena().rows(subject().table(Sales.SALES)).size(), "it goes on");
  }

  @Test
  default void anErrorIsToldToListenersOnce() {
    List<StatementEvent> events = subject().during(this::missingTable);
    assertEquals(1, events.size());
    assertTrue(events.get(0).error() instanceof EngineFailedException);
  }

  /** Values may be card numbers or a person's data. */
  @Test
  default void noErrorShowsAValueThatWasBound() {
    String secret = "5412-7512-3456-7890";
    Query wrong =
        from(NativeQuery.of(
                "wrong", subject().profile().name(), "select * from no_such_table", NOWHERE))
            .where(NOWHERE.eq(secret));
    EngineFailedException e =
        assertThrows(EngineFailedException.class, () -> subject().athena().rows(wrong));
    assertFalse(e.getMessage().contains(secret), e.getMessage());
    assertFalse(String.valueOf(e.statement()).contains(secret), e.statement());
    assertFalse(e.toString().contains(secret));
    Query asked = from(subject().table(Sales.SALES)).where(Sales.SHOP.eq(secret));
    List<StatementEvent> events = subject().during(() -> subject().athena().rows(asked));
    assertFalse(events.toString().contains(secret), events.toString());
    assertFalse(subject().athena().explain(asked).toString().contains(secret));
  }

  @Test
  default void aQueryWithoutATextForTheEngineIsRefused() {
    NativeQuery query = NativeQuery.of("q", "another", "select 1 as nowhere", NOWHERE);
    List<StatementEvent> events =
        subject()
            .during(() -> {
              UnsupportedByEngineException e =
                  assertThrows(
                      UnsupportedByEngineException.class, () -> subject().athena().rows(query));
              assertEquals(
                  "Cannot ask query q of %s: it has texts for [another] only. Add one with on(engine, text)."
                      .formatted(subject().profile().name()),
                  e.getMessage());
            });
    assertEquals(List.of(), events, "nothing was sent");
  }
}
