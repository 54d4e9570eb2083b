package org.athena.oracle;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Adds up the rows that count by cohort and age. */
final class Triangles {

  private final Settings settings;
  private final Map<LineKey, Map<Integer, Sums>> increments = new TreeMap<>(LineKey.ORDER);

  private Triangles(Settings settings) {
    this.settings = settings;
  }

  static Triangle of(
      List<UsedRow> rows, Map<String, CardFacts> cards, Settings settings, Segment segment) {
    var triangles = new Triangles(settings);
    for (UsedRow used : rows) {
      CardFacts card = cards.get(used.card());
      LineKey line =
          card.hasCohort()
              ? LineKey.of(card, used.currency(), segment, card.cohort())
              : LineKey.unknown(used, segment);
      triangles.add(line, used.day(), used.effect());
    }
    for (CardFacts card : cards.values()) {
      if (card.activated()) {
        LineKey line = LineKey.of(card, card.currency(), segment, card.cohort());
        triangles.add(line, settings.day(card.firstActivation()), Sums.ONE_CARD);
      }
    }
    return triangles.triangle();
  }

  private void add(LineKey line, LocalDate day, Sums sums) {
    int age = line.period() == null ? 0 : settings.age(line.period(), day);
    increments.computeIfAbsent(line, key -> new HashMap<>()).merge(age, sums, Sums::plus);
  }

  private Triangle triangle() {
    var cells = new ArrayList<TriangleCell>();
    var unknown = new ArrayList<UnknownCohort>();
    increments.forEach((line, byAge) -> {
      if (line.period() == null) {
        unknown.add(new UnknownCohort(line, byAge.get(0)));
      } else {
        cells.addAll(dense(line, byAge));
      }
    });
    return new Triangle(cells, unknown);
  }

  private List<TriangleCell> dense(LineKey line, Map<Integer, Sums> byAge) {
    var cells = new ArrayList<TriangleCell>();
    int lastAge = settings.age(line.period(), settings.asOf());
    Sums cumulative = Sums.ZERO;
    for (int age = 0; age <= lastAge; age++) {
      Sums increment = byAge.getOrDefault(age, Sums.ZERO);
      cumulative = cumulative.plus(increment);
      LocalDate last = settings.ageGrain().lastAfter(line.period(), age);
      boolean complete = !last.isAfter(settings.asOf());
      cells.add(new TriangleCell(line, age, cumulative, increment, complete));
    }
    return cells;
  }
}
