package org.athena.kit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.athena.Athena;
import org.athena.error.UnsupportedByEngineException;
import org.athena.query.Question;
import org.athena.spi.EngineProfile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The SQL of every scenario is the text in {@code src/test/resources/sql/<scenario>/<engine>.sql}:
 * a change of it shows in a review, with or without a server.
 *
 * <p>{@code -Dathena.golden=rewrite} writes the texts anew.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
public abstract class GoldenSqlContract {

  private static final Path FOLDER =
      Path.of(System.getProperty("basedir", "")).resolve("src/test/resources/sql");

  /** What the engine is; it is not opened. */
  protected abstract EngineProfile profile();

  /** The scenarios. */
  final Stream<Scenario> scenarios() {
    return Scenarios.all().stream();
  }

  private Path file(Scenario scenario) {
    return FOLDER.resolve(scenario.name()).resolve(profile().name() + ".sql");
  }

  /** How the engine is asked, or why it is not. */
  private String text(Scenario scenario) {
    try (Athena athena = Athena.over(new Untouchable(profile()))) {
      Question<?> question = scenario.question().apply(CapabilityContract.NAMES_ONLY);
      return athena.explain(question) + "\n";
    } catch (UnsupportedByEngineException e) {
      return "-- " + e.getMessage() + "\n";
    }
  }

  @ParameterizedTest
  @MethodSource("scenarios")
  final void theSqlIsTheGoldenOne(Scenario scenario) throws IOException {
    Path file = file(scenario);
    if ("rewrite".equals(System.getProperty("athena.golden"))) {
      Files.createDirectories(file.getParent());
      Files.writeString(file, text(scenario));
    }
    assertTrue(
        Files.exists(file), () -> file + " is missing: run once with -Dathena.golden=rewrite");
    assertEquals(Files.readString(file), text(scenario), "if it is meant: -Dathena.golden=rewrite");
  }

  @Test
  final void noGoldenFileIsLeftOver() throws IOException {
    try (Stream<Path> files = Files.walk(FOLDER)) {
      Set<Path> found =
          files
              .filter(file -> file.getFileName().toString().equals(profile().name() + ".sql"))
              .collect(Collectors.toCollection(TreeSet::new));
      assertEquals(
          scenarios().map(this::file).collect(Collectors.toCollection(TreeSet::new)), found);
    }
  }
}
