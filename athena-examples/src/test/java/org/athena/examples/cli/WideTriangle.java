package org.athena.examples.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A published triangle, a line for each cohort, as the long file that the command reads. */
record WideTriangle(String header, List<String> lines) {

  static WideTriangle of(String text) {
    List<String> lines = text.strip().lines().toList();
    return new WideTriangle(lines.get(0), lines.subList(1, lines.size()));
  }

  /** Long lines of the columns named in a header: origin, age, value and issued in any order. */
  List<String> longLines(String names, int firstAge, int step) {
    List<String> wide = List.of(header.split(",", -1));
    int issued = wide.indexOf("issued");
    int first = issued < 0 ? 1 : issued + 1;
    List<String> all = new ArrayList<>(List.of(names));
    for (String line : lines) {
      String[] fields = line.split(",", -1);
      for (int k = first; k < fields.length; k++) {
        if (!fields[k].isBlank()) {
          String age = String.valueOf(firstAge + step * (k - first));
          List<String> out = new ArrayList<>();
          for (String name : names.split(",", -1)) {
            out.add(
                switch (name) {
                  case "age", "dev" -> age;
                  case "value", "cumulative" -> fields[k].strip();
                  case "issued" -> fields[issued].strip();
                  default -> fields[0].strip();
                });
          }
          all.add(String.join(",", out));
        }
      }
    }
    return all;
  }

  /** The long file. */
  String writeTo(Path file, String names) {
    return write(file, longLines(names, 1, 1));
  }

  static String write(Path file, List<String> lines) {
    try {
      Files.write(file, lines);
      return file.toString();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
