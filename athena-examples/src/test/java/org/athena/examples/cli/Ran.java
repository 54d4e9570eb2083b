package org.athena.examples.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A run of the command in this process. */
record Ran(int status, String out, String err) {

  static Ran of(String... args) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    int status = Cli.run(args, out, new PrintStream(err, true, StandardCharsets.UTF_8));
    return new Ran(
        status, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
  }

  /** A run of words parted by spaces and of further arguments as they stand. */
  static Ran words(String words, String... more) {
    List<String> args = new ArrayList<>(List.of(words.strip().split("\\s+")));
    args.addAll(Arrays.asList(more));
    return of(args.toArray(String[]::new));
  }

  /** The answer of a run that must have gone well. */
  String answer() {
    assertEquals(0, status, err);
    return out;
  }

  /** The one line of a run that must have ended with a mistake of the caller's. */
  String mistake() {
    assertEquals(2, status, err);
    assertEquals("", out);
    assertEquals(1, err.chars().filter(c -> c == '\n').count(), err);
    return err.strip();
  }

  /** The records of a CSV answer by column; fields here have no line ends. */
  List<Map<String, String>> records() {
    List<String> lines = answer().lines().toList();
    List<String> names = CsvLine.fields(lines.get(0), ',');
    List<Map<String, String>> records = new ArrayList<>();
    for (String line : lines.subList(1, lines.size())) {
      List<String> fields = CsvLine.fields(line, ',');
      assertEquals(names.size(), fields.size(), line);
      Map<String, String> record = new LinkedHashMap<>();
      for (int i = 0; i < fields.size(); i++) {
        record.put(names.get(i), fields.get(i));
      }
      records.add(record);
    }
    return records;
  }
}
