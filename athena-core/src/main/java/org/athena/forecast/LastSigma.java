package org.athena.forecast;

/** The rule for the sigma of a link with one ratio, which shows no spread of its own. */
public enum LastSigma {

  /**
   * The smallest of the variances of the two links before and their geometric continuation.
   *
   * @source Mack (1993), ASTIN Bulletin 23(2), 213-225, section 4
   */
  MACK("mack"),

  /** The continuation of a straight line through the logarithms of the sigmas before. */
  LOG_LINEAR("log-linear");

  private final String word;

  LastSigma(String word) {
    this.word = word;
  }

  /** The rule as a parameter: mack or log-linear. */
  String word() {
    return word;
  }
}
