package org.athena.engine.trino;

import java.nio.file.Path;
import java.util.Objects;

/**
 * A file of the lake as it was when it was looked at.
 *
 * @param path where it is below the lake's root
 * @param size in bytes
 * @param version changes whenever the content does
 */
record LakeFile(Path path, long size, String version) {

  Path folder() {
    return Objects.requireNonNull(path.getParent(), "a file lies in a folder");
  }

  /** Hive does not see files whose names start like this. */
  boolean isSeen() {
    String name = path.getFileName().toString();
    return !name.startsWith(".") && !name.startsWith("_");
  }
}
