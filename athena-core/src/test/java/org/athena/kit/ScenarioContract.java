package org.athena.kit;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.athena.model.Column;
import org.athena.model.Dataset;
import org.athena.model.Layout;
import org.athena.model.Row;
import org.athena.query.Question;
import org.athena.spi.Capability;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every kind of question has the answer that was worked out by hand, or is refused by name. */
interface ScenarioContract extends Topic {

  /** The scenarios. */
  default Stream<Scenario> scenarios() {
    return Scenarios.all().stream();
  }

  /** The tables of scenarios as the engine sees them. */
  private Scenario.Tables tables() {
    return new Scenario.Tables() {
      @Override
      public Dataset of(Table table) {
        return subject().table(table);
      }

      @Override
      public Dataset csv(String name, List<String> lines, Column<?>... columns) {
        subject().write(name + ".csv", lines.toArray(String[]::new));
        return Dataset.of(name, columns).layout(Layout.csv()).at(name + ".csv");
      }
    };
  }

  @ParameterizedTest
  @MethodSource("scenarios")
  default void aScenarioHasItsAnswerOrIsRefused(Scenario scenario) {
    Question<?> question = scenario.question().apply(tables());
    subject()
        .ask(a -> a.rows(question), scenario.needs().toArray(Capability[]::new))
        .ifPresent(rows ->
            assertEquals(
                String.join("\n", scenario.rows()),
                rows.stream()
                    .map(ScenarioContract::line)
                    .sorted()
                    .collect(Collectors.joining("\n"))));
  }

  private static String line(Row row) {
    return row.values().stream()
        .map(value -> String.valueOf(value).replace("\n", ", "))
        .collect(Collectors.joining(" | "));
  }
}
