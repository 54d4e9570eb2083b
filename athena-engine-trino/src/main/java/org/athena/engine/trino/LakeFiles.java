package org.athena.engine.trino;

import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.zip.GZIPInputStream;
import org.athena.error.BadDataException;
import org.athena.error.InvalidQuestionException;
import org.athena.model.Dataset;
import org.athena.model.Lake;
import org.athena.spi.CsvHeader;

/** The files of data sets, found from this side, and by what URL the server knows them. */
abstract class LakeFiles {

  /** The line of a header that is longer is cut. */
  private static final int HEADER = 1 << 20;

  private final Lake lake;
  private final String url;

  LakeFiles(Lake lake, String url) {
    this.lake = lake;
    this.url = url;
  }

  /** The files of a lake that the server sees under a URL. */
  static LakeFiles of(Lake lake, String url) {
    return lake.origin() == null
        ? new LocalFiles(lake, url)
        : new StoredFiles(lake, lake.origin().store(), url);
  }

  /** All files in a folder and below it, in the order of their names. */
  abstract List<LakeFile> below(Path folder);

  /** The bytes of a file from a place on, but not more than some. */
  abstract byte[] bytes(LakeFile file, long from, int most);

  /** The files of a data set, in the order of their names. */
  List<LakeFile> of(Dataset dataset) {
    String pattern = lake.resolve(dataset.filePattern().orElseThrow());
    Path fixed = fixed(Path.of(pattern).normalize());
    if (!fixed.startsWith(lake.root())) {
      throw new InvalidQuestionException(
          "Cannot read data set %s: %s is outside of the lake's folder %s, which is what the server sees as %s."
              .formatted(dataset.name(), pattern, lake.root(), url));
    }
    Pattern wanted = Pattern.compile(regex(Path.of(pattern).normalize().toString()));
    List<LakeFile> found =
        below(fixed).stream()
            .filter(file -> wanted.matcher(file.path().toString()).matches())
            .toList();
    if (found.isEmpty()) {
      throw new BadDataException(
          "Cannot read data set %s: no file matches %s. Check the location, the zone's folder and the layout's format."
              .formatted(dataset.name(), pattern));
    }
    return found;
  }

  /** The header of a CSV file, which may be compressed. */
  CsvHeader header(LakeFile file) {
    boolean zipped = file.path().toString().endsWith(".gz");
    try (InputStream raw = new ByteArrayInputStream(bytes(file, 0, HEADER));
        InputStream in = zipped ? new GZIPInputStream(raw) : raw;
        BufferedReader reader =
            new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
      String line = reader.readLine();
      if (line != null && !line.isBlank()) {
        return CsvHeader.of(line);
      }
    } catch (IOException e) {
      throw new BadDataException(
          "Cannot read file %s: %s.".formatted(file.path(), e.getMessage()), e);
    }
    throw new BadDataException(
        "Cannot read file %s: it has no header line. CSV files start with the names of their columns."
            .formatted(file.path()));
  }

  /** The part of a pattern before its first wildcard. */
  private static Path fixed(Path pattern) {
    Path fixed = pattern.getRoot();
    for (Path part : pattern) {
      if (part.toString().matches(".*[*?\\[{].*")) {
        return fixed;
      }
      fixed = fixed == null ? part : fixed.resolve(part);
    }
    return fixed;
  }

  /** Two stars stand for any number of folders, also none. */
  private static String regex(String pattern) {
    StringBuilder regex = new StringBuilder();
    for (int i = 0; i < pattern.length(); i++) {
      if (pattern.startsWith("**/", i)) {
        regex.append("(?:.*/)?");
        i += 2;
      } else if (pattern.charAt(i) == '*') {
        regex.append("[^/]*");
      } else if (pattern.charAt(i) == '?') {
        regex.append("[^/]");
      } else if (pattern.charAt(i) == '[' && pattern.indexOf(']', i + 2) > 0) {
        int end = pattern.indexOf(']', i + 2);
        regex.append(oneOf(pattern.substring(i + 1, end)));
        i = end;
      } else {
        regex.append(Pattern.quote(String.valueOf(pattern.charAt(i))));
      }
    }
    return regex.toString();
  }

  /** The characters between brackets; a mark in front means all others. */
  private static String oneOf(String characters) {
    boolean others = characters.startsWith("!");
    String escaped = characters.substring(others ? 1 : 0).replaceAll("[\\\\\\[\\]^&]", "\\\\$0");
    return "[" + (others ? "^" : "") + escaped + "]";
  }

  /** Where the server sees a file or folder of the lake. */
  String url(Path path) {
    String below = lake.root().relativize(path).toString().replace('\\', '/');
    return below.isEmpty() ? url : url + "/" + below;
  }

  /** Whether these are all the files of a folder that the server would read. */
  boolean isAll(Path folder, List<LakeFile> files, boolean below) {
    return below(folder).stream()
            .filter(LakeFile::isSeen)
            .filter(file -> below || file.folder().equals(folder))
            .count()
        == files.size();
  }
}
