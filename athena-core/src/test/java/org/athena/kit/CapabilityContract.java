package org.athena.kit;

import static org.athena.query.Query.from;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.athena.Athena;
import org.athena.model.Column;
import org.athena.model.Dataset;
import org.athena.model.Layout;
import org.athena.spi.Capability;
import org.athena.spi.EngineProfile;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Each capability, taken away from the engine's profile, is named in a refusal before anything is
 * sent; with it, the same is sent.
 */
interface CapabilityContract extends Topic {

  /**
   * How an engine works, not what it can say: nothing asks for it, so nothing is refused. That it
   * is so is held by {@link LifecycleContract} and {@link ScaleContract}.
   */
  Set<Capability> NEVER_REFUSED = EnumSet.of(Capability.PROGRESS, Capability.STREAMING);

  /** Tables by name alone, for plans that are not run. */
  Scenario.Tables NAMES_ONLY =
      new Scenario.Tables() {
        @Override
        public Dataset of(Table table) {
          return Dataset.of(table.name(), table.columns());
        }

        @Override
        public Dataset csv(String name, List<String> lines, Column<?>... columns) {
          return Dataset.of(name, columns).layout(Layout.csv()).at(name + ".csv");
        }
      };

  /** Something that asks for each capability: publications, and the scenarios that need it. */
  static Map<Capability, Function<Athena, ?>> needs() {
    Map<Capability, Function<Athena, ?>> needs = new EnumMap<>(Capability.class);
    Dataset sales = NAMES_ONLY.of(Sales.SALES);
    needs.put(Capability.VIEWS, a -> a.publish(from(sales)).asView("a_view"));
    needs.put(Capability.TABLES, a -> a.publish(from(sales)).asTable("a_table"));
    needs.put(
        Capability.MATERIALIZED_VIEWS, a -> a.publish(from(sales)).asMaterializedView("kept"));
    for (Scenario scenario : Scenarios.all()) {
      for (Capability capability : scenario.needs()) {
        needs.put(capability, a -> a.rows(scenario.question().apply(NAMES_ONLY)));
      }
    }
    return needs;
  }

  /** The capabilities that something asks for. */
  default Stream<Capability> neededCapabilities() {
    return needs().keySet().stream();
  }

  @ParameterizedTest
  @MethodSource("neededCapabilities")
  default void aMissingCapabilityIsRefusedBeforeAnythingIsSent(Capability capability) {
    Function<Athena, ?> need = needs().get(capability);
    EngineProfile own = subject().profile();
    Subject.assertRefused(
        new EngineProfile(own.name(), own.family(), Set.of(capability)), need, List.of(capability));
    if (own.can(capability)) {
      try (Athena untouchable = Athena.over(new Untouchable(own))) {
        assertThrows(AssertionError.class, () -> need.apply(untouchable), "with it, it is sent");
      }
    }
  }
}
