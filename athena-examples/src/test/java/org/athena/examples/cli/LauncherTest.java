package org.athena.examples.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** The launcher in a module of its own, with JDKs that only say what they are called with. */
@DisabledOnOs(OS.WINDOWS)
class LauncherTest {

  @TempDir Path folder;

  private Path launcher;

  @BeforeEach
  void copyTheLauncher() throws IOException {
    launcher = folder.resolve("repo/module/bin/athena");
    Files.createDirectories(launcher.getParent());
    Files.copy(Path.of("bin/athena"), launcher);
    executable(launcher);
  }

  private static void executable(Path file) {
    assertTrue(file.toFile().setExecutable(true));
  }

  private void build() throws IOException {
    Path target = Files.createDirectories(folder.resolve("repo/module/target/classes")).getParent();
    Files.writeString(target.resolve("classpath.txt"), "a.jar:b.jar");
  }

  private Path jdk(String name, int version) throws IOException {
    Path home = folder.resolve(name);
    Path java = Files.createDirectories(home.resolve("bin")).resolve("java");
    Files.writeString(
        java,
        """
        #!/bin/sh
        if [ "$1" = -version ]; then echo 'openjdk version "%d.0.1" 2026-01-01' >&2; exit 0; fi
        echo "%s: $*"
        """
            .formatted(version, name));
    executable(java);
    return home;
  }

  private record Ended(int status, String out, String err) {}

  private Ended run(Map<String, String> environment, String... command)
      throws IOException, InterruptedException {
    Path out = folder.resolve("out");
    Path err = folder.resolve("err");
    ProcessBuilder builder = new ProcessBuilder(new ArrayList<>(List.of(command)));
    builder
        .environment()
        .keySet()
        .removeAll(List.of("JAVA_HOME", "ATHENA_JAVA_HOME", "ATHENA_JAVA_OPTS"));
    builder.environment().putAll(environment);
    builder.directory(folder.toFile());
    Process process = builder.redirectOutput(out.toFile()).redirectError(err.toFile()).start();
    assertTrue(process.waitFor(1, TimeUnit.MINUTES));
    return new Ended(
        process.exitValue(),
        Files.readString(out, StandardCharsets.UTF_8),
        Files.readString(err, StandardCharsets.UTF_8));
  }

  @Test
  void saysThatNothingWasBuilt() throws Exception {
    Map<String, String> env = Map.of("ATHENA_JAVA_HOME", jdk("jdk", 25).toString());
    Ended ended = run(env, launcher.toString(), "audit");

    assertEquals(2, ended.status());
    assertEquals(
        "athena: nothing is built yet. Run './mvnw -q -DskipTests package' in "
            + folder.toRealPath().resolve("repo")
            + ".\n",
        ended.err());
  }

  @Test
  void passesItsArgumentsOn() throws Exception {
    build();
    Map<String, String> env = Map.of("ATHENA_JAVA_HOME", jdk("jdk", 21).toString());
    Ended ended = run(env, launcher.toString(), "audit", "--by", "a b");

    assertEquals("", ended.err());
    assertTrue(ended.out().contains("--enable-native-access=ALL-UNNAMED"), ended.out());
    assertTrue(ended.out().contains("/repo/module/target/classes:a.jar:b.jar "), ended.out());
    assertTrue(ended.out().endsWith("org.athena.examples.cli.Cli audit --by a b\n"), ended.out());
  }

  @Test
  void keepsTheClassesOfAJarThatIsNotOutOfDate() throws Exception {
    build();
    Path target = folder.resolve("repo/module/target");
    Path jar = Files.writeString(target.resolve("athena-examples-1.jar"), "");
    Path compiled = Files.writeString(target.resolve("classes/A.class"), "");
    Files.writeString(target.resolve("athena-examples-1-sources.jar"), "");
    Map<String, String> env = Map.of("ATHENA_JAVA_HOME", jdk("jdk", 21).toString());
    FileTime packaged = Files.getLastModifiedTime(jar);

    Files.setLastModifiedTime(compiled, FileTime.fromMillis(packaged.toMillis() - 60_000));
    String kept = run(env, launcher.toString(), "audit").out();
    Files.setLastModifiedTime(compiled, FileTime.fromMillis(packaged.toMillis() + 60_000));
    String compiledLater = run(env, launcher.toString(), "audit").out();

    assertTrue(kept.contains("/target/athena-examples-1.jar:a.jar:b.jar "), kept);
    assertTrue(kept.contains("-XX:SharedArchiveFile="), kept);
    assertTrue(compiledLater.contains("/target/classes:a.jar:b.jar "), compiledLater);
    assertTrue(!compiledLater.contains("SharedArchive"), compiledLater);
  }

  @Test
  void worksThroughSymbolicLinks() throws Exception {
    build();
    Path first =
        Files.createSymbolicLink(folder.resolve("first"), Path.of("repo/module/bin/athena"));
    Path second = Files.createSymbolicLink(folder.resolve("second"), first);
    Ended ended = run(Map.of("JAVA_HOME", jdk("jdk", 22).toString()), second.toString(), "audit");

    assertTrue(ended.out().startsWith("jdk: "), ended.out() + ended.err());
  }

  @Test
  void passesOverAJdkThatIsTooOld() throws Exception {
    build();
    Map<String, String> env =
        Map.of(
            "JAVA_HOME",
            jdk("old", 17).toString(),
            "PATH",
            jdk("new", 21) + "/bin:" + System.getenv("PATH"));

    assertTrue(run(env, launcher.toString()).out().startsWith("new: "));
  }

  @Test
  void doesNotPassOverTheJdkThatItIsTold() throws Exception {
    build();
    Path old = jdk("old", 17);
    Ended ended = run(Map.of("ATHENA_JAVA_HOME", old.toString()), launcher.toString());

    assertEquals(2, ended.status());
    assertEquals(
        "athena: ATHENA_JAVA_HOME is " + old + ", which is no JDK 21 or newer.\n", ended.err());
  }
}
