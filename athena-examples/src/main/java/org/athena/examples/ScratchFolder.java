package org.athena.examples;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.stream.Stream;

/** A temporary folder that is removed when it is closed, and also when the program is stopped. */
final class ScratchFolder implements AutoCloseable {

  private final Path path;
  private final Thread atExit = new Thread(this::remove, "remove-scratch-folder");

  ScratchFolder() {
    try {
      path = Files.createTempDirectory("athena-demo-");
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot make a temporary folder.", e);
    }
    Runtime.getRuntime().addShutdownHook(atExit);
  }

  Path path() {
    return path;
  }

  @Override
  public void close() {
    remove();
    Runtime.getRuntime().removeShutdownHook(atExit);
  }

  private void remove() {
    if (!Files.exists(path)) {
      return;
    }
    try (Stream<Path> all = Files.walk(path)) {
      for (Path each : all.sorted(Comparator.reverseOrder()).toList()) {
        Files.deleteIfExists(each);
      }
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot remove the temporary folder " + path + ".", e);
    }
  }
}
