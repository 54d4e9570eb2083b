package org.athena.engine.trino;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.athena.error.BadDataException;
import org.athena.error.InvalidQuestionException;
import org.athena.model.Dataset;
import org.athena.model.Lake;

/** The files of data sets, found from this side, and by what URL the server knows them. */
final class LakeFiles {

  private final Lake lake;
  private final String url;

  LakeFiles(Lake lake, String url) {
    this.lake = lake;
    this.url = url;
  }

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
    List<LakeFile> found = List.of();
    if (Files.exists(fixed)) {
      try (Stream<Path> paths = Files.walk(fixed)) {
        found =
            paths
                .filter(path -> wanted.matcher(path.toString()).matches())
                .filter(Files::isRegularFile)
                .sorted()
                .map(LakeFile::of)
                .toList();
      } catch (IOException e) {
        throw new BadDataException(
            "Cannot look into folder %s: %s.".formatted(fixed, e.getMessage()), e);
      }
    }
    if (found.isEmpty()) {
      throw new BadDataException(
          "Cannot read data set %s: no file matches %s. Check the location, the zone's folder and the layout's format."
              .formatted(dataset.name(), pattern));
    }
    return found;
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
  static boolean isAll(Path folder, List<LakeFile> files, boolean below) {
    try (Stream<Path> paths = Files.walk(folder, below ? Integer.MAX_VALUE : 1)) {
      return paths.filter(Files::isRegularFile).filter(LakeFiles::isSeen).count() == files.size();
    } catch (IOException e) {
      throw new BadDataException(
          "Cannot look into folder %s: %s.".formatted(folder, e.getMessage()), e);
    }
  }

  /** Hive does not see files whose names start like this. */
  private static boolean isSeen(Path file) {
    String name = file.getFileName().toString();
    return !name.startsWith(".") && !name.startsWith("_");
  }
}
