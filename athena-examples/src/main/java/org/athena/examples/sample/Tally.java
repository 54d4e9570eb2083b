package org.athena.examples.sample;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The sum over the chunks that are written; not thread-safe. */
final class Tally {

  private final Map<Truth.Key, Truth.Row> truth = new HashMap<>();
  private final Map<Dirt, Long> planted = new EnumMap<>(Dirt.class);
  private long cardCount;
  private long rowCount;

  Tally() {
    for (Dirt kind : Dirt.values()) {
      planted.put(kind, 0L);
    }
  }

  void add(Chunk.Done done) {
    cardCount += done.cardCount();
    rowCount += done.rowCount();
    done.truth().forEach(row -> truth.merge(row.key(), row, Truth.Row::plus));
    done.planted().forEach((kind, count) -> planted.merge(kind, count, Long::sum));
  }

  Progress progressOf(long cards) {
    return new Progress(cardCount, cards, rowCount);
  }

  Written written(Path folder, List<Path> transactions, List<Path> cards) {
    return new Written(
        folder,
        transactions,
        cards,
        rowCount,
        cardCount,
        new Truth(new ArrayList<>(truth.values())),
        planted);
  }
}
