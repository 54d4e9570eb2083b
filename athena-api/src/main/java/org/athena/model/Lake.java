package org.athena.model;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Where the files are: a root folder with a folder for each zone, and further folders that may be
 * read.
 *
 * @param root the root folder
 * @param readable further folders that engines may read
 */
public record Lake(Path root, List<Path> readable) {

  /** Makes paths absolute and keeps its own copy. */
  public Lake {
    root = root.toAbsolutePath().normalize();
    readable = readable.stream().map(p -> p.toAbsolutePath().normalize()).toList();
  }

  /** A lake in a folder. */
  public static Lake at(Path root) {
    return new Lake(root, List.of());
  }

  /** The same with one more folder from which files may be read. */
  public Lake reading(Path folder) {
    List<Path> more = new ArrayList<>(readable);
    more.add(folder);
    return new Lake(root, more);
  }

  /** The root, then the further folders. */
  public List<Path> folders() {
    List<Path> all = new ArrayList<>(List.of(root));
    all.addAll(readable);
    return all;
  }

  /** A data set's path or glob as an absolute path. */
  public String resolve(String location) {
    return Path.of(location).isAbsolute() ? location : root + "/" + location;
  }
}
