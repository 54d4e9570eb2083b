package org.athena.examples.sample;

/**
 * How far the writing of a log has come.
 *
 * @param cards the cards written so far
 * @param ofCards the cards in all
 * @param rows the transactions written so far
 */
public record Progress(long cards, long ofCards, long rows) {

  /**
   * The share of the cards that is written.
   *
   * @units fraction, 0 to 1
   */
  public double share() {
    return (double) cards / ofCards;
  }
}
