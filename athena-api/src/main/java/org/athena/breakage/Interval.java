package org.athena.breakage;

/**
 * A range that a figure lies in with a stated probability.
 *
 * @units money in the segment's currency, unrounded
 * @param low its lower end
 * @param high its upper end, not below the lower
 */
public record Interval(double low, double high) {

  /** Checks that the ends are finite and in order. */
  public Interval {
    Finite.require("an interval", "low", low);
    Finite.require("an interval", "high", high);
    if (low > high) {
      throw new IllegalArgumentException(
          "Cannot make an interval: low is %s, high is %s. Give the lower end first."
              .formatted(low, high));
    }
  }
}
