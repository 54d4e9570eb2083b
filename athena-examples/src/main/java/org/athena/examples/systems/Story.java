package org.athena.examples.systems;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Consumer;
import org.athena.Athena;
import org.athena.examples.ScratchFolder;

/** Puts a story on its stage: a lake in a temporary folder, and Athena open on it. */
final class Story {

  private Story() {}

  /** Writes the files of a story and tells it. */
  static void tell(Consumer<Path> files, Consumer<Athena> story) {
    try (ScratchFolder scratch = new ScratchFolder()) {
      files.accept(scratch.path());
      try (Athena athena = Athena.open("duckdb:", scratch.path())) {
        story.accept(athena);
      }
    }
  }

  /** Writes one file of a lake; its folders are made. */
  static void file(Path lake, String name, String text) {
    Path file = lake.resolve(name);
    try {
      Files.createDirectories(file.resolveSibling("."));
      Files.writeString(file, text);
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot write " + file + ".", e);
    }
  }
}
