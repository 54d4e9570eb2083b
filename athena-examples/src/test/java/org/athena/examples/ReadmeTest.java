package org.athena.examples;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Each Java block of the README is a region of a source here, so that it compiles and runs. */
class ReadmeTest {

  private static final Path README = Path.of("../README.md");
  private static final Pattern BLOCK =
      Pattern.compile("(?ms)^[ \\t]*```java[^\\n]*\\n(.*?)^[ \\t]*```[ \\t]*$");

  private static final String MARKED =
      """
      class Sample {
        // @start region="sum"
        int sum(int a, int b) {

          return a + b;
        }
        // @end
      }
      """;

  @Test
  void quotesWhatRuns() throws IOException {
    Regions regions = Regions.below(Path.of("src/main/java"));
    String readme = Files.exists(README) ? Files.readString(README) : "";

    assertTrue(regions.count() > 5, regions::toString);
    assertEquals(
        List.of(), strange(readme, regions), () -> "no region holds these; there are " + regions);
  }

  /** The Java blocks of a page that equal no region. */
  private static List<String> strange(String page, Regions regions) {
    List<String> found = new ArrayList<>();
    Matcher block = BLOCK.matcher(page);
    while (block.find()) {
      if (!regions.hold(block.group(1))) {
        found.add(block.group(1));
      }
    }
    return found;
  }

  @Test
  void knowsAQuoteFromAnInvention() {
    Regions regions = new Regions();
    regions.add("Sample.java", MARKED);

    String quoted = "```java\nint sum(int a, int b) {\n\n  return a + b;\n}\n```\n";
    String invented = "```java\nint sum(int a, int b) { return a - b; }\n```\n";
    String other = "```\nno Java\n```\n";

    assertEquals(List.of(), strange("# A page\n" + quoted + other, regions));
    assertEquals(
        List.of("int sum(int a, int b) { return a - b; }\n"),
        strange("# A page\n" + quoted + "\n" + invented, regions));
    assertEquals(List.of("x\n"), strange("- item\n  ```java title\nx\n  ```\n", regions));
  }

  @Test
  void refusesMarksThatDoNotPair() {
    assertRefused("region sum is there twice", MARKED + MARKED);
    assertRefused("an end without a start", "// @end\n");
    assertRefused("region a has no end", "// @start region=\"a\"\n");
    assertRefused(
        "region a is open where another starts",
        "// @start region=\"a\"\n// @start region=\"b\"\n// @end\n");
  }

  private static void assertRefused(String why, String source) {
    assertEquals(
        "Cannot read the regions of Sample.java: " + why + ".",
        assertThrows(IllegalArgumentException.class, () -> new Regions().add("Sample.java", source))
            .getMessage());
  }
}
