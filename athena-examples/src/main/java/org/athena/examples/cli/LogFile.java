package org.athena.examples.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Objects;
import org.athena.model.Layout;

/**
 * A file, or the files of a glob, with the format that the ending tells.
 *
 * @param shown the text that the caller gave
 * @param folder the folder of the file, or the one above the first wildcard
 * @param pattern the absolute path as a glob
 * @param layout the format
 */
record LogFile(String shown, Path folder, String pattern, Layout layout) {

  static LogFile of(String option, String text) {
    Layout layout = layout(option, text);
    Path path = Path.of(text).toAbsolutePath().normalize();
    if (Files.isRegularFile(path)) {
      return new LogFile(text, parent(path), literal(path.toString()), layout);
    }
    if (Files.isDirectory(path)) {
      throw Mistake.in(
          option, "%s is a folder. Give a glob, for instance '%s/*.csv'.".formatted(text, text));
    }
    Path folder = path;
    while (isGlob(folder.toString())) {
      folder = parent(folder);
    }
    if (folder.equals(path)) {
      throw Mistake.in(option, "there is no file %s. Check the path.".formatted(text));
    }
    if (!Files.isDirectory(folder)) {
      throw Mistake.in(option, "there is no folder %s for %s.".formatted(folder, text));
    }
    return new LogFile(text, folder, path.toString(), layout);
  }

  private static Path parent(Path path) {
    return Objects.requireNonNullElse(path.getParent(), path);
  }

  private static boolean isGlob(String path) {
    return path.matches(".*[*?\\[].*");
  }

  /** The path as a glob that matches nothing else. */
  private static String literal(String path) {
    return path.replaceAll("[*?\\[]", "[$0]");
  }

  private static Layout layout(String option, String text) {
    String name = text.toLowerCase(Locale.ROOT);
    if (name.endsWith(".parquet")) {
      return Layout.parquet();
    }
    String inner = name.endsWith(".gz") ? name.substring(0, name.length() - 3) : name;
    if (inner.endsWith(".csv") || inner.endsWith(".tsv")) {
      return Layout.csv();
    }
    if (inner.endsWith(".jsonl") || inner.endsWith(".ndjson")) {
      return Layout.jsonLines();
    }
    if (Files.isDirectory(Path.of(text))) {
      throw Mistake.in(
          option, "%s is a folder. Give a glob, for instance '%s/*.csv'.".formatted(text, text));
    }
    throw Mistake.in(
        option,
        "'%s' ends in none of .csv, .tsv, .jsonl, .ndjson (each also with .gz) and .parquet."
            .formatted(text));
  }
}
