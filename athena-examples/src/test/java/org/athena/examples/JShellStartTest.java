package org.athena.examples;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.athena.fixture.TrinoServer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The JShell start: script and startup file, run by this JDK from a folder with a space. */
class JShellStartTest {

  private static final Path SHELL = Path.of("/bin/sh");

  private static final String SNIPPETS =
      """
      show("rows " + athena.rows(from(TRANSACTIONS).count()).get(0).require(Column.integer("count")))
      show("audited " + athena.fetch(AuditQuery.of(cards, asOf)).rowsIn())
      show("triangles " + athena.fetch(triangle.by(PROGRAM)).list().stream().anyMatch(t -> t.segment().toString().equals("USD, program=DIGITAL")))
      show("forecast of " + Mack.volumeWeighted().forecast(athena.fetch(triangle).list()).get(2).segment())
      """;

  @TempDir Path folder;
  private Path module;

  @BeforeEach
  void standsInAFolderOfItsOwn() throws IOException {
    assumeTrue(Files.isExecutable(SHELL), "needs " + SHELL);
    module = folder.resolve("moved to/athena examples");
    copy(Path.of("bin/jshell"));
    copy(Path.of("src/main/jshell/athena.jsh"));
  }

  private void copy(Path file) throws IOException {
    Path target = module.resolve(file);
    Files.createDirectories(target.getParent());
    Files.copy(file, target);
  }

  /**
   * The file that package makes, with this test's own classes: those of the last one may be old.
   */
  private void pack() throws IOException {
    Files.createDirectories(module.resolve("target/classes"));
    Files.writeString(
        module.resolve("target/classpath.txt"), System.getProperty("java.class.path"));
  }

  @Test
  void answersOverASampleLog() throws Exception {
    pack();

    String answer = run(SNIPPETS, "-s", "-R-Duser.language=tr");

    assertTrue(answer.contains("Try:"), answer);
    assertTrue(answer.contains("rows 62482\n"), answer);
    assertTrue(answer.contains("audited 62482\n"), answer);
    assertTrue(answer.contains("triangles true\n"), answer);
    assertTrue(answer.contains("forecast of USD\n"), answer);
    assertFalse(answer.contains("rror:"), answer);
    assertFalse(answer.contains("xception"), answer);
  }

  @Test
  void answersOverASampleLogOnTrino() throws Exception {
    pack();
    String url = TrinoServer.running().url("hive", "shell", module.resolve("target/sample-log"));

    String answer = run(SNIPPETS.lines().limit(1).findFirst().orElseThrow() + "\n", url, "-s");

    assertTrue(answer.contains("Try:"), answer);
    assertTrue(answer.contains("rows 62482\n"), answer);
  }

  @Test
  void opensTheEngineOfItsFirstArgument() throws Exception {
    pack();

    String answer = run("1 + 1\n", "nosuch:", "-s");

    assertTrue(answer.contains("No engine named 'nosuch'"), answer);
    assertFalse(answer.contains("Try:"), answer);
  }

  @Test
  void saysWhatIsMissing() throws Exception {
    assertEquals(
        "No %s/target/classpath.txt. Make it with: ./mvnw package -DskipTests\n"
            .formatted(module.toRealPath()),
        run(""));
  }

  private String run(String input, String... arguments) throws Exception {
    List<String> command = new ArrayList<>();
    command.add(SHELL.toString());
    command.add(module.resolve("bin/jshell").toString());
    command.addAll(List.of(arguments));
    command.add("-J-Djava.util.prefs.userRoot=" + folder);
    ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
    builder.environment().put("ATHENA_JAVA_HOME", System.getProperty("java.home"));
    Process process = builder.start();
    try (OutputStream in = process.getOutputStream()) {
      in.write(input.getBytes(StandardCharsets.UTF_8));
    }
    String answer = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertTrue(process.waitFor(60, TimeUnit.SECONDS), "still running");
    return answer;
  }
}
