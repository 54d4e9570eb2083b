package org.athena;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.athena.breakage.CardLog;
import org.athena.breakage.EventKind;
import org.athena.error.InvalidQuestionException;
import org.athena.error.UnsupportedByEngineException;
import org.athena.kit.Untouchable;
import org.athena.model.AsOf;
import org.athena.model.Column;
import org.athena.model.Dataset;
import org.athena.model.NativeQuery;
import org.athena.query.TriangleQuery;
import org.athena.spi.Capability;
import org.athena.spi.EngineProfile;
import org.athena.spi.RefreshRule;
import org.athena.spi.SqlFamily;
import org.athena.spi.SqlStatement;
import org.athena.spi.Writing;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

/** What cannot be asked is refused, and what is only explained sends nothing. */
final class RefusalTest {

  private static final Column<String> CARD = Column.string("card");
  private static final Column<BigDecimal> AMOUNT = Column.decimal("amount", 18, 2);
  private static final Column<Instant> AT = Column.instant("at");
  private static final Dataset TABLE = Dataset.of("t", CARD, AMOUNT, AT);

  private static Athena bare() {
    return Athena.over(
        new Untouchable(
            new EngineProfile("bare", SqlFamily.DUCKDB, Set.of(Capability.MATERIALIZED_VIEWS))));
  }

  private static CardLog cards() {
    return CardLog.over(TABLE).card(CARD).amount(AMOUNT).at(AT).kind(EventKind.ACTIVATE);
  }

  @Test
  void aQueryWithoutATextForTheEngineIsRefused() {
    NativeQuery query = NativeQuery.of("q", "duckdb", "select 1 as card", CARD);
    UnsupportedByEngineException e =
        assertThrows(UnsupportedByEngineException.class, () -> bare().rows(query));
    assertEquals(
        "Cannot ask query q of bare: it has texts for [duckdb] only. Add one with on(engine, text).",
        e.getMessage());
  }

  @Test
  void explainAndSqlSendNothing() {
    Explanation explanation = bare().explain(TriangleQuery.of(cards(), AsOf.endOf("2024-12-31")));
    assertTrue(explanation.sql().contains("\"cells\""), explanation.sql());
    assertEquals(Set.of("LocalDateTime", "LocalDate"), Set.copyOf(explanation.binds()));
    assertTrue(explanation.lowering().toString().contains("hash-joined"), explanation.toString());
  }

  @Test
  void anEngineWithoutMaterializedViewsSaysWhatToDo() {
    Athena athena = bare();
    for (Executable asked :
        List.<Executable>of(
            () -> athena.publish(TABLE).asMaterializedView("kept"),
            () -> athena.publish(TABLE).refreshRule())) {
      assertEquals(
          "Cannot keep t as a materialized view on bare: it lacks MATERIALIZED_VIEWS. Publish it as a table, and publish it again when its sources have changed.",
          assertThrows(UnsupportedByEngineException.class, asked).getMessage());
    }
    assertTrue(
        assertThrows(UnsupportedByEngineException.class, () -> athena.refresh(TABLE))
            .getMessage()
            .startsWith("Cannot refresh t on bare: it lacks MATERIALIZED_VIEWS."));
  }

  @Test
  void aRelationWithoutAColumnThatIsWrittenIsRefused() {
    Writing writing =
        new Writing() {
          @Override
          public List<Column<?>> columns() {
            return List.of(CARD, Column.string("day"));
          }

          @Override
          public List<SqlStatement> statements(SqlStatement query) {
            throw new AssertionError("asked for statements");
          }
        };
    assertTrue(
        assertThrows(InvalidQuestionException.class, () -> bare().publish(TABLE).asFiles(writing))
            .getMessage()
            .startsWith("Cannot write column 'day': it is not in t"));
  }

  @Test
  void aRuleOfRefreshingTellsItsReasons() {
    assertEquals("incremental: yes", new RefreshRule(List.of()).toString());
    assertEquals(
        "incremental: no, because of outer joins, DISTINCT",
        new RefreshRule(List.of("outer joins", "DISTINCT")).toString());
  }
}
