package org.athena.examples.sample;

/** How the shares of the programs move over the years. */
public enum ProgramMix {
  /** Half of the cards are retail and 8 % digital, always. */
  STABLE(0),
  /**
   * Digital cards, which are used sooner and more fully, grow from 8 to 48 % of the cards at the
   * cost of retail, so that a forecast over all programs at once is biased.
   */
  DRIFTING(400_000);

  private final long digitalGrowth;

  ProgramMix(long digitalGrowth) {
    this.digitalGrowth = digitalGrowth;
  }

  /** What the digital share gains over the period, in parts of a million. */
  long digitalGrowth() {
    return digitalGrowth;
  }
}
