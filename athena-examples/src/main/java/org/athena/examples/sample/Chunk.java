package org.athena.examples.sample;

import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * The cards of one file.
 *
 * @param number the number of the file, from 0
 * @param firstCard the first card, from 1
 * @param lastCard the last card
 */
record Chunk(int number, long firstCard, long lastCard) {

  /**
   * What a chunk came to.
   *
   * @param cardCount its cards
   * @param rowCount its transactions, dirt included
   * @param truth what became of its value
   * @param planted its rows of dirt
   */
  record Done(long cardCount, long rowCount, List<Truth.Row> truth, Map<Dirt, Long> planted) {}

  long cardCount() {
    return lastCard - firstCard + 1;
  }

  /** The name of its files, without the ending. */
  String fileName() {
    return String.format(Locale.ROOT, "part-%05d", number);
  }
}
