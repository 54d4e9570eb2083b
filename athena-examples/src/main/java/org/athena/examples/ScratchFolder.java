package org.athena.examples;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.stream.Stream;

/** A temporary folder that is removed when it is closed, and also when the program is stopped. */
public final class ScratchFolder implements AutoCloseable {

  private final Path path;
  private final Thread atExit = new Thread(this::remove, "remove-scratch-folder");

  /** Makes the folder. */
  public ScratchFolder() {
    try {
      path = Files.createTempDirectory("athena-");
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot make a temporary folder.", e);
    }
    Runtime.getRuntime().addShutdownHook(atExit);
  }

  /** Where it is. */
  public Path path() {
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
