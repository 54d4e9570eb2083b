package org.athena.examples;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The parts of sources that pages quote: between {@code @start region} and {@code @end} marks. */
final class Regions {

  private static final Pattern START = Pattern.compile("\\s*// @start region=\"([\\w-]+)\"\\s*");
  private static final Pattern END = Pattern.compile("\\s*// @end\\s*");

  private final Map<String, String> texts = new LinkedHashMap<>();

  /** The regions of all Java sources below a folder, by file and name. */
  static Regions below(Path folder) {
    Regions regions = new Regions();
    try (Stream<Path> all = Files.walk(folder)) {
      for (Path file : all.filter(path -> path.toString().endsWith(".java")).sorted().toList()) {
        regions.add(String.valueOf(file.getFileName()), Files.readString(file));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return regions;
  }

  void add(String file, String source) {
    String name = null;
    List<String> lines = new ArrayList<>();
    for (String line : source.lines().toList()) {
      Matcher start = START.matcher(line);
      if (start.matches()) {
        require(name == null, file, "region " + name + " is open where another starts");
        name = start.group(1);
        lines.clear();
      } else if (END.matcher(line).matches()) {
        require(name != null, file, "an end without a start");
        String before = texts.put(file + "#" + name, shifted(lines));
        require(before == null, file, "region " + name + " is there twice");
        name = null;
      } else {
        lines.add(line);
      }
    }
    require(name == null, file, "region " + name + " has no end");
  }

  private static void require(boolean met, String file, String what) {
    if (!met) {
      throw new IllegalArgumentException("Cannot read the regions of " + file + ": " + what + ".");
    }
  }

  int count() {
    return texts.size();
  }

  boolean hold(String block) {
    return texts.containsValue(shifted(block.lines().toList()));
  }

  @Override
  public String toString() {
    return texts.keySet().toString();
  }

  /** Without the indent that all lines share, blank lines at both ends and spaces at line ends. */
  private static String shifted(List<String> lines) {
    return String.join("\n", lines).stripIndent().strip();
  }
}
