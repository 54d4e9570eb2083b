package org.athena.examples.sample;

import java.nio.file.Path;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * What was written, and what is true about it.
 *
 * @param folder where
 * @param transactions the files of the transactions, in the order of their cards
 * @param cards the files of the cards, in their order
 * @param rowCount the rows of the transactions, dirt included; in text, the lines but the headers
 * @param cardCount the rows of the cards
 * @param truth what became of the value in the end, dirt left out
 * @param planted the rows of each kind of dirt; every kind is there, with 0 if there are none
 */
public record Written(
    Path folder,
    List<Path> transactions,
    List<Path> cards,
    long rowCount,
    long cardCount,
    Truth truth,
    Map<Dirt, Long> planted) {

  /** What was written, as unmodifiable copies. */
  public Written {
    transactions = List.copyOf(transactions);
    cards = List.copyOf(cards);
    Map<Dirt, Long> inOrder = new EnumMap<>(Dirt.class);
    inOrder.putAll(planted);
    planted = Collections.unmodifiableMap(inOrder);
  }

  /** The rows of one kind of dirt. */
  public long planted(Dirt kind) {
    return planted.getOrDefault(kind, 0L);
  }

  /** The rows of the transactions that are not what they say or stand there once too often. */
  public long plantedCount() {
    return planted.values().stream().mapToLong(Long::longValue).sum();
  }
}
