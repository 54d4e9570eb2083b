package org.athena.examples.rules;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** What only the sources show: their length, their documentation, and names in quotes. */
class SourceRulesTest {

  private static final int MOST_LINES = 400;
  private static final int MOST_TEST_LINES = 500;
  private static final List<String> ENGINES = List.of("duckdb", "trino", "redshift");
  private static final Pattern EXPORTS = Pattern.compile("\\s*exports ([\\w.]+);");

  @Test
  void keepsFilesShort() {
    assertNoneLonger(SourceFile.all("main"), 200, MOST_LINES);
  }

  @Test
  void keepsTestsShort() {
    assertNoneLonger(SourceFile.all("test"), 60, MOST_TEST_LINES);
  }

  private static void assertNoneLonger(List<SourceFile> files, int least, int most) {
    assertTrue(files.size() > least, () -> files.size() + " files seen");
    assertEquals(List.of(), files.stream().filter(file -> file.lines().size() > most).toList());
  }

  @Test
  void documentsThePublicTypesOfExportedPackages() throws IOException {
    List<SourceFile> files = new ArrayList<>();
    for (String module : List.of("athena-api", "athena-core")) {
      Path sources = Path.of("..", module, "src/main/java");
      for (String line : Files.readAllLines(sources.resolve("module-info.java"))) {
        Matcher exports = EXPORTS.matcher(line);
        if (exports.matches()) {
          Path folder = sources.resolve(exports.group(1).replace('.', '/'));
          SourceFile.below(folder).stream()
              .filter(file -> folder.equals(file.path().getParent()))
              .forEach(files::add);
        }
      }
    }

    assertTrue(files.size() > 100, () -> files.size() + " files seen");
    assertEquals(List.of(), files.stream().flatMap(file -> file.undocumented().stream()).toList());
  }

  @Test
  void seesWhatIsUndocumented() {
    SourceFile file =
        SourceFile.of(
            "Sample.java",
            """
            /** Said. */
            @Deprecated
            public record Said() {
              public enum Unsaid {
                A
              }
              /** Said. */
              public sealed interface Also {}
            }
            public final class Bare {}
            """);

    assertEquals(List.of("Unsaid", "Bare"), file.undocumented());
  }

  /** What an engine is stands in its profile: the machine knows families and capabilities. */
  @Test
  void namesNoEngineInTheMachine() {
    List<SourceFile> files = SourceFile.below(Path.of("../athena-core/src/main/java"));

    assertTrue(files.size() > 60, () -> files.size() + " files seen");
    List<String> found = new ArrayList<>();
    for (SourceFile file : files) {
      file.literals().stream()
          .filter(SourceRulesTest::namesAnEngine)
          .forEach(literal -> found.add(file + ": " + literal));
    }
    assertEquals(List.of(), found);
  }

  private static boolean namesAnEngine(String literal) {
    String lower = literal.toLowerCase(Locale.ROOT);
    return ENGINES.stream().anyMatch(lower::contains);
  }

  @Test
  void readsLiteralsButNotThoseOfCommentLines() {
    SourceFile file =
        SourceFile.of(
            "Sample.java",
            """
            /** As in "trino". */
            String a = "duck" + "db \\" in quotes"; // not "this"
            """);

    assertEquals(List.of("duck", "db \\\" in quotes", "this"), file.literals());
  }
}
