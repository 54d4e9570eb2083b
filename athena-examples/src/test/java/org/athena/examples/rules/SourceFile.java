package org.athena.examples.rules;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A Java source file as lines.
 *
 * @param path where it is
 * @param lines its lines
 */
record SourceFile(Path path, List<String> lines) {

  private static final Pattern PUBLIC_TYPE =
      Pattern.compile("\\s*public\\s+[a-z\\- ]*\\b(class|interface|record|enum)\\s+(\\w+).*");
  private static final Pattern LITERAL = Pattern.compile("\"((?:[^\"\\\\]|\\\\.)*)\"");

  static SourceFile of(String name, String text) {
    return new SourceFile(Path.of(name), text.lines().toList());
  }

  /** The sources of all modules below {@code src/main/java} or {@code src/test/java}. */
  static List<SourceFile> all(String kind) {
    List<SourceFile> files = new ArrayList<>();
    for (String module : Rooms.MODULES.keySet()) {
      Path folder = Path.of("..", module, "src", kind, "java");
      if (Files.isDirectory(folder)) {
        files.addAll(below(folder));
      }
    }
    return files;
  }

  static List<SourceFile> below(Path folder) {
    try (Stream<Path> all = Files.walk(folder)) {
      return all.filter(path -> path.toString().endsWith(".java")).map(SourceFile::read).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static SourceFile read(Path path) {
    try {
      return new SourceFile(path, Files.readAllLines(path));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The public types, nested ones too, that have no documentation before them. */
  List<String> undocumented() {
    List<String> found = new ArrayList<>();
    for (int i = 0; i < lines.size(); i++) {
      Matcher type = PUBLIC_TYPE.matcher(lines.get(i));
      if (type.matches() && !documented(i)) {
        found.add(type.group(2));
      }
    }
    return found;
  }

  private boolean documented(int line) {
    int before = line - 1;
    while (before >= 0 && lines.get(before).strip().startsWith("@")) {
      before--;
    }
    return before >= 0 && lines.get(before).strip().endsWith("*/");
  }

  /** The texts in quotes, those in comments left out. */
  List<String> literals() {
    List<String> found = new ArrayList<>();
    for (String line : lines) {
      String code = line.strip();
      if (!code.startsWith("*") && !code.startsWith("/*") && !code.startsWith("//")) {
        Matcher literal = LITERAL.matcher(code);
        while (literal.find()) {
          found.add(literal.group(1));
        }
      }
    }
    return found;
  }

  @Override
  public String toString() {
    return path.toString();
  }
}
