package org.athena.examples.sample;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * A hidden folder for what is not finished; closing deletes it with all that was not published.
 *
 * @param target the folder it is in, where finished folders go
 * @param root the hidden folder
 */
record Staging(Path target, Path root) implements AutoCloseable {

  static Staging in(Path target) throws IOException {
    return new Staging(target, Files.createTempDirectory(target, ".writing-"));
  }

  /** The files below a folder, sorted. */
  static List<Path> filesIn(Path folder) throws IOException {
    try (Stream<Path> paths = Files.walk(folder)) {
      return paths.filter(Files::isRegularFile).sorted().toList();
    }
  }

  /** A path in the hidden folder, which is not made. */
  Path path(String name) {
    return root.resolve(name);
  }

  /** A new folder in the hidden one. */
  Path folder(String name) throws IOException {
    return Files.createDirectory(path(name));
  }

  /** Moves a folder to its place and returns that. */
  Path publish(String name) throws IOException {
    return Files.move(path(name), target.resolve(name));
  }

  @Override
  public void close() throws IOException {
    List<Path> deepestFirst;
    try (Stream<Path> paths = Files.walk(root)) {
      deepestFirst = paths.sorted(Comparator.reverseOrder()).toList();
    }
    for (Path path : deepestFirst) {
      Files.deleteIfExists(path);
    }
  }
}
