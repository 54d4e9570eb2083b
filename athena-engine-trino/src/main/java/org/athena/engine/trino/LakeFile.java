package org.athena.engine.trino;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.zip.GZIPInputStream;
import org.athena.error.BadDataException;
import org.athena.spi.CsvHeader;

/**
 * A file of the lake as it was when it was looked at.
 *
 * @param path where it is
 * @param size in bytes
 * @param modified when it was written, in milliseconds since 1970
 */
record LakeFile(Path path, long size, long modified) {

  static LakeFile of(Path path) {
    try {
      return new LakeFile(path, Files.size(path), Files.getLastModifiedTime(path).toMillis());
    } catch (IOException e) {
      throw unreadable(path, e);
    }
  }

  Path folder() {
    return Objects.requireNonNull(path.getParent(), "a file lies in a folder");
  }

  /** The header of a CSV file, which may be compressed. */
  CsvHeader header() {
    String line = firstLine();
    if (line.isBlank()) {
      throw new BadDataException(
          "Cannot read file %s: it has no header line. CSV files start with the names of their columns."
              .formatted(path));
    }
    return CsvHeader.of(line);
  }

  private String firstLine() {
    boolean zipped = path.toString().endsWith(".gz");
    try (InputStream raw = Files.newInputStream(path);
        InputStream in = zipped ? new GZIPInputStream(raw) : raw;
        BufferedReader reader =
            new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
      String line = reader.readLine();
      return line == null ? "" : line;
    } catch (IOException e) {
      throw unreadable(path, e);
    }
  }

  private static BadDataException unreadable(Path path, IOException e) {
    return new BadDataException("Cannot read file %s: %s.".formatted(path, e.getMessage()), e);
  }
}
