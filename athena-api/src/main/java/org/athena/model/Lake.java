package org.athena.model;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Where the files are: a root folder with a folder for each zone, and further folders that may be
 * read.
 *
 * @param root the root folder
 * @param readable further folders that engines may read
 * @param origin where the files of the root come from; null where they are at home there
 */
public record Lake(Path root, List<Path> readable, @Nullable Origin origin) {

  /**
   * An object store whose objects are brought into a lake's root folder when a question needs them.
   *
   * @param store the store; its keys are paths below the root
   * @param mostBytes how much the folder may hold
   */
  public record Origin(ObjectStore store, long mostBytes) {
    /** Checks the size. */
    public Origin {
      if (mostBytes < 1) {
        throw new IllegalArgumentException(
            "Cannot mirror %s: the folder may hold %d bytes. Give a positive number."
                .formatted(store.location(), mostBytes));
      }
    }
  }

  /** Makes paths absolute and keeps its own copy. */
  public Lake {
    root = root.toAbsolutePath().normalize();
    readable = readable.stream().map(p -> p.toAbsolutePath().normalize()).toList();
  }

  /** A lake in a folder. */
  public static Lake at(Path root) {
    return new Lake(root, List.of(), null);
  }

  /**
   * A lake in an object store. For engines that read files what a question needs is brought into a
   * folder, where it stays until it changes in the store or the room is needed; views cannot be
   * published over it, since they would be read when nobody brings their files. An engine that
   * reads the store itself, as Trino does, finds the files by it, and nothing is brought.
   *
   * @param store the store, which the caller closes
   * @param mirror the folder; only this lake should use it
   * @param mostBytes how much the folder may hold
   */
  public static Lake mirroring(ObjectStore store, Path mirror, long mostBytes) {
    return new Lake(mirror, List.of(), new Origin(store, mostBytes));
  }

  /** The same with one more folder from which files may be read. */
  public Lake reading(Path folder) {
    List<Path> more = new ArrayList<>(readable);
    more.add(folder);
    return new Lake(root, more, origin);
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
