package org.athena;

import static org.athena.model.Aggregate.count;
import static org.athena.query.Query.from;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.athena.breakage.CardLog;
import org.athena.breakage.EventKind;
import org.athena.error.UnsupportedByEngineException;
import org.athena.model.AsOf;
import org.athena.model.Column;
import org.athena.model.Dataset;
import org.athena.model.NativeQuery;
import org.athena.query.Rolling;
import org.athena.query.TriangleQuery;
import org.athena.spi.Capability;
import org.athena.spi.Engine;
import org.athena.spi.EngineProfile;
import org.athena.spi.Execution;
import org.athena.spi.Rows;
import org.athena.spi.SqlFamily;
import org.athena.spi.SqlStatement;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What an engine lacks is refused with the reason before anything is sent to it. */
final class RefusalTest {

  private static final Column<String> CARD = Column.string("card");
  private static final Column<BigDecimal> AMOUNT = Column.decimal("amount", 18, 2);
  private static final Column<Instant> AT = Column.instant("at");
  private static final Dataset TABLE = Dataset.of("t", CARD, AMOUNT, AT);

  /** An engine to which nothing may be sent. */
  private record Untouchable(EngineProfile profile) implements Engine {

    @Override
    public void mount(Dataset dataset) {
      throw new AssertionError("mounted " + dataset);
    }

    @Override
    public Rows query(SqlStatement statement, List<Column<?>> columns, Execution execution) {
      throw new AssertionError("sent " + statement);
    }

    @Override
    public void run(List<SqlStatement> statements, Execution execution) {
      throw new AssertionError("ran " + statements);
    }

    @Override
    public void replace(
        String schema, String name, boolean view, SqlStatement query, Execution execution) {
      throw new AssertionError("replaced " + name);
    }

    @Override
    public void close() {}
  }

  private static Athena lacking(Capability... lacks) {
    Set<Capability> set = EnumSet.noneOf(Capability.class);
    set.addAll(List.of(lacks));
    return Athena.over(new Untouchable(new EngineProfile("bare", SqlFamily.DUCKDB, set)));
  }

  private static CardLog cards() {
    return CardLog.over(TABLE).card(CARD).amount(AMOUNT).at(AT).kind(EventKind.ACTIVATE);
  }

  /** What asks for each capability. */
  private static Map<Capability, Consumer<Athena>> needs() {
    Map<Capability, Consumer<Athena>> needs = new EnumMap<>(Capability.class);
    Rolling rolling = Rolling.over(TABLE, AT).last(Duration.ofHours(1), count().as("n"));
    needs.put(Capability.RANGE_FRAMES, a -> a.fetch(rolling.perEvent()));
    needs.put(Capability.SERIES, a -> a.fetch(TriangleQuery.of(cards(), AsOf.endOf("2024-12-31"))));
    needs.put(Capability.FILES, a -> a.fetch(from(TABLE.at("t.parquet"))));
    needs.put(Capability.VIEWS, a -> a.publish(from(TABLE)).asView("v"));
    needs.put(Capability.TABLES, a -> a.publish(from(TABLE)).asTable("t2"));
    return needs;
  }

  /** Progress is told where there is any; nothing asks for it, so nothing is refused. */
  private static final Set<Capability> NEVER_REFUSED = EnumSet.of(Capability.PROGRESS);

  @ParameterizedTest
  @EnumSource(Capability.class)
  void aMissingCapabilityIsRefusedBeforeAnythingIsSent(Capability capability) {
    Consumer<Athena> need = needs().get(capability);
    if (need == null) {
      assertTrue(NEVER_REFUSED.contains(capability), capability + " has no scenario");
      return;
    }
    UnsupportedByEngineException e =
        assertThrows(UnsupportedByEngineException.class, () -> need.accept(lacking(capability)));
    assertTrue(e.getMessage().contains("on bare: it lacks " + capability), e.getMessage());
    assertThrows(AssertionError.class, () -> need.accept(lacking()), "with it, it is sent");
  }

  @Test
  void aQueryWithoutATextForTheEngineIsRefused() {
    NativeQuery query = NativeQuery.of("q", "duckdb", "select 1 as card", CARD);
    UnsupportedByEngineException e =
        assertThrows(UnsupportedByEngineException.class, () -> lacking().rows(query));
    assertEquals(
        "Cannot ask query q of bare: it has texts for [duckdb] only. Add one with on(engine, text).",
        e.getMessage());
  }

  @Test
  void explainAndSqlSendNothing() {
    Explanation explanation =
        lacking().explain(TriangleQuery.of(cards(), AsOf.endOf("2024-12-31")));
    assertTrue(explanation.sql().contains("\"cells\""), explanation.sql());
    assertEquals(List.of("LocalDate"), explanation.binds().stream().distinct().toList());
    assertTrue(explanation.lowering().toString().contains("hash-joined"), explanation.toString());
  }
}
