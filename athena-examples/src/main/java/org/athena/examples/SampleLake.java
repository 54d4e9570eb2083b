package org.athena.examples;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import org.athena.examples.sample.SampleLog;

/** A folder with a small sample log, written when it is first asked for and kept after that. */
public final class SampleLake {

  /** The system property that names the folder; a temporary one without it. */
  public static final String FOLDER = "athena.sample";

  private static final long CARDS = 20_000;

  private SampleLake() {}

  /** The folder that the system property {@value #FOLDER} names, with the log in it. */
  public static Path folder() {
    try {
      String named = System.getProperty(FOLDER);
      return named == null
          ? written(Files.createTempDirectory("athena-sample-").resolve("log"))
          : written(Path.of(named).toAbsolutePath());
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot write the sample log.", e);
    }
  }

  /** Writes beside the folder and moves it there, so that a half-written log is never read. */
  private static Path written(Path folder) throws IOException {
    if (Files.isDirectory(folder)) {
      return folder;
    }
    Files.createDirectories(folder.resolveSibling("."));
    Path half = Files.createTempDirectory(folder.toAbsolutePath().getParent(), "half-written-");
    SampleLog.cards(CARDS).writeTo(half);
    return Files.move(half, folder, StandardCopyOption.ATOMIC_MOVE);
  }
}
