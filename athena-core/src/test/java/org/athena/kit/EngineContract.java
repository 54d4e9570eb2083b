package org.athena.kit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.athena.Athena;
import org.athena.model.Lake;
import org.junit.jupiter.api.io.TempDir;

/** What every contract needs: a folder for files, and the engine to be proven. */
public abstract class EngineContract {

  @TempDir protected Path folder;

  /** Opens the engine to be proven over a lake. */
  protected abstract Athena open(Lake lake);

  /** Opens it over the contract's folder. */
  protected Athena open() {
    return open(Lake.at(folder));
  }

  /** Writes a file of lines below the folder. */
  protected void write(String file, String... lines) {
    try {
      Path path = folder.resolve(file);
      Files.createDirectories(path.getParent());
      Files.writeString(path, String.join("\n", lines) + "\n");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
