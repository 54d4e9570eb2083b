package org.athena.examples.cli;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.athena.breakage.Segment;
import org.athena.breakage.Triangle;
import org.jspecify.annotations.Nullable;

/**
 * A triangle in a CSV file: a line for each cohort and age with the cumulative value.
 *
 * <p>Lines without a value are cells that are not there. Cohorts are ordered as numbers where all
 * are numbers, as text where all begin with a year, and else as the file has them.
 */
final class TriangleFile {

  private static final List<String> ORIGIN = List.of("origin", "cohort");
  private static final List<String> AGE = List.of("age", "dev", "development");
  private static final List<String> VALUE = List.of("value", "cumulative", "redeemed");
  private static final List<String> ISSUED = List.of("issued");
  private static final String NUMBER = "[+-]?(\\d{1,30}(\\.\\d*)?|\\.\\d+)([eE][+-]?\\d{1,2})?";
  private static final String WHOLE = "-?\\d{1,9}";

  private final String shown;
  private final Map<String, TreeMap<Integer, BigDecimal>> values = new LinkedHashMap<>();
  private final Map<String, BigDecimal> issuedValues = new LinkedHashMap<>();

  private TriangleFile(String shown) {
    this.shown = shown;
  }

  static Triangle read(String text) {
    return new TriangleFile(text).triangle(TextFile.lines(Path.of(text), Integer.MAX_VALUE));
  }

  private Triangle triangle(List<String> lines) {
    if (lines.isEmpty() || lines.get(0).isBlank()) {
      throw new Mistake("Cannot read triangle %s: it is empty.".formatted(shown));
    }
    char delimiter = CsvLine.delimiterOf(lines.get(0));
    List<String> header = CsvLine.fields(lines.get(0), delimiter);
    int origin = column(header, ORIGIN);
    int age = column(header, AGE);
    int value = column(header, VALUE);
    int issued = header.contains(ISSUED.get(0)) ? column(header, ISSUED) : -1;
    for (int i = 1; i < lines.size(); i++) {
      List<String> fields = CsvLine.fields(lines.get(i), delimiter);
      if (lines.get(i).isBlank()) {
        continue;
      } else if (fields.size() != header.size()) {
        throw wrong(i, "has %d fields, the header has %d".formatted(fields.size(), header.size()));
      }
      add(i, fields.get(origin), fields.get(age), fields.get(value));
      if (issued >= 0) {
        addIssued(i, fields.get(origin), fields.get(issued));
      }
    }
    return triangle();
  }

  private int column(List<String> header, List<String> names) {
    List<String> found = names.stream().filter(header::contains).toList();
    if (found.size() == 1 && header.indexOf(found.get(0)) == header.lastIndexOf(found.get(0))) {
      return header.indexOf(found.get(0));
    }
    throw new Mistake(
        "Cannot read triangle %s: its header [%s] must have one column named %s."
            .formatted(shown, String.join(", ", header), String.join(" or ", names)));
  }

  private void add(int line, String origin, String age, String value) {
    if (origin.isEmpty()) {
      throw wrong(line, "has no cohort");
    } else if (!age.matches(WHOLE)) {
      throw wrong(line, "has the age '%s', which is no whole number".formatted(age));
    }
    TreeMap<Integer, BigDecimal> row = values.computeIfAbsent(origin, o -> new TreeMap<>());
    if (!value.isEmpty() && row.put(Integer.valueOf(age), number(line, "value", value)) != null) {
      throw wrong(line, "gives age %s of cohort %s again".formatted(age, origin));
    }
  }

  private void addIssued(int line, String origin, String text) {
    if (text.isEmpty()) {
      return;
    }
    BigDecimal issued = number(line, "issued value", text);
    BigDecimal before = issuedValues.putIfAbsent(origin, issued);
    if (before != null && before.compareTo(issued) != 0) {
      throw wrong(
          line,
          "says that %s was issued to cohort %s, a line before says %s"
              .formatted(text, origin, before.toPlainString()));
    }
  }

  private BigDecimal number(int line, String what, String text) {
    if (!text.matches(NUMBER)) {
      throw wrong(line, "has the %s '%s', which is no number".formatted(what, text));
    }
    BigDecimal number = new BigDecimal(text);
    return number.scale() < 0 ? number.setScale(0) : number;
  }

  private Mistake wrong(int line, String what) {
    return new Mistake("Cannot read triangle %s: line %d %s.".formatted(shown, line + 1, what));
  }

  private Triangle triangle() {
    values.values().removeIf(Map::isEmpty);
    List<String> origins = new ArrayList<>(values.keySet());
    if (origins.isEmpty()) {
      throw new Mistake("Cannot read triangle %s: it has no value.".formatted(shown));
    } else if (origins.stream().allMatch(o -> o.matches("-?\\d{1,30}"))) {
      origins.sort(Comparator.comparing(BigDecimal::new));
    } else if (origins.stream().allMatch(o -> o.matches("\\d{4}([^\\d].*)?"))) {
      origins.sort(Comparator.naturalOrder());
    }
    List<Triangle.Cohort> cohorts = new ArrayList<>();
    for (String origin : origins) {
      @Nullable BigDecimal issued = issuedValues.get(origin);
      List<Triangle.Cell> cells = new ArrayList<>();
      values
          .getOrDefault(origin, new TreeMap<>())
          .forEach((age, value) -> cells.add(Triangle.Cell.of(age, issued, value)));
      cohorts.add(new Triangle.Cohort(origin, cells));
    }
    try {
      return new Triangle(Segment.ALL, cohorts);
    } catch (IllegalArgumentException e) {
      throw new Mistake("Cannot read triangle %s: %s".formatted(shown, e.getMessage()), e);
    }
  }
}
